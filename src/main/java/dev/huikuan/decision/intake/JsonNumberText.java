package dev.huikuan.decision.intake;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Text;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bounds of a number, checked on its text before any arithmetic: a number such as {@code
 * 1e5000000} costs seconds as soon as it is added to another.
 */
final class JsonNumberText {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final int MAX_CHARACTERS = 40;
  private static final int MAX_EXPONENT = 20;
  private static final int MAX_DECIMALS = 6;

  private JsonNumberText() {}

  /** What is wrong with the number, or empty. */
  static Optional<Text> fault(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return Optional.of(
          new Text(
              "数字有 " + text.length() + " 个字符，最多 40 个",
              "the number has " + text.length() + " characters; at most 40 are read"));
    }
    if (!NUMBER.matcher(text).matches()) {
      return Optional.of(
          new Text("`" + text + "` 不是十进制数字", "expected a decimal number, found `" + text + "`"));
    }
    if (exponent(text) > MAX_EXPONENT) {
      return Optional.of(
          new Text("数字 `" + text + "` 的指数超出 ±20", "`" + text + "` has an exponent beyond ±20"));
    }
    BigDecimal number = new BigDecimal(text);
    if (number.abs().compareTo(Micros.LIMIT) >= 0) {
      return Optional.of(
          new Text(
              "数字 `" + text + "` 超出范围，绝对值须小于 10^12",
              "expected a number below 10^12 in size, found `" + text + "`"));
    }
    return number.stripTrailingZeros().scale() > MAX_DECIMALS
        ? Optional.of(
            new Text(
                "数字 `" + text + "` 的小数超过六位，请先舍入",
                "expected at most six decimals, found `" + text + "`; round it first"))
        : Optional.empty();
  }

  private static int exponent(String text) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (e < 0) {
      return 0;
    }
    String digits = text.substring(e + 1).replaceFirst("^[-+]?0*", "");
    return digits.length() > 3
        ? Integer.MAX_VALUE
        : digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
