package dev.huikuan.decision;

import dev.huikuan.decision.intake.Asked;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.util.List;
import java.util.Map;

/**
 * How a case becomes a recommendation: one ordered list of steps. Pure and thread-safe.
 *
 * <p>The choice, in words: the candidates are first the {@code instead} of holds, in the holds'
 * order, then the rows of the next-action table, best first. Rules and holds block candidates; a
 * rule may prefer one, which moves it to the front. Offers and exits that are worth less than
 * waiting drop out. The first that is left is the action; among offers, and among exits, the one
 * with the greatest expected net. None left means WAIT. Where a needed table has no matching row,
 * or a rule fails, the action is REFER_TO_PERSON and says why.
 */
public final class DecisionPipeline {

  /** Stands in every answer; replay is promised for the same one. */
  public static final String ENGINE_VERSION = Explanation.ENGINE_VERSION;

  private final Policy policy;
  private final Plan plan;
  private final List<Step> steps;

  public DecisionPipeline(Policy policy) {
    this.policy = policy;
    this.plan = Plan.of(policy);
    this.steps =
        List.of(
            new FindHolds(),
            new RunProposingTables(),
            new MakeOffers(),
            new FindContactHolds(),
            new ListCandidates(),
            new BlockCandidates(),
            new EvaluateOptions(),
            new ChooseAction(),
            new RunDressingTables(),
            new SetTiming());
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
    return decide(new Asked(theCase, overrides, List.of(), !overrides.isEmpty()));
  }

  /** Decides what is asked; the answer to a what-if is hypothetical. */
  public Recommendation decide(Asked asked) {
    Draft draft = new Draft(plan, asked);
    steps.forEach(step -> step.take(draft));
    return new Explanation(draft).recommendation();
  }
}
