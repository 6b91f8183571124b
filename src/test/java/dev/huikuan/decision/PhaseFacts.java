package dev.huikuan.decision;

import dev.huikuan.decision.intake.Asked;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.rules.Phase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The facts that the rules of each phase are run on, for a benchmark of the rules alone. */
public final class PhaseFacts {

  private PhaseFacts() {}

  /** Each phase's facts, as they are when a decision of this case comes to it. */
  public static Map<Phase, List<Object>> of(Policy policy, Asked asked) {
    Plan plan = Plan.of(policy);
    Map<Phase, List<Object>> facts = new EnumMap<>(Phase.class);
    facts.put(Phase.HOLDS, RuleFacts.of(new Draft(plan, asked)));
    facts.put(
        Phase.CONTACT,
        RuleFacts.of(
            after(plan, asked, new FindHolds(), new RunProposingTables(), new MakeOffers())));
    facts.put(
        Phase.CHOICE,
        RuleFacts.of(
            after(
                plan,
                asked,
                new FindHolds(),
                new RunProposingTables(),
                new MakeOffers(),
                new FindContactHolds(),
                new ListCandidates())));
    return facts;
  }

  private static Draft after(Plan plan, Asked asked, Step... steps) {
    Draft draft = new Draft(plan, asked);
    for (Step step : steps) {
      step.take(draft);
    }
    return draft;
  }
}
