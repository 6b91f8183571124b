package dev.huikuan.decision;

import dev.huikuan.decision.facts.OpenItem;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.NoMatch;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.TableResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evaluates tables that are in force, in order, and writes down what they decide. */
final class TableRunner {

  /**
   * Without these a recommendation would be a guess. {@code nextAction} is needed too, but whether
   * a hold stands in for it is known only once the candidates are listed.
   */
  private static final Set<String> NEEDED = Set.of("riskTier", "cause", "dunningLevelDue");

  private TableRunner() {}

  static void run(List<TableIndex> tables, Draft draft) {
    for (TableIndex index : tables) {
      if (!index.table().effective().contains(draft.asOf())) {
        continue;
      }
      if (index.table().level() == Level.ACCOUNT) {
        evaluate(index, Optional.empty(), draft.book().reading(), draft);
      } else {
        for (OpenItem item : draft.items()) {
          evaluate(index, Optional.of(item.id()), draft.book().reading(item.id()), draft);
        }
      }
    }
  }

  private static void evaluate(
      TableIndex index, Optional<String> receivable, Reading reading, Draft draft) {
    TableResult result = index.evaluate(reading);
    TableRun run = new TableRun(index.table(), receivable, result);
    draft.evaluated(run);
    if (run.matched() || !run.isMissing()) {
      receivable.ifPresentOrElse(
          id -> draft.book().decide(id, result),
          () -> result.outputs().forEach(draft.book()::put));
    }
    if (needsAPerson(run)) {
      draft.refer(Sentences.notMade(run));
    }
  }

  private static boolean needsAPerson(TableRun run) {
    if (run.matched()) {
      return false;
    }
    boolean violated = !run.result().violated().isEmpty();
    boolean needed = NEEDED.stream().anyMatch(term -> leavesOpen(run, term));
    NoMatch noMatch = run.table().noMatch();
    return noMatch == NoMatch.REFER || needed && (violated || noMatch == NoMatch.DEFAULT);
  }

  /** Without a row only a sum or a count decides something: 0. */
  private static boolean leavesOpen(TableRun run, String term) {
    return Plan.decides(run.table(), term)
        && !(run.result().outputs().get(term) instanceof Value.Num);
  }

  /** The run of the table that decides a term for the account, if one is in force. */
  static Optional<TableRun> deciding(String term, Draft draft) {
    return draft.runs().stream()
        .filter(run -> run.receivable().isEmpty() && Plan.decides(run.table(), term))
        .findFirst();
  }

  /** The table of the policy that decides a term on the day of the decision. */
  static Optional<DecisionTable> table(String term, Draft draft) {
    return deciding(term, draft).map(TableRun::table);
  }
}
