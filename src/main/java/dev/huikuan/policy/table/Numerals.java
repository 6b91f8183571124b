package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
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

  /**
   * A number as written.
   *
   * @param value 2 for {@code 2 %}
   * @param unit what a suffix multiplied by, 1 without one
   * @param ambiguous comma groups that may as well be a list
   */
  record Numeral(
      BigDecimal value, BigDecimal unit, boolean percent, boolean ambiguous, String written) {

    boolean isNegative() {
      return value.signum() < 0;
    }
  }

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
      throw tooLong(written);
    }
    return new BigDecimal(digits.toString());
  }

  /** A numeral that stands for itself, not after an operator and not as an end of an interval. */
  static Numeral unambiguous(Numeral numeral) {
    if (numeral.ambiguous()) {
      String joined = numeral.written().replace(",", "");
      String list = numeral.written().replace(",", ", ");
      throw CellFault.syntax(
          "`"
              + numeral.written()
              + "` 既可读作 "
              + joined
              + "，也可读作几个数 "
              + list
              + "，请写 `"
              + joined
              + "` 或 `"
              + list
              + "`",
          "`"
              + numeral.written()
              + "` may be the number "
              + joined
              + " or the list "
              + list
              + "; write `"
              + joined
              + "` or `"
              + list
              + "`");
    }
    return numeral;
  }

  /** The number in millionths for a column of the term, within the term's bounds. */
  static long micros(Numeral numeral, Term term) {
    long micros = unbounded(numeral, term);
    checkRatio(numeral, term, micros);
    if (term.min().filter(min -> micros < min).isPresent()
        || term.max().filter(max -> micros > max).isPresent()) {
      throw outside(numeral.written(), term);
    }
    return micros;
  }

  /** As {@link #micros}, without the term's bounds: for numbers to be added to another. */
  static long unbounded(Numeral numeral, Term term) {
    BigDecimal value = numeral.value();
    if (numeral.percent() && term.type() == TermType.RATIO) {
      value = value.movePointLeft(2);
    } else if (numeral.percent() && term.type() != TermType.PERCENT) {
      Text kind = CellMessages.kind(term.type());
      throw CellFault.type(
          "`" + numeral.written() + "` 是百分比，而 `" + term.code() + "` 是" + kind.zh() + "，请写不带 % 的数字",
          "`"
              + numeral.written()
              + "` is a percent, but `"
              + term.code()
              + "` is "
              + kind.en()
              + "; write a number without %");
    }
    long micros = exact(value, numeral.written());
    if (term.type().isWhole() && micros % Micros.ONE != 0) {
      throw CellFault.type(
          "`" + term.code() + "` 只取整数，`" + numeral.written() + "` 带有小数",
          "`" + term.code() + "` takes whole numbers; `" + numeral.written() + "` is not one");
    }
    return micros;
  }

  /** A factor, in millionths: {@code 0.5} or {@code 50 %}. */
  static long factor(Numeral numeral) {
    BigDecimal value = numeral.value();
    return exact(numeral.percent() ? value.movePointLeft(2) : value, numeral.written());
  }

  private static void checkRatio(Numeral numeral, Term term, long micros) {
    if (term.type() == TermType.RATIO
        && !numeral.percent()
        && micros > term.max().orElse(Micros.ONE)) {
      String number = numeral.value().stripTrailingZeros().toPlainString();
      String ratio = numeral.value().movePointLeft(2).stripTrailingZeros().toPlainString();
      throw CellFault.range(
          "`" + term.code() + "` 是比率，`" + numeral.written() + "` 太大，请写 " + number + " % 或 " + ratio,
          "`"
              + term.code()
              + "` is a ratio and `"
              + numeral.written()
              + "` is beyond it; write "
              + number
              + " % or "
              + ratio);
    }
  }

  private static long exact(BigDecimal value, String written) {
    if (value.abs().compareTo(Micros.LIMIT) >= 0) {
      throw tooLong(written);
    }
    if (value.signum() != 0 && value.stripTrailingZeros().scale() > 6) {
      throw CellFault.range(
          "`" + written + "` 超过六位小数，请四舍五入",
          "`" + written + "` has more than six decimals; round it");
    }
    return Micros.exact(value);
  }

  private static CellFault tooLong(String written) {
    return CellFault.range(
        "`" + written + "` 过大，数字须小于一万亿（10^12）",
        "`" + written + "` is too large; numbers are below 10^12");
  }

  private static CellFault outside(String written, Term term) {
    return CellFault.range(
        "`" + written + "` 超出 `" + term.code() + "` 的范围：" + CellMessages.expected(term).zh(),
        "`"
            + written
            + "` is outside the range of `"
            + term.code()
            + "`: "
            + CellMessages.expected(term).en());
  }
}
