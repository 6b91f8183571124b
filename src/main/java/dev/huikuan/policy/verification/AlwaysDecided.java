package dev.huikuan.policy.verification;

import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.OutputEntry;
import dev.huikuan.policy.verification.CoverSearch.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decided terms that are never without a value: every case has a row in each table that decides
 * them, also when facts are unknown, and every row gives a constant.
 */
final class AlwaysDecided {

  private static final long STEPS = 1_000_000;

  private AlwaysDecided() {}

  static Set<String> terms(List<TableRegions> tables) {
    Map<String, Boolean> always = new HashMap<>();
    for (TableRegions regions : tables) {
      boolean complete = isComplete(regions);
      List<DecisionTable.Column> outputs = regions.table().outputs();
      for (int i = 0; i < outputs.size(); i++) {
        boolean decided = complete && isConstant(regions.table(), i);
        always.merge(outputs.get(i).term().code(), decided, Boolean::logicalAnd);
      }
    }
    Set<String> terms = new HashSet<>();
    always.forEach(
        (term, decided) -> {
          if (decided) {
            terms.add(term);
          }
        });
    return terms;
  }

  private static boolean isComplete(TableRegions regions) {
    return regions.table().effective().isAlways()
        && new CoverSearch(regions.sure(), new Effort(STEPS)).search(regions.everything())
            == Outcome.COVERED;
  }

  private static boolean isConstant(DecisionTable table, int output) {
    return table.rows().stream()
        .allMatch(
            row ->
                row.outputs()
                    .get(output)
                    .entry()
                    .filter(OutputEntry.Literal.class::isInstance)
                    .isPresent());
  }
}
