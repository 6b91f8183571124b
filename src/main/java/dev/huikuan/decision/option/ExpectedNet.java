package dev.huikuan.decision.option;

import dev.huikuan.decision.offer.CashFlow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The money that an option is expected to bring, in today's value:
 *
 * <pre>
 * net = Σ flow × (1 − fee) × (a + (1 − a) × p ÷ (1 + k × days ÷ 365)) − cost
 * </pre>
 *
 * over its cash flows; p is the probability, a the share that is paid at once and certain because
 * it is advanced (factoring; 0 otherwise), k the cost of capital a year, days those from asOf to
 * the flow. An ordinary action has one flow; an offer has its own. A day of the year is 1 ÷ 365
 * whatever the parameter {@code dayBase} says: it is a discount rate, no interest.
 *
 * @param costOfCapitalPercent a year, simple
 */
public record ExpectedNet(LocalDate asOf, BigDecimal costOfCapitalPercent) {

  private static final BigDecimal DAYS = BigDecimal.valueOf(365);

  /** Not rounded: round it to the currency's minor unit, and only then. */
  public BigDecimal of(Chance chance, List<CashFlow> flows, BigDecimal cost) {
    BigDecimal atOnce = share(chance.advancePercent());
    BigDecimal later = BigDecimal.ONE.subtract(atOnce).multiply(chance.probability());
    BigDecimal kept = BigDecimal.ONE.subtract(share(chance.feePercent()));
    BigDecimal sum = BigDecimal.ZERO;
    for (CashFlow flow : flows) {
      BigDecimal worth = later.divide(discount(flow.on()), MathContext.DECIMAL128).add(atOnce);
      sum = sum.add(flow.amount().multiply(kept).multiply(worth));
    }
    return sum.subtract(cost);
  }

  /** 1 + k × days ÷ 365; what comes today or came before is worth what it is. */
  private BigDecimal discount(LocalDate on) {
    long days = Math.max(0, ChronoUnit.DAYS.between(asOf, on));
    return share(costOfCapitalPercent)
        .multiply(BigDecimal.valueOf(days))
        .divide(DAYS, MathContext.DECIMAL128)
        .add(BigDecimal.ONE);
  }

  /** The day on which the money of these flows comes on average, weighed by amount. */
  public LocalDate average(Chance chance, List<CashFlow> flows) {
    BigDecimal later = BigDecimal.ONE.subtract(share(chance.advancePercent()));
    BigDecimal weighed = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    for (CashFlow flow : flows) {
      BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(asOf, flow.on()));
      weighed = weighed.add(days.multiply(flow.amount()).multiply(later));
      sum = sum.add(flow.amount());
    }
    return sum.signum() == 0
        ? flows.get(flows.size() - 1).on()
        : asOf.plusDays(weighed.divide(sum, 0, RoundingMode.HALF_UP).longValue());
  }

  private static BigDecimal share(BigDecimal percent) {
    return percent.movePointLeft(2);
  }
}
