package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import java.math.BigDecimal;

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

  /** Without a suffix such as 万. */
  boolean isBare() {
    return unit.equals(BigDecimal.ONE);
  }

  /** This, where it stands for itself: not after an operator, no end of an interval. */
  Numeral unambiguous() {
    if (ambiguous) {
      String joined = written.replace(",", "");
      String list = written.replace(",", ", ");
      String both = "`" + joined + "` ";
      throw CellFault.syntax(
          "`"
              + written
              + "` 既可读作 "
              + joined
              + "，也可读作几个数 "
              + list
              + "，请写 "
              + both
              + "或 `"
              + list
              + "`",
          "`"
              + written
              + "` may be the number "
              + joined
              + " or the list "
              + list
              + "; write "
              + both
              + "or `"
              + list
              + "`");
    }
    return this;
  }

  /** As a factor, in millionths: {@code 0.5} or {@code 50 %}. */
  long factor() {
    return exact(percent ? value.movePointLeft(2) : value, written);
  }

  /** In millionths, if it is not too large and has not too many decimals. */
  static long exact(BigDecimal value, String written) {
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

  static CellFault tooLong(String written) {
    return CellFault.range(
        "`" + written + "` 过大，数字须小于一万亿（10^12）",
        "`" + written + "` is too large; numbers are below 10^12");
  }
}
