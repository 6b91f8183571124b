package dev.huikuan.policy.table;

import dev.huikuan.policy.table.NumberFormats.Shown;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Makes cells of what a workbook stores: numbers, dates and times as an analyst means them. */
final class CellValues {

  private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);
  private static final int SECONDS_A_DAY = 86_400;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm[:ss]", Locale.ROOT);

  /** The last serial of a date that spreadsheet programs know: 9999-12-31. */
  private static final int LAST_SERIAL = 2_958_465;

  private final boolean from1904;

  /**
   * @param from1904 days are counted from 1904-01-01, as old Macintosh workbooks do
   */
  CellValues(boolean from1904) {
    this.from1904 = from1904;
  }

  /** A number cell; text that is no number becomes an error cell. */
  RawCell number(String stored, Shown shown, String formula, String address, String location) {
    double binary = binary(stored);
    if (Double.isNaN(binary) || Double.isInfinite(binary)) {
      return plain(RawCell.Kind.ERROR, stored, false, formula, address, location);
    }
    BigDecimal number = plain(new BigDecimal(binary).round(FIFTEEN_DIGITS));
    boolean dated = shown == Shown.DATE || shown == Shown.TIME;
    Optional<LocalDateTime> date = dated ? date(binary) : Optional.empty();
    boolean percent = shown == Shown.PERCENT;
    String text =
        date.map(at -> written(at, shown, binary))
            .orElse(
                percent
                    ? plain(number.movePointRight(2)).toPlainString() + "%"
                    : number.toPlainString());
    return new RawCell(
        RawCell.Kind.NUMBER,
        text,
        Optional.of(number),
        percent,
        date,
        false,
        formula,
        address,
        location);
  }

  private static double binary(String stored) {
    try {
      return Double.parseDouble(stored.strip());
    } catch (NumberFormatException broken) {
      return Double.NaN;
    }
  }

  /** A cell of any kind but NUMBER. */
  static RawCell plain(
      RawCell.Kind kind,
      String text,
      boolean flag,
      String formula,
      String address,
      String location) {
    return new RawCell(
        kind, text, Optional.empty(), false, Optional.empty(), flag, formula, address, location);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  /**
   * Serial numbers before March 1900 are one day off: the first programs took 1900 for a leap year.
   */
  private Optional<LocalDateTime> date(double serial) {
    if (serial < 0 || serial > LAST_SERIAL) {
      return Optional.empty();
    }
    long seconds = Math.round(serial * SECONDS_A_DAY);
    long days = seconds / SECONDS_A_DAY;
    LocalDate zero =
        from1904
            ? LocalDate.of(1904, 1, 1)
            : days < 61 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    return Optional.of(zero.plusDays(days).atStartOfDay().plusSeconds(seconds % SECONDS_A_DAY));
  }

  private static String written(LocalDateTime at, Shown shown, double serial) {
    String clock = CLOCK.format(at.toLocalTime());
    clock = clock.endsWith(":00") ? clock.substring(0, 5) : clock;
    if (shown == Shown.TIME && serial < 1) {
      return clock;
    }
    boolean midnight = at.toLocalTime().toSecondOfDay() == 0;
    return midnight ? at.toLocalDate().toString() : at.toLocalDate() + " " + clock;
  }
}
