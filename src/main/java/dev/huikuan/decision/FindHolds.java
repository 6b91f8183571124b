package dev.huikuan.decision;

import dev.huikuan.policy.rules.Phase;

/** What keeps us from acting, wholly or for an amount. */
final class FindHolds implements Step {

  @Override
  public void take(Draft draft) {
    RulePhase.run(Phase.HOLDS, draft);
    draft.holds(HoldsFound.in(draft));
  }
}
