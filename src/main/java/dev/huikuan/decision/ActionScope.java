package dev.huikuan.decision;

import dev.huikuan.decision.facts.OpenItem;
import dev.huikuan.decision.offer.Offer;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Milestone;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.Recommendation.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an action is about: which receivables, contracts and milestones, and how much.
 *
 * @param amounts one per currency, by currency
 */
record ActionScope(
    List<String> receivables,
    List<String> contracts,
    List<String> milestones,
    List<Amount> amounts) {

  private static final ActionScope NOTHING =
      new ActionScope(List.of(), List.of(), List.of(), List.of());

  static ActionScope of(Draft draft) {
    String code = draft.choice().code();
    String kind = draft.choice().action().column(CatalogueColumns.KIND);
    List<HeldBack> calling =
        draft.holds().stream()
            .filter(hold -> hold.entry().column(CatalogueColumns.INSTEAD).equals(code))
            .filter(hold -> !hold.receivables().isEmpty())
            .toList();
    if (kind.equals(Draft.WAIT)) {
      return NOTHING;
    }
    if (!calling.isEmpty()) {
      return held(calling, draft);
    }
    if (draft.offers().has(code)) {
      return offered(code, draft);
    }
    return switch (code) {
      case "ISSUE_INVOICE" -> milestones(draft, milestone -> milestone.invoicedOn().isNotYet());
      case "ARRANGE_ACCEPTANCE" -> milestones(draft, Milestone::isAwaitingAcceptance);
      case "FILE_INSOLVENCY_CLAIM", "RECONCILE_ACCOUNT" ->
          over(draft, item -> item.outstanding().signum() > 0, OpenItem::outstanding);
      case "PRE_DUE_REMINDER" -> nextDue(draft);
      default -> claimed(draft, kind);
    };
  }

  private static ActionScope offered(String code, Draft draft) {
    TreeSet<String> ids = new TreeSet<>();
    TreeMap<String, BigDecimal> sums = new TreeMap<>();
    for (Offer offer : draft.offers().made()) {
      if (offer.action().equals(code)) {
        ids.addAll(offer.receivables());
        sums.merge(offer.currency(), offer.amount(), BigDecimal::add);
      }
    }
    ActionScope scope = over(draft, item -> ids.contains(item.id()), OpenItem::payable);
    return new ActionScope(scope.receivables(), scope.contracts(), List.of(), amounts(sums));
  }

  /** What can be collected; a reminder of what is not yet due is about the next due. */
  private static ActionScope claimed(Draft draft, String kind) {
    boolean nothing = ListCandidates.nothingElse(draft);
    if (nothing) {
      return kind.equals("REMINDER") ? nextDue(draft) : NOTHING;
    }
    Optional<String> contract = ownContract(draft);
    return over(
        draft,
        item ->
            item.collectible().signum() > 0
                && (contract.isEmpty() || item.receivable().contractId().equals(contract)),
        OpenItem::collectible);
  }

  /** An action that was decided from contract terms covers the leading receivable's contract. */
  private static Optional<String> ownContract(Draft draft) {
    boolean byContract =
        draft
            .choice()
            .proposal()
            .flatMap(Proposal::row)
            .map(
                row ->
                    row.tested().stream()
                        .anyMatch(cell -> cell.column().term().term().level() == Level.CONTRACT))
            .orElse(false);
    return byContract
        ? draft.facts().leading().flatMap(item -> item.receivable().contractId())
        : Optional.empty();
  }

  private static ActionScope nextDue(Draft draft) {
    Predicate<OpenItem> ahead =
        item ->
            item.payable().signum() > 0
                && item.due().on().map(day -> !day.isBefore(draft.asOf())).orElse(false);
    Optional<LocalDate> next =
        draft.items().stream()
            .filter(ahead)
            .flatMap(item -> item.due().on().stream())
            .min(LocalDate::compareTo);
    return over(draft, item -> ahead.test(item) && item.due().on().equals(next), OpenItem::payable);
  }

  private static ActionScope held(List<HeldBack> holds, Draft draft) {
    TreeSet<String> ids = new TreeSet<>();
    TreeMap<String, BigDecimal> sums = new TreeMap<>();
    for (HeldBack hold : holds) {
      ids.addAll(hold.receivables());
      hold.currency()
          .ifPresent(c -> sums.merge(c, hold.amount().orElse(BigDecimal.ZERO), BigDecimal::add));
    }
    ActionScope scope = over(draft, item -> ids.contains(item.id()), item -> BigDecimal.ZERO);
    List<String> milestones =
        draft.items().stream()
            .filter(item -> ids.contains(item.id()))
            .flatMap(item -> item.receivable().milestoneId().stream())
            .distinct()
            .toList();
    return new ActionScope(scope.receivables(), scope.contracts(), milestones, amounts(sums));
  }

  /** Completed milestones that lack something: their invoice, or their acceptance. */
  private static ActionScope milestones(Draft draft, Predicate<Milestone> lacking) {
    List<String> contracts = new ArrayList<>();
    List<String> milestones = new ArrayList<>();
    TreeMap<String, BigDecimal> sums = new TreeMap<>();
    for (Contract contract : draft.theCase().contracts()) {
      for (Milestone milestone : contract.milestones().orElse(List.of())) {
        if (milestone.completedOn().isKnown() && lacking.test(milestone)) {
          contracts.add(contract.id());
          milestones.add(milestone.id());
          String currency = contract.currency().orElse(draft.facts().baseCurrency());
          price(contract, milestone)
              .ifPresent(price -> sums.merge(currency, price, BigDecimal::add));
        }
      }
    }
    return new ActionScope(
        List.of(), contracts.stream().distinct().toList(), milestones, amounts(sums));
  }

  private static Optional<BigDecimal> price(Contract contract, Milestone milestone) {
    return contract
        .totalAmount()
        .toOptional()
        .flatMap(
            total ->
                milestone
                    .percent()
                    .toOptional()
                    .map(percent -> total.multiply(percent).movePointLeft(2)));
  }

  private static ActionScope over(
      Draft draft, Predicate<OpenItem> wanted, Function<OpenItem, BigDecimal> amount) {
    List<OpenItem> items = draft.items().stream().filter(wanted).toList();
    TreeMap<String, BigDecimal> sums = new TreeMap<>();
    items.forEach(
        item -> sums.merge(item.receivable().currency(), amount.apply(item), BigDecimal::add));
    List<String> contracts =
        items.stream()
            .map(OpenItem::receivable)
            .flatMap(receivable -> receivable.contractId().stream())
            .distinct()
            .toList();
    return new ActionScope(
        items.stream().map(OpenItem::receivable).map(Receivable::id).toList(),
        contracts,
        List.of(),
        amounts(sums));
  }

  private static List<Amount> amounts(TreeMap<String, BigDecimal> sums) {
    return sums.entrySet().stream()
        .map(entry -> new Amount(entry.getKey(), entry.getValue()))
        .toList();
  }
}
