package dev.huikuan.policy.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Numbers as people write them: {@code 1,000,000}, {@code 10万}, {@code 2 %}, {@code -1.5}. */
final class Numerals {

  /** Longer ones are out of range whatever they say, and slow to read. */
  private static final int MOST_DIGITS = 40;

  /** Longer ones first, where one is the beginning of another. */
  private static final List<Map.Entry<String, BigDecimal>> UNITS =
      List.of(
          Map.entry("万亿", BigDecimal.TEN.pow(12)),
          Map.entry("千万", BigDecimal.TEN.pow(7)),
          Map.entry("百万", BigDecimal.TEN.pow(6)),
          Map.entry("亿", BigDecimal.TEN.pow(8)),
          Map.entry("万", BigDecimal.TEN.pow(4)),
          Map.entry("千", BigDecimal.TEN.pow(3)),
          Map.entry("k", BigDecimal.TEN.pow(3)),
          Map.entry("m", BigDecimal.TEN.pow(6)));

  private Numerals() {}

  static boolean standsAt(CellScanner scan) {
    int sign = scan.peek(0) == '-' || scan.peek(0) == '+' ? 1 : 0;
    return scan.digitAt(sign);
  }

  /** Goes past the number that stands here; {@link #standsAt} must be true. */
  static Numeral scan(CellScanner scan) {
    int start = scan.position();
    StringBuilder digits = new StringBuilder();
    if (scan.take("-")) {
      digits.append('-');
    } else {
      scan.take("+");
    }
    int sign = digits.length();
    digits(scan, digits);
    boolean leadingZero = digits.length() - sign > 1 && digits.charAt(sign) == '0';
    boolean ambiguous = !leadingZero && groups(scan, digits, sign);
    if (scan.peek(0) == '.' && scan.digitAt(1)) {
      scan.take(".");
      digits.append('.');
      digits(scan, digits);
    }
    int end = scan.position();
    scan.skipBlanks();
    BigDecimal unit = unit(scan);
    boolean percent = unit.equals(BigDecimal.ONE) && scan.take("%");
    if (unit.equals(BigDecimal.ONE) && !percent) {
      scan.backTo(end);
    }
    String written = scan.writtenFrom(start);
    if (leadingZero) {
      throw CellFault.syntax(
          "`" + written + "` 以 0 开头，不像数字", "`" + written + "` begins with 0 and is not a number");
    }
    return new Numeral(decimal(digits, written).multiply(unit), unit, percent, ambiguous, written);
  }

  private static void digits(CellScanner scan, StringBuilder digits) {
    while (scan.digitAt(0)) {
      digits.append(scan.peek(0));
      scan.take(String.valueOf(scan.peek(0)));
    }
  }

  /** Comma groups of three; true when none begins with 0, so that they may be a list as well. */
  private static boolean groups(CellScanner scan, StringBuilder digits, int sign) {
    if (digits.length() - sign > 3 || digits.charAt(sign) == '0') {
      return false;
    }
    boolean grouped = false;
    boolean zero = false;
    while (scan.peek(0) == ','
        && scan.digitAt(1)
        && scan.digitAt(2)
        && scan.digitAt(3)
        && !scan.digitAt(4)) {
      scan.take(",");
      grouped = true;
      zero |= scan.peek(0) == '0';
      digits(scan, digits);
    }
    return grouped && !zero;
  }

  private static BigDecimal unit(CellScanner scan) {
    for (Map.Entry<String, BigDecimal> unit : UNITS) {
      boolean latin = unit.getKey().charAt(0) < 128;
      if (latin && Character.isLetter(scan.peek(1))) {
        continue;
      }
      if (scan.take(unit.getKey())) {
        return unit.getValue();
      }
    }
    return BigDecimal.ONE;
  }

  private static BigDecimal decimal(StringBuilder digits, String written) {
    if (digits.length() > MOST_DIGITS) {
      throw Numeral.tooLong(written);
    }
    return new BigDecimal(digits.toString());
  }
}
