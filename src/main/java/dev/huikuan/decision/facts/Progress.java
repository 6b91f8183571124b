package dev.huikuan.decision.facts;

import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Milestone;
import dev.huikuan.domain.Receivable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How far a contract's work is ahead of its money. What is unknown about a milestone that matters
 * makes the sum unknown; a contract without milestones adds nothing.
 */
final class Progress {

  private final Case theCase;
  private final Exchange exchange;

  Progress(Case theCase, Exchange exchange) {
    this.theCase = theCase;
    this.exchange = exchange;
  }

  /** Completed work that is known not to be invoiced, in base currency. */
  Optional<BigDecimal> notYetInvoiced() {
    return sum(m -> m.completedOn().isKnown() && m.invoicedOn().isNotYet());
  }

  /** Completed work whose acceptance is awaited, in base currency. */
  Optional<BigDecimal> notYetAccepted() {
    return sum(m -> m.completedOn().isKnown() && m.isAwaitingAcceptance());
  }

  private Optional<BigDecimal> sum(Predicate<Milestone> wanted) {
    List<Optional<BigDecimal>> parts = new ArrayList<>();
    for (Contract contract : theCase.contracts()) {
      contract.milestones().orElse(List.of()).stream()
          .filter(wanted)
          .forEach(milestone -> parts.add(price(contract, milestone)));
    }
    return Exchange.sum(parts);
  }

  private Optional<BigDecimal> price(Contract contract, Milestone milestone) {
    if (!contract.totalAmount().isKnown() || !milestone.percent().isKnown()) {
      return Optional.empty();
    }
    BigDecimal part =
        contract.totalAmount().get().multiply(milestone.percent().get()).movePointLeft(2);
    return exchange.toBase(part, contract.currency().orElse(exchange.base()));
  }

  /**
   * Share of the price that is paid, in percent: paidAmount ÷ totalAmount; else what the invoiced
   * milestones ask for less what the contract's receivables still have outstanding.
   */
  Optional<BigDecimal> paidPercent(Contract contract) {
    Optional<BigDecimal> paid = contract.paidAmount().toOptional().or(() -> collected(contract));
    return paid.flatMap(p -> contract.totalAmount().toOptional().flatMap(t -> Numbers.ratio(p, t)))
        .map(Numbers.HUNDRED::multiply);
  }

  private Optional<BigDecimal> collected(Contract contract) {
    List<Milestone> invoiced =
        contract.milestones().orElse(List.of()).stream()
            .filter(m -> m.invoicedOn().isKnown())
            .toList();
    List<Receivable> open =
        theCase.receivables().stream()
            .filter(r -> r.contractId().equals(Optional.of(contract.id())))
            .toList();
    String currency = contract.currency().orElse(exchange.base());
    boolean comparable = open.stream().allMatch(r -> r.currency().equals(currency));
    boolean priced = invoiced.stream().allMatch(m -> m.percent().isKnown());
    if (invoiced.isEmpty() || !comparable || !priced || !contract.totalAmount().isKnown()) {
      return Optional.empty();
    }
    BigDecimal percent =
        invoiced.stream().map(m -> m.percent().get()).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal outstanding =
        open.stream().map(Receivable::outstanding).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal asked = contract.totalAmount().get().multiply(percent).movePointLeft(2);
    return Optional.of(asked.subtract(outstanding).max(BigDecimal.ZERO));
  }

  /** progressPercent − paidPercent in points, the greatest over contracts; may be negative. */
  Optional<BigDecimal> aheadOfPayment() {
    return theCase.contracts().stream()
        .flatMap(
            contract ->
                contract
                    .progressPercent()
                    .toOptional()
                    .flatMap(done -> paidPercent(contract).map(done::subtract))
                    .stream())
        .max(Comparator.naturalOrder());
  }

  /**
   * The tail: the share of the price that the last of a contract's milestones carries, 0 when there
   * is only one; the greatest over contracts.
   */
  Optional<BigDecimal> tailShare() {
    return theCase.contracts().stream()
        .flatMap(contract -> tail(contract.milestones().orElse(List.of())).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<BigDecimal> tail(List<Milestone> milestones) {
    if (milestones.isEmpty()) {
      return Optional.empty();
    }
    Known<BigDecimal> last = milestones.get(milestones.size() - 1).percent();
    return milestones.size() == 1
        ? Optional.of(BigDecimal.ZERO)
        : last.toOptional().map(percent -> percent.movePointLeft(2));
  }
}
