package dev.huikuan.decision;

import dev.huikuan.policy.rules.Phase;

/** Holds whose limits a table may have decided: contacted enough, too small to pursue. */
final class FindContactHolds implements Step {

  @Override
  public void take(Draft draft) {
    RulePhase.run(Phase.CONTACT, draft);
    draft.holds(HoldsFound.in(draft));
  }
}
