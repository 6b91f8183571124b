package dev.huikuan.decision.offer;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The arithmetic of discounts. Percents in and out ({@code 2} is 2 %), with 34 significant digits;
 * whoever shows them rounds.
 */
public final class DiscountCost {

  private static final MathContext PRECISION = MathContext.DECIMAL128;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Money market days in a year, of the sliding scale only. */
  private static final BigDecimal SLIDING_YEAR = BigDecimal.valueOf(360);

  private DiscountCost() {}

  /**
   * The yearly cost of a discount of d for money that comes Δ days sooner, simple: {@code d/(1−d) ×
   * B/Δ}. Of 2/10 net 30 (d 2 %, Δ 20) it is 36.73 % on a base of 360 days, 37.24 % on 365.
   *
   * @param percent d, 0 or more and less than 100
   * @param days Δ, at least 1
   * @param dayBase B, days in a year
   */
  public static BigDecimal simplePercent(BigDecimal percent, long days, int dayBase) {
    return gain(percent)
        .multiply(BigDecimal.valueOf(dayBase))
        .divide(positive(days), PRECISION)
        .multiply(HUNDRED);
  }

  /** The same compounded: {@code (1 + d/(1−d))^(B/Δ) − 1}; 2/10 net 30 on 365 days: 44.59 %. */
  public static BigDecimal effectivePercent(BigDecimal percent, long days, int dayBase) {
    BigDecimal exponent = BigDecimal.valueOf(dayBase).divide(positive(days), PRECISION);
    return Powers.power(BigDecimal.ONE.add(gain(percent)), exponent)
        .subtract(BigDecimal.ONE)
        .multiply(HUNDRED);
  }

  /**
   * The discount at which the seller neither wins nor loses, with cost of capital k and Δ days
   * gained: {@code d* = (kΔ/B) / (1 + kΔ/B)}; k 12 %, 20 days: 0.653 %.
   *
   * @param costOfCapitalPercent k, a year
   * @param days Δ, 0 or more
   */
  public static BigDecimal breakEvenPercent(
      BigDecimal costOfCapitalPercent, long days, int dayBase) {
    BigDecimal interest =
        costOfCapitalPercent
            .movePointLeft(2)
            .multiply(BigDecimal.valueOf(days))
            .divide(BigDecimal.valueOf(dayBase), PRECISION);
    return interest.divide(BigDecimal.ONE.add(interest), PRECISION).multiply(HUNDRED);
  }

  /**
   * The percent that a sliding scale gives for days paid early: {@code APR × days / 360}, so that
   * 10 000 paid 7 days early at 18 % earn 35.00.
   */
  public static BigDecimal slidingPercent(BigDecimal annualPercent, long days) {
    return annualPercent.multiply(BigDecimal.valueOf(days)).divide(SLIDING_YEAR, PRECISION);
  }

  /** d/(1−d). */
  private static BigDecimal gain(BigDecimal percent) {
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) >= 0) {
      throw new IllegalArgumentException("a discount of " + percent + " %");
    }
    return percent.divide(HUNDRED.subtract(percent), PRECISION);
  }

  private static BigDecimal positive(long days) {
    if (days < 1) {
      throw new IllegalArgumentException("a discount over " + days + " days");
    }
    return BigDecimal.valueOf(days);
  }
}
