package dev.huikuan.policy.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is to stand in a cell: a text, never a formula. Only where a number, a date or a yes/no
 * stood does what reads as one stay one.
 *
 * @param was the cell before
 * @param text what was typed; empty: the cell is emptied
 * @param number what is stored where a number stays a number
 */
record CellChange(RawCell was, String text, Optional<BigDecimal> number) {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
  private static final Pattern PERCENT = Pattern.compile("(" + NUMBER.pattern() + ")\\s?[%％]");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** What a spreadsheet program keeps of a number. */
  private static final int MOST_DIGITS = 15;

  /** From here on days are counted alike by all programs. */
  private static final LocalDate COUNTED = LocalDate.of(1904, 1, 2);

  static CellChange of(RawCell was, String text) {
    return new CellChange(was, text, number(was, text));
  }

  private static Optional<BigDecimal> number(RawCell was, String text) {
    Optional<BigDecimal> number =
        was.kind() != RawCell.Kind.NUMBER
            ? Optional.empty()
            : was.date().isPresent()
                ? serial(was, text)
                : was.percentFormat() ? percent(text) : plain(text);
    return number.filter(n -> n.stripTrailingZeros().precision() <= MOST_DIGITS);
  }

  private static Optional<BigDecimal> plain(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static Optional<BigDecimal> percent(String text) {
    var found = PERCENT.matcher(text);
    return found.matches()
        ? Optional.of(new BigDecimal(found.group(1)).movePointLeft(2))
        : Optional.empty();
  }

  /** As many days on as the new date is from the old one, whatever day the workbook counts from. */
  private static Optional<BigDecimal> serial(RawCell was, String text) {
    LocalDate old = was.date().orElseThrow().toLocalDate();
    boolean day = was.text().equals(old.toString()) && DATE.matcher(text).matches();
    try {
      LocalDate now = day ? LocalDate.parse(text) : LocalDate.MIN;
      return old.isBefore(COUNTED) || now.isBefore(COUNTED)
          ? Optional.empty()
          : was.number().map(n -> n.add(BigDecimal.valueOf(now.toEpochDay() - old.toEpochDay())));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** A yes/no that stays one. */
  boolean isFlag() {
    return was.kind() == RawCell.Kind.BOOLEAN
        && (text.equalsIgnoreCase("TRUE") || text.equalsIgnoreCase("FALSE"));
  }

  /** True when a cell reads as it was meant to. */
  boolean isDoneBy(RawCell now) {
    if (text.isEmpty()) {
      return now.isBlank();
    }
    boolean same =
        number.isPresent()
            ? now.number().filter(n -> n.compareTo(number.get()) == 0).isPresent()
            : isFlag() ? now.text().equalsIgnoreCase(text) : now.text().equals(text);
    return same && now.formula().isEmpty();
  }
}
