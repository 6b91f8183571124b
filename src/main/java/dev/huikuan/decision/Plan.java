package dev.huikuan.decision;

import dev.huikuan.decision.timing.Calendars;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.rules.RuleCodes;
import dev.huikuan.policy.table.DecisionTable;

/** A policy with what the pipeline needs of it, worked out once. */
record Plan(Policy policy, RuleCodes codes, Calendars calendars) {

  static Plan of(Policy policy) {
    return new Plan(
        policy, new RuleCodes(policy.catalogues(), policy.vocabulary()), Calendars.of(policy));
  }

  static boolean decides(DecisionTable table, String term) {
    for (DecisionTable.Column column : table.outputs()) {
      if (column.term().code().equals(term)) {
        return true;
      }
    }
    return false;
  }
}
