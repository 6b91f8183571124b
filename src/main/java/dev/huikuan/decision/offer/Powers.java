package dev.huikuan.decision.offer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Powers with a fractional exponent in decimals: {@code x^y = exp(y × ln x)}. Works with 50 digits,
 * answers with 34: the same on every machine, unlike floating point.
 */
final class Powers {

  private static final MathContext WORK = new MathContext(50, RoundingMode.HALF_EVEN);
  private static final BigDecimal TINY = BigDecimal.ONE.movePointLeft(48);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal NEAR_ONE = new BigDecimal("1.1");
  private static final BigDecimal SMALL = new BigDecimal("0.1");

  private Powers() {}

  /**
   * @param base at least 1
   * @param exponent 0 or more
   */
  static BigDecimal power(BigDecimal base, BigDecimal exponent) {
    if (base.compareTo(BigDecimal.ONE) < 0 || exponent.signum() < 0) {
      throw new IllegalArgumentException(base + "^" + exponent);
    }
    return exp(exponent.multiply(logarithm(base), WORK)).round(MathContext.DECIMAL128);
  }

  /** ln x = 2 × (z + z³/3 + z⁵/5 + …) with z = (x−1)/(x+1), after roots brought x close to 1. */
  private static BigDecimal logarithm(BigDecimal x) {
    BigDecimal root = x;
    BigDecimal factor = TWO;
    while (root.compareTo(NEAR_ONE) > 0) {
      root = root.sqrt(WORK);
      factor = factor.multiply(TWO);
    }
    BigDecimal z = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), WORK);
    BigDecimal square = z.multiply(z, WORK);
    BigDecimal power = z;
    BigDecimal sum = z;
    for (int n = 3; power.compareTo(TINY) > 0; n += 2) {
      power = power.multiply(square, WORK);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), WORK), WORK);
    }
    return sum.multiply(factor, WORK);
  }

  /** exp x = 1 + x + x²/2! + …, after halving x until it is small; then squared back. */
  private static BigDecimal exp(BigDecimal x) {
    BigDecimal half = x;
    int halvings = 0;
    while (half.compareTo(SMALL) > 0) {
      half = half.divide(TWO, WORK);
      halvings++;
    }
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; term.compareTo(TINY) > 0; n++) {
      term = term.multiply(half, WORK).divide(BigDecimal.valueOf(n), WORK);
      sum = sum.add(term, WORK);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, WORK);
    }
    return sum;
  }
}
