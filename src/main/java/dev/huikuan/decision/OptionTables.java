package dev.huikuan.decision;

import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable.NoMatch;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.TableResult.Hit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evaluates the option tables in force for one option. */
final class OptionTables {

  static final String EXPECTED_DELAY = "expectedDelayDays";
  static final String APPROVAL = "approvalRoles";

  private static final Set<String> FIGURES =
      Set.of(
          "recoveryProbability",
          EXPECTED_DELAY,
          "optionCost",
          "optionFeePercent",
          "optionAdvancePercent");

  /**
   * What the tables said.
   *
   * @param rows ids of the rows that decided figures
   * @param runs the tables that had a matching row
   */
  record Said(
      Map<String, Value> outputs, List<String> rows, Approval approval, List<TableRun> runs) {

    Optional<BigDecimal> number(String term) {
      return outputs.get(term) instanceof Value.Num number
          ? Optional.of(number.decimal())
          : Optional.empty();
    }
  }

  private OptionTables() {}

  /** About waiting, over what can be collected. */
  static Said waiting(Draft draft) {
    CatalogueEntry wait = draft.action(Draft.WAIT);
    return of(wait, Map.of("option.amount", draft.book().account("collectible")), draft);
  }

  /**
   * About an action, or an offer by the action that makes it.
   *
   * @param about option.amount in base currency, option.percent and option.days, where there are
   */
  static Said of(CatalogueEntry action, Map<String, Value> about, Draft draft) {
    Map<String, Value> known = new HashMap<>(about);
    String kind = action.column(CatalogueColumns.KIND);
    known.put("option", Value.code(action.code()));
    known.put("option.kind", Value.code(kind.isEmpty() ? Draft.WAIT : kind));
    Map<String, Value> outputs = new HashMap<>();
    List<String> rows = new ArrayList<>();
    List<TableRun> runs = new ArrayList<>();
    Approval approval = Approval.NOT_ASKED;
    for (TableIndex index : draft.policy().option()) {
      if (!index.table().effective().contains(draft.asOf())) {
        continue;
      }
      TableRun run =
          new TableRun(
              index.table(), Optional.empty(), index.evaluate(draft.book().reading(known)));
      if (Plan.decides(index.table(), APPROVAL)) {
        approval = approval(run);
      }
      if (run.matched()) {
        runs.add(run);
        run.result().outputs().forEach(outputs::putIfAbsent);
        known.putAll(outputs);
        rows.addAll(rows(run));
      }
    }
    return new Said(outputs, List.copyOf(rows), approval, List.copyOf(runs));
  }

  private static List<String> rows(TableRun run) {
    return run.result().hits().stream()
        .filter(hit -> hit.outputs().keySet().stream().anyMatch(FIGURES::contains))
        .map(hit -> hit.row().id())
        .toList();
  }

  /** Only a row that says so makes it an empty list; an empty cell decides nothing. */
  private static Approval approval(TableRun run) {
    if (run.matched()) {
      boolean said = run.result().hits().stream().anyMatch(OptionTables::saysWhoAgrees);
      return said ? Approval.by(roles(run)) : Approval.undecided(run);
    }
    boolean nothing = run.table().noMatch() == NoMatch.NOTHING && run.result().violated().isEmpty();
    return nothing ? Approval.NOT_ASKED : Approval.undecided(run);
  }

  private static boolean saysWhoAgrees(Hit hit) {
    Value roles = hit.outputs().getOrDefault(APPROVAL, Value.UNKNOWN);
    return roles instanceof Value.Codes || roles instanceof Value.Code;
  }

  private static List<String> roles(TableRun run) {
    Value roles = run.result().outputs().getOrDefault(APPROVAL, Value.UNKNOWN);
    return roles instanceof Value.Codes list
        ? list.codes()
        : roles instanceof Value.Code one ? List.of(one.code()) : List.of();
  }
}
