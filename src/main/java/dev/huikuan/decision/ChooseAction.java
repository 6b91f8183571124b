package dev.huikuan.decision;

import dev.huikuan.policy.rules.Emission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first candidate that nothing blocks, those that a rule prefers before the others; none left
 * means WAIT. What has to go to a person goes there, whatever the candidates are.
 */
final class ChooseAction implements Step {

  @Override
  public void take(Draft draft) {
    if (!draft.referrals().isEmpty()) {
      draft.choose(new Choice(draft.action(Draft.REFER_TO_PERSON), Optional.empty()));
      return;
    }
    Optional<Proposal> first =
        inOrder(draft).filter(candidate -> draft.blocked(candidate.code()).isEmpty()).findFirst();
    draft.choose(
        new Choice(first.map(Proposal::action).orElseGet(() -> draft.action(Draft.WAIT)), first));
  }

  private static Stream<Proposal> inOrder(Draft draft) {
    Set<String> preferred =
        draft.said(Emission.Prefer.class).stream()
            .map(Emission.Prefer::code)
            .collect(Collectors.toSet());
    List<Proposal> all = draft.candidates();
    return Stream.concat(
        all.stream().filter(candidate -> preferred.contains(candidate.code())),
        all.stream().filter(candidate -> !preferred.contains(candidate.code())));
  }
}
