package dev.huikuan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers of terms as exact scaled longs, millionths: every |x| &lt; 10^12 with at most six
 * decimals fits. Comparison of terms and cells is done on these; money arithmetic is not.
 */
public final class Micros {

  /** Millionths in one. */
  public static final long ONE = 1_000_000L;

  /** The bound on every number of a case or a cell: |x| &lt; 10^12. */
  public static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);

  private Micros() {}

  public static long of(long whole) {
    return Math.multiplyExact(whole, ONE);
  }

  /** Rounded HALF_UP to six decimals, for derived ratios and sums; a bug at 10^12 and beyond. */
  public static long round(BigDecimal number) {
    return number.setScale(6, RoundingMode.HALF_UP).unscaledValue().longValueExact();
  }

  /** Exactly, or {@link ArithmeticException} when there are more than six decimals. */
  public static long exact(BigDecimal number) {
    return number.setScale(6, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
  }

  /** The plain decimal: no exponent, no trailing zeros. */
  public static BigDecimal toDecimal(long micros) {
    BigDecimal plain = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
