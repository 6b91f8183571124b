package dev.huikuan.decision.facts;

import dev.huikuan.domain.Case;
import dev.huikuan.domain.Credit;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The derived account terms that need no decision: sums, ratios, counts, ages. */
final class AccountTerms {

  private final Facts facts;
  private final Case theCase;
  private final Exchange exchange;
  private final LocalDate asOf;
  private final Map<String, Value> terms;

  private AccountTerms(Facts facts, Map<String, Value> terms) {
    this.facts = facts;
    this.theCase = facts.theCase();
    this.exchange = facts.exchange();
    this.asOf = theCase.asOf().date();
    this.terms = terms;
  }

  static void into(Map<String, Value> terms, Facts facts) {
    AccountTerms account = new AccountTerms(facts, terms);
    account.money();
    account.fromLeading();
    account.history();
    account.bank();
    terms.put("daysToContractEnd", account.daysToContractEnd());
  }

  /** The contract in force that ends first; unknown when none ends on a known day from asOf on. */
  private Value daysToContractEnd() {
    OptionalLong days =
        theCase.contracts().stream()
            .flatMap(contract -> contract.endsOn().toOptional().stream())
            .mapToLong(end -> ChronoUnit.DAYS.between(asOf, end))
            .filter(left -> left >= 0)
            .min();
    return days.isPresent() ? Value.whole((int) days.getAsLong()) : Value.UNKNOWN;
  }

  private void money() {
    Optional<BigDecimal> outstanding = sum(OpenItem::outstanding);
    Optional<BigDecimal> overdue = sum(OpenItem::overdue);
    Progress progress = new Progress(theCase, exchange);
    Optional<BigDecimal> exposure =
        outstanding.flatMap(open -> progress.notYetInvoiced().map(open::add));
    terms.put("outstanding", Numbers.value(outstanding));
    terms.put("overdue", Numbers.value(overdue));
    terms.put("disputed", Numbers.value(sum(OpenItem::disputed)));
    terms.put("payable", Numbers.value(sum(OpenItem::payable)));
    terms.put("collectible", Numbers.value(sum(OpenItem::collectible)));
    terms.put("notYetInvoiced", Numbers.value(progress.notYetInvoiced()));
    terms.put("notYetAccepted", Numbers.value(progress.notYetAccepted()));
    terms.put("exposure", Numbers.value(exposure));
    terms.put(
        "creditUtilization",
        Numbers.value(
            exposure.flatMap(
                e ->
                    theCase
                        .customer()
                        .creditLimit()
                        .toOptional()
                        .flatMap(limit -> Numbers.ratio(e, limit)))));
    terms.put(
        "overdueShare",
        Numbers.value(outstanding.flatMap(all -> overdue.flatMap(o -> Numbers.ratio(o, all)))));
    terms.put("tailShare", Numbers.value(progress.tailShare()));
    terms.put("progressAheadOfPayment", Numbers.value(progress.aheadOfPayment()));
    terms.put(
        "paidPercent",
        Numbers.value(facts.leading().flatMap(OpenItem::contract).flatMap(progress::paidPercent)));
  }

  private Optional<BigDecimal> sum(Function<OpenItem, BigDecimal> amount) {
    return Exchange.sum(
        facts.items().stream()
            .map(item -> exchange.toBase(amount.apply(item), item.receivable().currency()))
            .toList());
  }

  private void fromLeading() {
    Optional<OpenItem> leading = facts.leading();
    terms.put(
        "daysPastDue",
        leading
            .filter(item -> item.collectible().signum() > 0)
            .map(item -> item.due().daysPastDue())
            .orElse(Value.whole(0)));
    OptionalLong nextDue =
        facts.items().stream()
            .filter(item -> item.payable().signum() > 0)
            .flatMap(item -> numbers(item.due().daysToDue()))
            .mapToLong(Value.Num::micros)
            .min();
    terms.put("daysToDue", nextDue.isPresent() ? Value.number(nextDue.getAsLong()) : Value.UNKNOWN);
    terms.put(
        "delayReason",
        GivenTerms.code(
            leading
                .map(item -> item.receivable().delayReason())
                .orElse(Known.unknown())
                .or(theCase.customer().delayReason())));
    terms.put(
        "legalRegion", LegalRegion.of(leading.flatMap(OpenItem::contract), theCase.customer()));
    terms.put("evidenceComplete", EvidenceFile.complete(facts.items(), leading));
    terms.put("acceptancePending", any(OpenItem::awaitsAcceptance));
    terms.put(
        "invoiceNotDelivered", any(item -> item.receivable().invoiceDeliveredOn().isNotYet()));
  }

  private Value any(java.util.function.Predicate<OpenItem> test) {
    return Value.flag(facts.items().stream().anyMatch(test));
  }

  private static java.util.stream.Stream<Value.Num> numbers(Value value) {
    return value instanceof Value.Num number
        ? java.util.stream.Stream.of(number)
        : java.util.stream.Stream.empty();
  }

  private void history() {
    Contacts contacts = new Contacts(theCase, facts.policy());
    terms.put("contactsLast7Days", contacts.last7Days());
    terms.put("daysSinceLastContact", contacts.daysSinceLast());
    terms.put("brokenPromises", brokenPromises());
    terms.put("lastDunningLevel", facts.ladder().lastLevel());
    ActionHistory history = new ActionHistory(theCase);
    terms.put("lastAction", history.last());
    history.into(terms, facts.actionCodes());
  }

  /** Without a list of promises the missed installments alone are known: none of them, unknown. */
  private Value brokenPromises() {
    long promises = facts.promises().stream().filter(p -> p.brokenWithinAYear(asOf)).count();
    long missed = facts.agreements().stream().mapToLong(a -> a.missedWithinAYear(asOf)).sum();
    boolean known = theCase.promises().isKnown() || missed > 0;
    return known ? Value.whole(promises + missed) : Value.UNKNOWN;
  }

  private void bank() {
    terms.put("unappliedCash", Numbers.value(unappliedCash()));
    terms.put(
        "bankDataAgeDays",
        theCase
            .bankDataAsOf()
            .toOptional()
            .map(day -> Value.whole(facts.creditorDays().between(day, asOf)))
            .orElse(Value.UNKNOWN));
    terms.put(
        "daysSinceReconciliation",
        theCase
            .lastReconciledOn()
            .toOptional()
            .map(day -> Value.whole(ChronoUnit.DAYS.between(day, asOf)))
            .orElse(Value.UNKNOWN));
  }

  private Optional<BigDecimal> unappliedCash() {
    return theCase
        .credits()
        .toOptional()
        .map(List::stream)
        .flatMap(
            credits ->
                Exchange.sum(
                    credits
                        .filter(c -> c.kind().equals("UNAPPLIED_CASH"))
                        .map((Credit c) -> exchange.toBase(c.amount(), c.currency()))
                        .toList()));
  }
}
