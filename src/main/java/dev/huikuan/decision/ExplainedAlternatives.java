package dev.huikuan.decision;

import dev.huikuan.decision.offer.Refused;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Recommendation.Alternative;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Recommendation.Status;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What else was considered: the other candidates, then offers that are not made though no row asks
 * for them, then actions that the next-action table would propose if a few cells were met, those
 * nearest to being met first.
 */
final class ExplainedAlternatives {

  /** Actions without a matching row that are named, and rows that are looked at for them. */
  private static final int MOST_UNMATCHED = 8;

  private static final int MOST_ROWS = 500;

  /** An action's row that failed on fewest cells. */
  private record Miss(CatalogueEntry action, Row row, int failures) {}

  private final Draft draft;
  private final Reasons reasons;

  ExplainedAlternatives(Draft draft, Reasons reasons) {
    this.draft = draft;
    this.reasons = reasons;
  }

  List<Alternative> list() {
    List<Alternative> alternatives = new ArrayList<>();
    for (Proposal candidate : draft.candidates()) {
      if (!candidate.code().equals(draft.choice().code())) {
        alternatives.add(considered(candidate));
      }
    }
    for (Refused refused : draft.offers().refused()) {
      if (draft.candidates().stream().noneMatch(c -> c.code().equals(refused.action()))) {
        draft
            .policy()
            .actions()
            .find(refused.action())
            .map(
                action ->
                    draft.options().isOutranked(refused.action())
                        ? outranked(action)
                        : blocked(action, refused.because()))
            .ifPresent(alternatives::add);
      }
    }
    TableRunner.table("nextAction", draft).ifPresent(table -> alternatives.addAll(misses(table)));
    return alternatives;
  }

  private Alternative blocked(CatalogueEntry action, List<Because> because) {
    return new Alternative(
        action.code(),
        action.label(),
        Status.BLOCKED,
        Sentences.list(because.stream().map(reasons::of).distinct().toList()),
        because,
        Optional.empty());
  }

  private Alternative outranked(CatalogueEntry action) {
    Weighed weighed = draft.options().outranked().get(action.code());
    return new Alternative(
        action.code(),
        action.label(),
        Status.OUTRANKED,
        Sentences.outranked(weighed),
        List.of(Sentences.belowWaiting(weighed)),
        weighed.economics());
  }

  private Alternative considered(Proposal candidate) {
    List<Because> because = draft.blocked(candidate.code());
    if (because.isEmpty() && draft.options().isOutranked(candidate.code())) {
      return outranked(candidate.action());
    }
    boolean free = because.isEmpty();
    return new Alternative(
        candidate.code(),
        candidate.action().label(),
        free ? Status.ELIGIBLE : Status.BLOCKED,
        free
            ? reasons.of(candidate)
            : Sentences.list(because.stream().map(reasons::of).distinct().toList()),
        because,
        draft.options().of(candidate.code()).flatMap(Weighed::economics));
  }

  private List<Alternative> misses(DecisionTable table) {
    Map<String, Miss> nearest = new LinkedHashMap<>();
    Reading reading = draft.book().reading();
    List<Value> values = NearestRow.values(table, reading);
    for (Row row : table.rows().stream().limit(MOST_ROWS).toList()) {
      action(table, row, reading)
          .map(action -> new Miss(action, row, NearestRow.failures(row, values, reading)))
          .ifPresent(
              miss ->
                  nearest.merge(
                      miss.action().code(),
                      miss,
                      (one, two) -> two.failures() < one.failures() ? two : one));
    }
    return nearest.values().stream()
        .filter(miss -> miss.failures() > 0)
        .sorted(Comparator.comparing(Miss::failures))
        .limit(MOST_UNMATCHED)
        .map(miss -> blocked(miss.action(), NearestRow.failed(table, miss.row(), reading)))
        .toList();
  }

  /** The action of a row in force, unless it is disabled, a candidate or the choice already. */
  private Optional<CatalogueEntry> action(DecisionTable table, Row row, Reading reading) {
    Optional<String> code = Optional.empty();
    for (int i = 0; i < table.outputs().size(); i++) {
      if (table.outputs().get(i).term().code().equals("nextAction")) {
        code =
            row.outputs()
                .get(i)
                .entry()
                .map(entry -> entry.value(reading))
                .filter(Value.Code.class::isInstance)
                .map(value -> ((Value.Code) value).code());
      }
    }
    return code.filter(c -> row.effective().contains(draft.asOf()))
        .filter(c -> !c.equals(draft.choice().code()))
        .filter(c -> draft.offers().refusal(c).isEmpty() && !draft.offers().has(c))
        .filter(c -> draft.candidates().stream().noneMatch(p -> p.code().equals(c)))
        .flatMap(draft.policy().actions()::find)
        .filter(action -> !action.disabled());
  }
}
