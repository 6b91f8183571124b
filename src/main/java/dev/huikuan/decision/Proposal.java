package dev.huikuan.decision;

import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableResult.Hit;
import java.util.Optional;

/**
 * A candidate for the action and who proposes it: a hold, a row, or neither when it was set from
 * outside (what-if).
 *
 * @param table the table of the row
 */
record Proposal(
    CatalogueEntry action,
    Optional<HeldBack> hold,
    Optional<DecisionTable> table,
    Optional<Hit> row) {

  String code() {
    return action.code();
  }
}
