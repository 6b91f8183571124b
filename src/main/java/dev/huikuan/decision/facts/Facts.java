package dev.huikuan.decision.facts;

import dev.huikuan.decision.timing.BusinessDays;
import dev.huikuan.decision.timing.Calendars;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The flat form of a case under a policy's parameters: everything that follows before any table
 * decides. Immutable; what is decided later goes into a {@link FactBook}.
 */
public final class Facts {

  private final Case theCase;
  private final Policy policy;
  private final Settings settings;
  private final BusinessDays creditorDays;
  private final Exchange exchange;
  private final List<PromiseState> promises;
  private final List<AgreementState> agreements;
  private final List<OpenItem> items;
  private final Map<String, OpenItem> itemsById;
  private final Optional<OpenItem> leading;
  private final Ladder ladder;
  private final Map<String, Value> account;
  private final Map<String, Map<String, Value>> receivables;

  private Facts(Case theCase, Policy policy, Calendars calendars) {
    LocalDate asOf = theCase.asOf().date();
    this.theCase = theCase;
    this.policy = policy;
    String home = jurisdiction("creditorJurisdiction", policy, asOf);
    this.creditorDays = calendars.of(home);
    this.settings =
        new Settings(
            policy.parameters(),
            asOf,
            calendars.of(theCase.customer().jurisdiction().toOptional().orElse(home)));
    this.exchange = new Exchange(settings);
    int tolerance = settings.whole("promiseToleranceDays");
    this.promises =
        theCase.promises().orElse(List.of()).stream()
            .map(promise -> PromiseState.of(promise, tolerance, settings))
            .toList();
    this.agreements =
        theCase.agreements().orElse(List.of()).stream()
            .map(agreement -> AgreementState.of(agreement, theCase, settings))
            .toList();
    this.items = Waterfall.run(theCase, exchange.base(), promises, agreements);
    this.itemsById = new LinkedHashMap<>();
    items.forEach(item -> itemsById.put(item.id(), item));
    this.leading = LeadingReceivable.of(items, exchange);
    this.ladder = new Ladder(theCase, items, policy.actions(), settings);
    this.receivables = receivableTerms();
    this.account = accountTerms();
  }

  /** Facts of a single case; for many of one policy hand over its calendars. */
  public static Facts of(Case theCase, Policy policy) {
    return of(theCase, policy, Calendars.of(policy));
  }

  public static Facts of(Case theCase, Policy policy, Calendars calendars) {
    return new Facts(theCase, policy, calendars);
  }

  private static String jurisdiction(String parameter, Policy policy, LocalDate asOf) {
    return policy.parameters().value(parameter, asOf) instanceof Value.Code code ? code.code() : "";
  }

  /** A book for one decision, with account terms set in place of what is computed. */
  public FactBook book(Map<String, Value> overrides) {
    return new FactBook(this, overrides);
  }

  private Map<String, Value> accountTerms() {
    Map<String, Value> terms = GivenTerms.ofAccount(theCase);
    leading.flatMap(OpenItem::contract).map(this::inBase).ifPresent(terms::putAll);
    AccountTerms.into(terms, this);
    return Collections.unmodifiableMap(terms);
  }

  /** A contract's terms as the account lends them: its amounts in base currency. */
  private Map<String, Value> inBase(Contract contract) {
    Map<String, Value> terms = GivenTerms.ofContract(contract);
    String currency = Exchange.ofContract(Optional.of(contract), exchange.base());
    if (!currency.equals(exchange.base())) {
      terms.replaceAll(
          (code, value) ->
              policy.vocabulary().get(code).type() == TermType.MONEY
                  ? exchange.between(value, currency, exchange.base())
                  : value);
    }
    return terms;
  }

  private Map<String, Map<String, Value>> receivableTerms() {
    Map<String, Map<String, Value>> result = new HashMap<>();
    for (OpenItem item : items) {
      Map<String, Value> terms = GivenTerms.ofReceivable(item, theCase.customer());
      item.contract().map(GivenTerms::ofContract).ifPresent(terms::putAll);
      terms.put("daysPastDue", item.due().daysPastDue());
      terms.put("daysToDue", item.due().daysToDue());
      terms.put("overdueFrom", item.due().overdueFrom());
      terms.put("currency", Value.code(item.receivable().currency()));
      terms.put("outstandingInOwnCurrency", Numbers.value(item.outstanding()));
      terms.put("overdue", Numbers.value(item.overdue()));
      terms.put("disputed", Numbers.value(item.disputed()));
      terms.put("payable", Numbers.value(item.payable()));
      terms.put("collectible", Numbers.value(item.collectible()));
      terms.put("legalRegion", LegalRegion.of(item.contract(), theCase.customer()));
      terms.put("acceptancePending", Value.flag(item.awaitsAcceptance()));
      terms.put(
          "invoiceNotDelivered", Value.flag(item.receivable().invoiceDeliveredOn().isNotYet()));
      result.put(item.id(), terms);
    }
    return result;
  }

  public Case theCase() {
    return theCase;
  }

  public Policy policy() {
    return policy;
  }

  /** The receivables in the order of the case, with their deductions. */
  public List<OpenItem> items() {
    return items;
  }

  public Optional<OpenItem> item(String receivableId) {
    return Optional.ofNullable(itemsById.get(receivableId));
  }

  /** The receivable that speaks for the account. */
  public Optional<OpenItem> leading() {
    return leading;
  }

  public List<PromiseState> promises() {
    return promises;
  }

  public List<AgreementState> agreements() {
    return agreements;
  }

  /** What cannot be true in the case: the hold DATA_QUALITY names it. */
  public List<Contradiction> contradictions() {
    return DataQuality.of(theCase);
  }

  /** The days of the contacts that count for the cap, asOf − 6 … asOf, oldest first. */
  public List<LocalDate> countedContactDays() {
    return new Contacts(theCase, policy).countedDays();
  }

  /** Open receivables whose due date nothing tells: alert DUE_DATE_UNKNOWN. */
  public List<Receivable> withoutDueDate() {
    return items.stream()
        .filter(item -> item.due().isUnknown() && item.outstanding().signum() > 0)
        .map(OpenItem::receivable)
        .toList();
  }

  /** The business days where the customer is; where that is unknown, the creditor's. */
  public BusinessDays customerDays() {
    return settings.days();
  }

  /** The business days where the creditor and its bank are. */
  public BusinessDays creditorDays() {
    return creditorDays;
  }

  public String baseCurrency() {
    return exchange.base();
  }

  /** The rates used, base currency for one unit, for the foreign currencies of the case. */
  public SortedMap<String, BigDecimal> exchangeRates() {
    return exchange.ratesOf(theCase);
  }

  /** Currencies of the case without a rate: alert EXCHANGE_RATE_MISSING. */
  public SortedSet<String> currenciesWithoutRate() {
    return exchange.withoutRate(theCase);
  }

  Exchange exchange() {
    return exchange;
  }

  Ladder ladder() {
    return ladder;
  }

  Settings settings() {
    return settings;
  }

  /** The catalogue's actions and those taken that it no longer has. */
  SortedSet<String> actionCodes() {
    SortedSet<String> codes = new TreeSet<>(policy.actions().codes());
    theCase.actionsTaken().orElse(List.of()).forEach(taken -> codes.add(taken.code()));
    return codes;
  }

  Map<String, Value> account() {
    return account;
  }

  Map<String, Value> receivable(String id) {
    return receivables.getOrDefault(id, Map.of());
  }
}
