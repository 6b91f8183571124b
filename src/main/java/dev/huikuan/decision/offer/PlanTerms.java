package dev.huikuan.decision.offer;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Terms of a plan. The interest of one period is {@code annualInterestPercent × intervalDays ÷
 * dayBase}: on the usual base of 360 (twelve months of thirty days) 12 % a year is exactly 1 % for
 * each interval of 30 days, whatever the calendar and weekends make of the dates.
 *
 * @param downPaymentPercent of the amount, 0–100
 * @param count installments, the down payment not counted; at least 1
 * @param intervalDays days between installments, at least 1
 * @param dayBase days in a year of interest
 */
public record PlanTerms(
    BigDecimal downPaymentPercent,
    int count,
    int intervalDays,
    BigDecimal annualInterestPercent,
    PlanMethod method,
    int dayBase) {

  public PlanTerms {
    if (count < 1 || intervalDays < 1 || dayBase < 1) {
      throw new IllegalArgumentException(count + " × " + intervalDays + " / " + dayBase);
    }
    downPaymentPercent = downPaymentPercent.stripTrailingZeros();
    annualInterestPercent = annualInterestPercent.stripTrailingZeros();
  }

  PlanTerms withCount(int fewer) {
    return new PlanTerms(
        downPaymentPercent, fewer, intervalDays, annualInterestPercent, method, dayBase);
  }

  /** The interest of one period as a ratio of what is left; 0.01 is 1 %. */
  BigDecimal periodRate() {
    return method == PlanMethod.INTEREST_FREE
        ? BigDecimal.ZERO
        : annualInterestPercent
            .multiply(BigDecimal.valueOf(intervalDays))
            .divide(BigDecimal.valueOf(100L * dayBase), MathContext.DECIMAL128);
  }
}
