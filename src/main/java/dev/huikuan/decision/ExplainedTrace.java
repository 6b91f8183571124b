package dev.huikuan.decision;

import dev.huikuan.decision.offer.DiscountOffer;
import dev.huikuan.decision.offer.InstallmentOffer;
import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.rules.Emission;
import dev.huikuan.policy.rules.RuleOutcome;
import dev.huikuan.policy.table.DecisionTable.NoMatch;
import dev.huikuan.policy.table.TableResult.Hit;
import dev.huikuan.policy.table.TableResult.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the recommendation came about, in the order in which it did. */
final class ExplainedTrace {

  /** Code of the notes that say what a what-if assumed. */
  private static final String ASSUMED = "ASSUMED";

  private final Draft draft;
  private final Reasons reasons;

  ExplainedTrace(Draft draft, Reasons reasons) {
    this.draft = draft;
    this.reasons = reasons;
  }

  List<TraceEntry> entries() {
    // equal steps of several receivables are one entry that names them all
    Map<TraceEntry, List<String>> steps = new LinkedHashMap<>();
    for (Draft.Event event : draft.events()) {
      event.table().ifPresent(run -> table(run).forEach(entry -> add(steps, entry, run)));
      event
          .rules()
          .ifPresent(
              outcome -> rules(outcome).forEach(e -> steps.putIfAbsent(e, new ArrayList<>())));
    }
    List<TraceEntry> entries = new ArrayList<>();
    steps.forEach((entry, receivables) -> entries.add(about(entry, receivables)));
    entries.addAll(notes());
    return entries;
  }

  private static void add(Map<TraceEntry, List<String>> steps, TraceEntry entry, TableRun run) {
    run.receivable()
        .ifPresentOrElse(
            id -> steps.computeIfAbsent(entry, e -> new ArrayList<>()).add(id),
            () -> steps.putIfAbsent(entry, new ArrayList<>()));
  }

  private static TraceEntry about(TraceEntry entry, List<String> receivables) {
    if (entry instanceof TraceEntry.RowMatched row) {
      return new TraceEntry.RowMatched(
          row.decision(),
          row.row(),
          row.location(),
          List.copyOf(receivables),
          row.matched(),
          row.outputs(),
          row.text());
    }
    if (entry instanceof TraceEntry.NotMade table) {
      return new TraceEntry.NotMade(
          table.decision(),
          table.location(),
          List.copyOf(receivables),
          table.closest(),
          table.text());
    }
    return entry;
  }

  private Stream<TraceEntry> table(TableRun run) {
    if (run.matched()) {
      return run.result().hits().stream().map(hit -> row(run, hit));
    }
    boolean needed =
        Plan.decides(run.table(), "nextAction") || run.table().noMatch() == NoMatch.REFER;
    return run.isMissing() || needed ? Stream.of(notMade(run)) : Stream.empty();
  }

  private TraceEntry row(TableRun run, Hit hit) {
    return new TraceEntry.RowMatched(
        run.table().code(),
        hit.row().id(),
        hit.row().location(),
        List.of(),
        hit.tested().stream().map(cell -> reasons.tested(cell, run.table())).toList(),
        outputs(hit, run.receivable()),
        reasons.of(hit, run.receivable()));
  }

