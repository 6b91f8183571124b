package dev.huikuan.decision;

import dev.huikuan.domain.Case;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.util.Map;

/** How a case becomes a recommendation: one ordered list of steps. Pure and thread-safe. */
public final class DecisionPipeline {

  private final Policy policy;

  public DecisionPipeline(Policy policy) {
    this.policy = policy;
  }

  public Policy policy() {
    return policy;
  }

  /** Decides a case as it is known at its asOf. */
  public Recommendation decide(Case theCase) {
    return decide(theCase, Map.of());
  }

  /** Decides with account terms set in place of what is computed; the answer is hypothetical. */
  public Recommendation decide(Case theCase, Map<String, Value> overrides) {
    throw new UnsupportedOperationException("to be built");
  }
}
