package dev.huikuan.web.overview;

import dev.huikuan.web.overview.OverviewView.Charted;
import dev.huikuan.web.view.Labels;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Counts and shares as people read them. */
record Shares(Labels labels) {

  /** Where there is nothing to divide by. */
  static final String NONE = "–";

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  String count(long count) {
    return labels.amount(BigDecimal.valueOf(count));
  }

  Charted charted(long count) {
    return new Charted(count(count), Long.toString(count));
  }

  String percent(long part, long whole) {
    return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /** Whole percents; a share that is neither nothing nor all never reads as if it were. */
  String percent(BigDecimal part, BigDecimal whole) {
    if (whole.signum() == 0) {
      return NONE;
    }
    BigDecimal percent = part.multiply(HUNDRED).divide(whole, 0, RoundingMode.HALF_UP);
    if (percent.signum() == 0 && part.signum() > 0) {
      return "< 1 %";
    }
    if (percent.compareTo(HUNDRED) == 0 && part.compareTo(whole) < 0) {
      return "> 99 %";
    }
    return percent.toPlainString() + " %";
  }
}
