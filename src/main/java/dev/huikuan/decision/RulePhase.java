package dev.huikuan.decision;

import dev.huikuan.domain.Value;
import dev.huikuan.policy.rules.Emission;
import dev.huikuan.policy.rules.Phase;
import dev.huikuan.policy.rules.RuleOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the rules of one phase on a draft and keeps what all phases have in common. */
final class RulePhase {

  private RulePhase() {}

  /** A rule that fails sends the case to a person; what the others said still counts. */
  static RuleOutcome run(Phase phase, Draft draft) {
    if (draft.policy().rules().isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome outcome =
        draft.policy().rules().run(phase, RuleFacts.of(draft), draft.plan().codes());
    draft.ruled(outcome);
    outcome.failures().forEach(failure -> draft.refer(failure.message()));
    setTerms(outcome, draft);
    return outcome;
  }

  private static void setTerms(RuleOutcome outcome, Draft draft) {
    Map<List<Object>, Emission.SetTerm> first = new HashMap<>();
    for (Emission emission : outcome.emissions()) {
      if (emission instanceof Emission.SetTerm set) {
        Emission.SetTerm other = first.putIfAbsent(List.of(set.code(), set.receivables()), set);
        if (other != null && !other.value().equals(set.value())) {
          draft.refer(Sentences.termSetTwice(set.code(), other.rule(), set.rule()));
        }
        put(set.code(), set.receivables(), set.value(), draft);
      }
    }
  }

  private static void put(String code, List<String> receivables, Value value, Draft draft) {
    if (receivables.isEmpty()) {
      draft.book().put(code, value);
    }
    receivables.forEach(id -> draft.book().put(id, code, value));
  }
}
