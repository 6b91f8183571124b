package dev.huikuan.decision;

import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableResult;
import java.util.Optional;

/** A table as it was evaluated, for the account or for one receivable. */
record TableRun(DecisionTable table, Optional<String> receivable, TableResult result) {

  boolean matched() {
    return !result.hits().isEmpty() && result.violated().isEmpty();
  }

  /** Nothing was decided where the hit policy needs a row, or several that agree. */
  boolean isMissing() {
    return !matched() && (!result.violated().isEmpty() || !table.hitPolicy().answersWithoutRow());
  }
}
