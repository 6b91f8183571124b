package dev.huikuan.web.studio;

import dev.huikuan.web.studio.ResultView.Compared;
import dev.huikuan.web.view.Labels;
import java.math.BigDecimal;

/** Before, after and the difference as people read them; a minus is written as one. */
record Differences(Labels labels) {

  private static final String MORE = "more";
  private static final String LESS = "less";
  private static final String SAME = "same";

  String count(long count) {
    return labels.amount(BigDecimal.valueOf(count));
  }

  Compared of(long before, long after) {
    long change = after - before;
    return new Compared(
        count(before), count(after), signed(change, count(Math.abs(change))), style(change));
  }

  Compared of(BigDecimal before, BigDecimal after) {
    BigDecimal change = after.subtract(before);
    return new Compared(
        labels.cents(before),
        labels.cents(after),
        signed(change.signum(), labels.cents(change.abs())),
        style(change.signum()));
  }

  private static String signed(long sign, String size) {
    return sign == 0 ? "" : (sign > 0 ? "+" : "−") + size;
  }

  private static String style(long sign) {
    return sign == 0 ? SAME : sign > 0 ? MORE : LESS;
  }
}
