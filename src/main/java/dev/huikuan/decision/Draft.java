package dev.huikuan.decision;

import dev.huikuan.decision.facts.FactBook;
import dev.huikuan.decision.facts.Facts;
import dev.huikuan.decision.facts.OpenItem;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.offer.Offers;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.rules.Emission;
import dev.huikuan.policy.rules.RuleOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decision in the making; owned by one call, filled in by one {@link Step} after the other. */
final class Draft {

  /** The kind of the action WAIT, which nothing blocks. */
  static final String WAIT = "WAIT";

  static final String REFER_TO_PERSON = "REFER_TO_PERSON";

  /** What happened, in order: a table was evaluated, or the rules of a phase were run. */
  record Event(Optional<TableRun> table, Optional<RuleOutcome> rules) {}

  private final Plan plan;
  private final Asked asked;
  private final FactBook book;
  private final List<OpenItem> items;
  private final List<Event> events = new ArrayList<>();
  private final List<TableRun> runs = new ArrayList<>();
  private final List<Emission> emissions = new ArrayList<>();
  private final List<Text> referrals = new ArrayList<>();
  private List<HeldBack> holds = List.of();
  private Offers offers = Offers.NONE;
  private Options options = Options.NONE;
  private List<Proposal> candidates = List.of();
  private final Map<String, List<Because>> blocked = new LinkedHashMap<>();
  private Choice choice;
  private Optional<List<String>> approval = Optional.empty();
  private Timing timing = Timing.NONE;

  Draft(Plan plan, Asked asked) {
    this.plan = plan;
    this.asked = asked;
    this.book = Facts.of(asked.theCase(), plan.policy(), plan.calendars()).book(asked.overrides());
    this.items =
        facts().items().stream()
            .sorted(
                Comparator.comparing((OpenItem item) -> item.due().on().orElse(LocalDate.MAX))
                    .thenComparing(OpenItem::id))
            .toList();
  }

  Plan plan() {
    return plan;
  }

  Policy policy() {
    return plan.policy();
  }

  Case theCase() {
    return asked.theCase();
  }

  LocalDate asOf() {
    return theCase().asOf().date();
  }

  Map<String, Value> overrides() {
    return asked.overrides();
  }

  /** What a what-if assumed, to be told in the trace. */
  List<Text> assumed() {
    return asked.assumed();
  }

  boolean isHypothetical() {
    return asked.hypothetical();
  }

  FactBook book() {
    return book;
  }

  Facts facts() {
    return book.facts();
  }

  /** The receivables in the order of the answer: the oldest due first, then by id. */
  List<OpenItem> items() {
    return items;
  }

  /** The base currency for an amount, as tests see it; empty for a term that is none. */
  Optional<String> baseCurrencyOf(Term term) {
    return Optional.of(facts().baseCurrency()).filter(base -> term.type() == TermType.MONEY);
  }

  void evaluated(TableRun run) {
    events.add(new Event(Optional.of(run), Optional.empty()));
    runs.add(run);
  }

  void ruled(RuleOutcome outcome) {
    events.add(new Event(Optional.empty(), Optional.of(outcome)));
    emissions.addAll(outcome.emissions());
  }

  List<Event> events() {
    return events;
  }

  List<TableRun> runs() {
    return Collections.unmodifiableList(runs);
  }

  /** What the rules of one kind said so far. */
  <T extends Emission> List<T> said(Class<T> kind) {
    return emissions.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** A person has to decide, and this is why. */
  void refer(Text reason) {
    if (!referrals.contains(reason)) {
      referrals.add(reason);
    }
  }

  List<Text> referrals() {
    return referrals;
  }

  List<HeldBack> holds() {
    return holds;
  }

  /** The holds so far, in the catalogue's order; tables read them as the term {@code holds}. */
  void holds(List<HeldBack> found) {
    holds = List.copyOf(found);
    book.put("holds", Value.codes(found.stream().map(HeldBack::code).distinct().toList()));
  }

  /** What may be offered, as far as is known by now. */
  Offers offers() {
    return offers;
  }

  void offers(Offers made) {
    offers = made;
  }

  /** What the options are expected to bring. */
  Options options() {
    return options;
  }

  void options(Options weighed) {
    options = weighed;
  }

  List<Proposal> candidates() {
    return candidates;
  }

  void candidates(List<Proposal> proposals) {
    candidates = List.copyOf(proposals);
  }

  void block(String action, Because because) {
    List<Because> reasons = blocked.computeIfAbsent(action, code -> new ArrayList<>());
    if (!reasons.contains(because)) {
      reasons.add(because);
    }
  }

  /** Why the candidate cannot be chosen; empty when it can. */
  List<Because> blocked(String action) {
    return blocked.getOrDefault(action, List.of());
  }

  Choice choice() {
    return choice;
  }

  void choose(Choice made) {
    choice = made;
    book.put("action", Value.code(made.code()));
  }

  Optional<List<String>> approval() {
    return approval;
  }

  void approval(List<String> roles) {
    approval = Optional.of(List.copyOf(roles));
  }

  Timing timing() {
    return timing;
  }

  void timing(Timing found) {
    timing = found;
  }

  /** The action's row in the catalogue; WAIT and REFER_TO_PERSON exist in every policy. */
  CatalogueEntry action(String code) {
    Text label =
        code.equals(WAIT) ? new Text("等待", "Wait") : new Text("转人工处理", "Refer to a person");
    return policy()
        .actions()
        .find(code)
        .orElseGet(() -> new CatalogueEntry(code, label, false, Map.of(), ""));
  }
}