  private Map<String, Value> outputs(Hit hit, Optional<String> receivable) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    hit.outputs()
        .forEach(
            (term, value) ->
                outputs.put(
                    term,
                    value instanceof Value.Words words
                        ? Value.words(reasons.printer().fill(words.text(), receivable))
                        : value));
    return outputs;
  }

  private TraceEntry notMade(TableRun run) {
    List<TraceEntry.ClosestRow> closest = new ArrayList<>();
    for (NearMiss miss : run.result().closest()) {
      closest.add(
          new TraceEntry.ClosestRow(
              miss.row().id(),
              miss.row().location(),
              miss.failed().stream().map(cell -> reasons.tested(cell, run.table())).toList()));
    }
    return new TraceEntry.NotMade(
        run.table().code(), run.table().location(), List.of(), closest, Sentences.noRow(run));
  }

  private List<TraceEntry> rules(RuleOutcome outcome) {
    List<TraceEntry> entries = new ArrayList<>();
    for (RuleOutcome.Fired fired : outcome.fired()) {
      List<Text> said =
          outcome.emissions().stream()
              .filter(emission -> emission.rule().equals(fired.rule()))
              .map(this::said)
              .distinct()
              .toList();
      entries.add(
          new TraceEntry.RuleFired(
              fired.rule(),
              fired.location(),
              fired.receivables(),
              fired.emitted(),
              Sentences.list(said)));
    }
    for (RuleOutcome.Failure failure : outcome.failures()) {
      entries.add(
          new TraceEntry.RuleFired(
              failure.rule(), failure.location(), List.of(), List.of(), failure.message()));
    }
    return entries;
  }

  /** The catalogue's label, and its text where it has one. */
  private Text said(Emission emission) {
    return emission.fold(
        hold -> named("保留事项：", "Hold: ", draft.policy().holds(), hold.code()),
        block -> named("阻止：", "Blocks: ", draft.policy().actions(), block.code()),
        prefer -> named("优先：", "Prefers: ", draft.policy().actions(), prefer.code()),
        alert -> named("提示：", "Alert: ", draft.policy().alerts(), alert.code()),
        advice -> named("建议：", "Advice: ", draft.policy().advice(), advice.code()),
        set -> new Text("设定：" + set.code(), "Sets: " + set.code()));
  }

  private Text named(String zh, String en, Catalogue catalogue, String code) {
    Text label = catalogue.find(code).map(CatalogueEntry::label).orElse(Text.same(code));
    Text text =
        catalogue
            .find(code)
            .map(entry -> entry.text(CatalogueColumns.TEXT))
            .map(words -> reasons.printer().fill(words, Optional.empty()))
            .orElse(Text.EMPTY);
    return Sentences.join(new Text(zh + label.zh(), en + label.en()), text);
  }

  private List<TraceEntry> notes() {
    List<TraceEntry> notes = new ArrayList<>();
    draft.offers().only(DiscountOffer.class).stream()
        .filter(offer -> offer.rate().compareTo(offer.decidedRate()) < 0)
        .map(Sentences::rateLowered)
        .map(text -> new TraceEntry.Note("OFFER_LOWERED", Optional.empty(), text))
        .forEach(notes::add);
    draft.offers().only(InstallmentOffer.class).stream()
        .filter(offer -> offer.terms().count() < offer.decidedCount())
        .map(Sentences::countLowered)
        .map(text -> new TraceEntry.Note("OFFER_LOWERED", Optional.empty(), text))
        .forEach(notes::add);
    int omitted = draft.theCase().omitted();
    if (omitted > 0) {
      notes.add(new TraceEntry.Note("OMITTED", Optional.of(omitted), Sentences.omitted(omitted)));
    }
    for (Text moved : draft.timing().moved()) {
      notes.add(new TraceEntry.Note(Timing.MOVED_BY_CALENDAR, Optional.empty(), moved));
    }
    draft
        .assumed()
        .forEach(text -> notes.add(new TraceEntry.Note(ASSUMED, Optional.empty(), text)));
    if (!draft.overrides().isEmpty() && draft.assumed().isEmpty()) {
      List<Text> terms =
          draft.policy().vocabulary().terms().stream()
              .filter(term -> draft.overrides().containsKey(term.code()))
              .map(dev.huikuan.domain.Term::label)
              .toList();
      notes.add(
          new TraceEntry.Note(
              "OVERRIDDEN",
              Optional.of(draft.overrides().size()),
              Sentences.overridden(Sentences.list(terms))));
    }
    return notes;
  }
}
