package dev.huikuan.decision.facts;

import static java.util.function.Predicate.not;

import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Credit;
import dev.huikuan.domain.Dispute;
import dev.huikuan.domain.Receivable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * From outstanding to payable and collectible: one deduction after the other, each capped at what
 * is left. The order is the order of the methods called in {@link #run}.
 */
final class Waterfall {

  private final Case theCase;
  private final LocalDate asOf;
  private final List<PromiseState> promises;
  private final List<AgreementState> agreements;
  private final Map<String, List<AgreementState>> agreementsOf = new HashMap<>();
  private final List<ClaimLine> lines = new ArrayList<>();
  private final List<ClaimLine> oldestFirst;
  private final String accountCurrency;

  private Waterfall(
      Case theCase, String base, List<PromiseState> promises, List<AgreementState> agreements) {
    this.theCase = theCase;
    this.asOf = theCase.asOf().date();
    this.promises = promises;
    this.agreements = agreements;
    for (AgreementState agreement : agreements) {
      for (String id : agreement.agreement().receivableIds()) {
        agreementsOf.computeIfAbsent(id, key -> new ArrayList<>()).add(agreement);
      }
    }
    for (Receivable receivable : theCase.receivables()) {
      Optional<Contract> contract = theCase.contractOf(receivable);
      Optional<LocalDate> replaced =
          agreementsOf(receivable).stream()
              .flatMap(a -> a.replacesDueDate().stream())
              .max(LocalDate::compareTo);
      lines.add(
          new ClaimLine(receivable, contract, DueDate.of(receivable, contract, replaced, asOf)));
    }
    oldestFirst =
        lines.stream()
            .sorted(
                Comparator.<ClaimLine, LocalDate>comparing(
                        line -> line.due.on().orElse(LocalDate.MAX))
                    .thenComparing(line -> line.receivable.id()))
            .toList();
    this.accountCurrency = accountCurrency(base);
  }

  private List<AgreementState> agreementsOf(Receivable receivable) {
    return agreementsOf.getOrDefault(receivable.id(), List.of());
  }

  /** The receivables of the case, in its order, with what follows for them. */
  static List<OpenItem> run(
      Case theCase, String base, List<PromiseState> promises, List<AgreementState> agreements) {
    Waterfall waterfall = new Waterfall(theCase, base, promises, agreements);
    waterfall.credits();
    waterfall.disputes();
    waterfall.promises();
    waterfall.grace();
    waterfall.plans();
    waterfall.ownFault();
    waterfall.pauses();
    return waterfall.lines.stream().map(waterfall::item).toList();
  }

  private OpenItem item(ClaimLine line) {
    BigDecimal later =
        line.deductions.stream()
            .filter(d -> d.code().equals(Deduction.PLAN_ACTIVE))
            .map(Deduction::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean late = line.due.isOverdue();
    return new OpenItem(
        line.receivable,
        line.contract,
        line.due,
        disputed(line.receivable),
        late ? line.receivable.outstanding().subtract(later) : BigDecimal.ZERO,
        line.left,
        late ? line.left : BigDecimal.ZERO,
        line.deductions);
  }

  /** First those for a receivable, then advances to their contract, then the rest. */
  private void credits() {
    List<Credit> credits = theCase.credits().orElse(List.of());
    Predicate<Credit> assigned = credit -> credit.receivableId().isPresent();
    Predicate<Credit> advance = credit -> credit.kind().equals("ADVANCE");
    credits.stream().filter(assigned).forEach(this::assigned);
    credits.stream().filter(not(assigned).and(advance)).forEach(this::advance);
    credits.stream()
        .filter(not(assigned).and(not(advance)))
        .forEach(credit -> spread(credit, line -> true));
  }

  private void assigned(Credit credit) {
    lines.stream()
        .filter(line -> line.receivable.id().equals(credit.receivableId().orElseThrow()))
        .filter(line -> line.receivable.currency().equals(credit.currency()))
        .forEach(line -> line.take(Deduction.CREDIT, credit.amount(), Optional.empty()));
  }

  private void advance(Credit credit) {
    credit
        .contractId()
        .ifPresent(id -> spread(credit, l -> l.receivable.contractId().equals(Optional.of(id))));
  }

  /** Over what is overdue in its currency, the oldest first. */
  private void spread(Credit credit, Predicate<ClaimLine> eligible) {
    BigDecimal rest = credit.amount();
    for (ClaimLine line : oldestFirst) {
      boolean serves =
          line.due.isOverdue()
              && line.receivable.currency().equals(credit.currency())
              && eligible.test(line);
      if (serves && line.left.signum() > 0 && rest.signum() > 0) {
        rest = rest.subtract(line.take(Deduction.CREDIT, rest, Optional.empty()));
      }
    }
  }

  private void disputes() {
    for (ClaimLine line : lines) {
      if (openDispute(line.receivable).isPresent()) {
        line.take(Deduction.DISPUTE_OPEN, disputed(line.receivable), Optional.empty());
      }
    }
  }

  private Optional<Dispute> openDispute(Receivable receivable) {
    return receivable.dispute().filter(dispute -> dispute.isOpen(theCase.asOf()));
  }

  private BigDecimal disputed(Receivable receivable) {
    return openDispute(receivable)
        .map(d -> d.amount().orElse(receivable.outstanding()).min(receivable.outstanding()))
        .orElse(BigDecimal.ZERO);
  }

  /** A promise for the account, which names no receivable, serves the oldest in its currency. */
  private void promises() {
    for (PromiseState promise : promises) {
      if (promise.isOpen()) {
        promised(promise);
      }
    }
  }

  private void promised(PromiseState promise) {
    Optional<String> id = promise.promise().receivableId();
    Optional<LocalDate> until = Optional.of(promise.openUntil());
    BigDecimal rest = promise.unpaid();
    for (int i = 0; i < oldestFirst.size() && rest.signum() > 0; i++) {
      ClaimLine line = oldestFirst.get(i);
      boolean meant =
          id.isPresent()
              ? line.receivable.id().equals(id.get())
              : line.left.signum() > 0 && line.receivable.currency().equals(accountCurrency);
      if (meant) {
        rest = rest.subtract(line.take(Deduction.PROMISE_NOT_DUE, rest, until));
      }
    }
  }

  /** The one currency of the receivables, else the base. */
  private String accountCurrency(String base) {
    List<String> currencies =
        lines.stream().map(line -> line.receivable.currency()).distinct().toList();
    return currencies.size() == 1 ? currencies.get(0) : base;
  }

  /** Granted time: an agreement until a day, or the contract's grace days after the due date. */
  private void grace() {
    for (ClaimLine line : lines) {
      Optional<AgreementState> granted =
          agreementsOf(line.receivable).stream()
              .filter(a -> a.isRunning() && !a.isPlan())
              .findFirst();
      Optional<LocalDate> contractual = contractualGrace(line);
      if (granted.isPresent()) {
        line.take(Deduction.GRACE_ACTIVE, line.left, granted.get().until());
      } else if (contractual.isPresent()) {
        line.take(Deduction.GRACE_ACTIVE, line.left, contractual);
      }
    }
  }

  private Optional<LocalDate> contractualGrace(ClaimLine line) {
    return line.contract
        .flatMap(contract -> contract.graceDays().toOptional())
        .filter(days -> line.due.isOverdue())
        .map(days -> line.due.on().orElseThrow().plusDays(days.longValue()))
        .filter(last -> !asOf.isAfter(last));
  }

  /** What a running plan asks for later, over its receivables, the oldest first keep the rest. */
  private void plans() {
    for (AgreementState plan : agreements) {
      BigDecimal rest = plan.isRunning() && plan.isPlan() ? plan.pendingAmount() : BigDecimal.ZERO;
      for (int i = oldestFirst.size() - 1; i >= 0 && rest.signum() > 0; i--) {
        ClaimLine line = oldestFirst.get(i);
        if (agreementsOf(line.receivable).contains(plan)) {
          rest = rest.subtract(line.take(Deduction.PLAN_ACTIVE, rest, plan.until()));
        }
      }
    }
  }

  private void ownFault() {
    for (ClaimLine line : lines) {
      if (awaitsAcceptance(line.receivable, line.contract)) {
        line.take(Deduction.ACCEPTANCE_PENDING, line.left, Optional.empty());
      }
      if (line.receivable.invoiceDeliveredOn().isNotYet()) {
        line.take(Deduction.INVOICE_NOT_DELIVERED, line.left, Optional.empty());
      }
      if (line.receivable.invoiceError().orElse(false)) {
        line.take(Deduction.INVOICE_ERROR, line.left, Optional.empty());
      }
    }
  }

  static boolean awaitsAcceptance(Receivable receivable, Optional<Contract> contract) {
    return contract
        .flatMap(c -> receivable.milestoneId().flatMap(c::milestone))
        .map(milestone -> milestone.isAwaitingAcceptance())
        .orElse(false);
  }

  /** A pause of the customer blocks actions and is no deduction; see the hold EXCLUDED. */
  private void pauses() {
    for (ClaimLine line : lines) {
      line.receivable
          .pause()
          .filter(pause -> pause.isRunning(asOf))
          .ifPresent(pause -> line.take(Deduction.EXCLUDED, line.left, pause.until()));
    }
  }
}
