package dev.huikuan.decision.facts;

import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * Late interest of one receivable: simple, on outstanding less disputed and credits, in its own
 * currency, from the day after the due date to asOf inclusive, plus a fixed sum once. The rate is
 * the one that a table decides (it knows the contract's, and what the law makes of it), else the
 * one agreed in the contract. Rounded to the currency's minor unit, HALF_UP. It leaves out parts
 * that were paid late before.
 */
final class LateInterest {

  private LateInterest() {}

  /**
   * Unknown while neither contract nor table gives a rate or fixed sum, or the due date is unknown.
   *
   * @param annualPercent as decided
   * @param dayBase as decided
   * @param fixedSum as decided
   * @param defaultDayBase the parameter dayBase, where no table decides one
   */
  static Value of(
      OpenItem item, Value annualPercent, Value dayBase, Value fixedSum, Value defaultDayBase) {
    Optional<Contract.LateInterest> agreed =
        item.contract()
            .flatMap(Contract::lateInterest)
            .filter(rate -> number(annualPercent).isEmpty());
    boolean perDay = agreed.map(rate -> rate.per().equals("DAY")).orElse(false);
    Optional<BigDecimal> percent =
        number(annualPercent).or(() -> agreed.map(Contract.LateInterest::percent));
    Optional<BigDecimal> base =
        perDay
            ? Optional.of(BigDecimal.ONE)
            : number(dayBase).or(() -> number(defaultDayBase)).filter(b -> b.signum() > 0);
    boolean rated = percent.isPresent() && base.isPresent();
    if (item.due().isUnknown() || !rated && number(fixedSum).isEmpty()) {
      return Value.UNKNOWN;
    }
    BigDecimal interest = rated ? simple(item, percent.get(), base.get()) : BigDecimal.ZERO;
    boolean late = item.due().isOverdue() && principal(item).signum() > 0;
    BigDecimal once = late ? number(fixedSum).orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
    return Numbers.value(interest.add(once));
  }

  private static BigDecimal simple(OpenItem item, BigDecimal percent, BigDecimal dayBase) {
    return principal(item)
        .multiply(percent)
        .multiply(BigDecimal.valueOf(item.due().daysLate()))
        .divide(
            dayBase.multiply(Numbers.HUNDRED),
            minorDigits(item.receivable().currency()),
            RoundingMode.HALF_UP);
  }

  /** Disputed and credited money may overlap; together they take off at most all. */
  private static BigDecimal principal(OpenItem item) {
    return item.outstanding()
        .subtract(item.deducted(Deduction.CREDIT))
        .subtract(item.deducted(Deduction.DISPUTE_OPEN));
  }

  private static int minorDigits(String currency) {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }

  private static Optional<BigDecimal> number(Value value) {
    return value instanceof Value.Num number ? Optional.of(number.decimal()) : Optional.empty();
  }
}
