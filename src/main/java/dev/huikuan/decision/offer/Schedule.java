package dev.huikuan.decision.offer;

import dev.huikuan.domain.Recommendation.Installment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan's payments in whole minor units. Law: down payment + Σ principal is the amount exactly,
 * the last installment absorbs what rounding leaves; every principal is positive.
 */
public record Schedule(BigDecimal downPayment, List<Installment> installments) {

  public Schedule {
    installments = List.copyOf(installments);
  }

  /**
   * Spreads an amount of whole minor units.
   *
   * @param dates one for each installment; there must be a minor unit of principal for each
   */
  static Schedule of(BigDecimal amount, MinorUnit unit, PlanTerms terms, List<LocalDate> dates) {
    BigDecimal down = downPayment(amount, unit, terms);
    BigDecimal left = amount.subtract(down);
    int count = dates.size();
    if (left.compareTo(unit.one().multiply(BigDecimal.valueOf(count))) < 0) {
      throw new IllegalArgumentException(left + " in " + count + " installments");
    }
    BigDecimal rate = terms.periodRate();
    BigDecimal part = part(left, rate, count, terms.method(), unit);
    List<Installment> installments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BigDecimal interest = unit.round(left.multiply(rate));
      BigDecimal wanted = terms.method() == PlanMethod.ANNUITY ? part.subtract(interest) : part;
      BigDecimal keep = unit.one().multiply(BigDecimal.valueOf(count - 1L - i));
      BigDecimal principal =
          i == count - 1 ? left : wanted.max(unit.one()).min(left.subtract(keep));
      installments.add(new Installment(dates.get(i), principal, interest, principal.add(interest)));
      left = left.subtract(principal);
    }
    return new Schedule(down, installments);
  }

  static BigDecimal downPayment(BigDecimal amount, MinorUnit unit, PlanTerms terms) {
    return unit.round(amount.multiply(terms.downPaymentPercent()).movePointLeft(2)).min(amount);
  }

  /** Equal principal {@code P/n}; annuity {@code P × r / (1 − (1+r)^−n)}, interest included. */
  private static BigDecimal part(
      BigDecimal principal, BigDecimal rate, int count, PlanMethod method, MinorUnit unit) {
    if (method != PlanMethod.ANNUITY || rate.signum() == 0) {
      return unit.round(principal.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128));
    }
    BigDecimal growth = BigDecimal.ONE.add(rate).pow(count, MathContext.DECIMAL128);
    BigDecimal factor =
        rate.multiply(growth).divide(growth.subtract(BigDecimal.ONE), MathContext.DECIMAL128);
    return unit.round(principal.multiply(factor));
  }

  public BigDecimal totalInterest() {
    return installments.stream()
        .map(Installment::interest)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
