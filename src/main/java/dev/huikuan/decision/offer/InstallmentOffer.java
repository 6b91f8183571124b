package dev.huikuan.decision.offer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Paying in parts.
 *
 * @param terms as granted: the count is already lowered where contract, limitation or the minimum
 *     installment demand it
 * @param decidedCount the greatest that a table decided
 * @param downPaymentOn the first business day on or after asOf
 * @param days from asOf to the last installment
 */
public record InstallmentOffer(
    String currency,
    List<String> receivables,
    BigDecimal amount,
    PlanTerms terms,
    int decidedCount,
    LocalDate downPaymentOn,
    Schedule schedule,
    int days)
    implements Offer {

  public InstallmentOffer {
    receivables = List.copyOf(receivables);
  }

  @Override
  public String action() {
    return OFFER_INSTALLMENTS;
  }

  @Override
  public List<CashFlow> flows() {
    List<CashFlow> flows = new ArrayList<>();
    if (schedule.downPayment().signum() > 0) {
      flows.add(new CashFlow(downPaymentOn, schedule.downPayment()));
    }
    schedule.installments().forEach(part -> flows.add(new CashFlow(part.dueOn(), part.total())));
    return List.copyOf(flows);
  }

  /** The down payment. */
  @Override
  public Optional<BigDecimal> percent() {
    return Optional.of(terms.downPaymentPercent());
  }
}
