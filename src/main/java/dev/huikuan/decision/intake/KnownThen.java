package dev.huikuan.decision.intake;

import dev.huikuan.domain.Agreement;
import dev.huikuan.domain.AsOf;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Credit;
import dev.huikuan.domain.Dispute;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Milestone;
import dev.huikuan.domain.Promise;
import dev.huikuan.domain.Receivable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes out of a case what was not known at its asOf and counts it. Records dated later are left
 * out; later dates of things that can only have happened become <em>not yet</em>. Terms about the
 * future (due dates, ends, pauses, promised days) stay. Law: adding to a present list a record
 * dated after asOf changes nothing but the count.
 */
final class KnownThen {

  private final Case theCase;
  private final AsOf asOf;
  private int omitted;

  private KnownThen(Case theCase) {
    this.theCase = theCase;
    this.asOf = theCase.asOf();
    this.omitted = theCase.omitted();
  }

  static Case of(Case theCase) {
    return new KnownThen(theCase).reduced();
  }

  private Case reduced() {
    List<Contract> contracts = theCase.contracts().stream().map(this::contract).toList();
    List<Receivable> receivables =
        kept(theCase.receivables(), r -> r.invoicedOn()).stream().map(this::receivable).toList();
    Known<List<Credit>> credits = theCase.credits().map(list -> kept(list, Credit::on));
    Known<List<Promise>> promises = theCase.promises().map(list -> kept(list, Promise::madeOn));
    Known<List<Agreement>> agreements =
        theCase.agreements().map(list -> kept(list, Agreement::agreedOn));
    var contacts =
        theCase.contacts().map(list -> counted(list, contact -> asOf.knows(contact.at())));
    var actions =
        theCase.actionsTaken().map(list -> counted(list, action -> asOf.knows(action.at())));
    Known<LocalDate> bank = bankData(theCase.bankDataAsOf());
    Known<LocalDate> reconciled = past(theCase.lastReconciledOn());
    return new Case(
        asOf,
        theCase.ledger(),
        bank,
        reconciled,
        theCase.customer(),
        contracts,
        receivables,
        credits,
        promises,
        agreements,
        contacts,
        actions,
        omitted);
  }

  private <T> List<T> kept(List<T> list, java.util.function.Function<T, Known<LocalDate>> dated) {
    return counted(list, item -> dated.apply(item).toOptional().map(asOf::knows).orElse(true));
  }

  private <T> List<T> counted(List<T> list, Predicate<T> known) {
    List<T> kept = list.stream().filter(known).toList();
    omitted += list.size() - kept.size();
    return kept;
  }

  /** A later day of what can only have happened: not yet. */
  private Known<LocalDate> past(Known<LocalDate> date) {
    if (date.toOptional().map(asOf::knows).orElse(true)) {
      return date;
    }
    omitted++;
    return Known.notYet();
  }

  /** Bank data of a later day contain those of asOf. */
  private Known<LocalDate> bankData(Known<LocalDate> date) {
    return past(date).equals(date) ? date : Known.of(asOf.date());
  }

  private Contract contract(Contract c) {
    return new Contract(
        c.id(),
        c.currency(),
        c.totalAmount(),
        c.paidAmount(),
        past(c.signedOn()),
        c.endsOn(),
        c.netDays(),
        c.graceDays(),
        c.earlyPaymentDiscount(),
        c.lateInterest(),
        c.installmentsAllowed(),
        c.maxInstallments(),
        c.suspensionClause(),
        c.disputeResolution(),
        c.governingLaw(),
        c.termsClear(),
        c.progressPercent(),
        c.milestones().map(list -> list.stream().map(this::milestone).toList()),
        c.attributes());
  }

  private Milestone milestone(Milestone m) {
    return new Milestone(
        m.id(),
        m.kind(),
        m.percent(),
        m.dueOn(),
        past(m.completedOn()),
        m.acceptanceRequired(),
        past(m.acceptedOn()),
        past(m.invoicedOn()));
  }

  private Receivable receivable(Receivable r) {
    return new Receivable(
        r.id(),
        r.contractId(),
        r.milestoneId(),
        r.currency(),
        r.amount(),
        r.outstanding(),
        r.invoicedOn(),
        past(r.invoiceDeliveredOn()),
        past(r.goodsDeliveredOn()),
        r.dueOn(),
        r.invoiceError(),
        r.dispute().flatMap(this::dispute),
        r.delayReason(),
        past(r.lastInterruptionOn()),
        r.evidence(),
        r.pause(),
        r.attributes());
  }

  private Optional<Dispute> dispute(Dispute d) {
    if (!d.openedOn().map(asOf::knows).orElse(true)) {
      omitted++;
      return Optional.empty();
    }
    Optional<LocalDate> resolved = d.resolvedOn().filter(asOf::knows);
    omitted += resolved.equals(d.resolvedOn()) ? 0 : 1;
    return Optional.of(new Dispute(d.openedOn(), resolved, d.amount(), d.reason()));
  }
}
