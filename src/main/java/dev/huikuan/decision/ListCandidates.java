package dev.huikuan.decision;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable.NoMatch;
import dev.huikuan.policy.table.TableResult.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is proposed: what holds call for instead, in the holds' order, then the rows of the table
 * that decides {@code nextAction}. An amount hold calls for something only while nothing else can
 * be collected; otherwise that is advice. A disabled action is never a candidate.
 */
final class ListCandidates implements Step {

  private static final String NEXT_ACTION = "nextAction";

  @Override
  public void take(Draft draft) {
    Map<String, Proposal> candidates = new LinkedHashMap<>();
    Catalogue actions = draft.policy().actions();
    for (HeldBack hold : draft.holds()) {
      instead(hold, actions)
          .filter(action -> !hold.takesAmount() || nothingElse(draft))
          .ifPresent(
              action ->
                  candidates.putIfAbsent(
                      action.code(),
                      new Proposal(action, Optional.of(hold), Optional.empty(), Optional.empty())));
    }
    boolean rowsAreNeeded = candidates.isEmpty();
    for (Proposal proposal : rows(draft, actions)) {
      candidates.putIfAbsent(proposal.code(), proposal);
    }
    if (rowsAreNeeded) {
      referWithoutRow(draft);
    }
    draft.candidates(List.copyOf(candidates.values()));
    candidates.keySet().stream()
        .findFirst()
        .ifPresent(first -> draft.book().put(NEXT_ACTION, Value.code(first)));
  }

  static Optional<CatalogueEntry> instead(HeldBack hold, Catalogue actions) {
    return actions
        .find(hold.entry().column(CatalogueColumns.INSTEAD))
        .filter(action -> !action.disabled());
  }

  /** True when no receivable has anything that could be collected now. */
  static boolean nothingElse(Draft draft) {
    return draft.items().stream().allMatch(item -> item.collectible().signum() == 0);
  }

  private static List<Proposal> rows(Draft draft, Catalogue actions) {
    if (draft.overrides().get(NEXT_ACTION) instanceof Value.Code code) {
      return proposal(code.code(), actions, Optional.empty(), Optional.empty()).stream().toList();
    }
    List<Proposal> proposals = new ArrayList<>();
    TableRunner.deciding(NEXT_ACTION, draft)
        .filter(TableRun::matched)
        .ifPresent(
            run -> {
              for (Hit hit : run.result().hits()) {
                if (hit.outputs().get(NEXT_ACTION) instanceof Value.Code code) {
                  proposal(code.code(), actions, Optional.of(run), Optional.of(hit))
                      .ifPresent(proposals::add);
                }
              }
            });
    return proposals;
  }

  private static Optional<Proposal> proposal(
      String code, Catalogue actions, Optional<TableRun> run, Optional<Hit> hit) {
    return actions
        .find(code)
        .filter(action -> !action.disabled())
        .map(action -> new Proposal(action, Optional.empty(), run.map(TableRun::table), hit));
  }

  /** Needed, unless the table's head says that no match means nothing. */
  private static void referWithoutRow(Draft draft) {
    TableRunner.deciding(NEXT_ACTION, draft)
        .filter(run -> !run.matched())
        .filter(
            run -> run.table().noMatch() != NoMatch.NOTHING || !run.result().violated().isEmpty())
        .filter(run -> !draft.overrides().containsKey(NEXT_ACTION))
        .ifPresent(run -> draft.refer(Sentences.notMade(run)));
  }
}
