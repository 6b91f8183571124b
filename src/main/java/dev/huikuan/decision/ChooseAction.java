package dev.huikuan.decision;

import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.policy.rules.Emission;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first candidate that nothing blocks and that is not worth less than waiting, those that a
 * rule prefers before the others. Where it is an offer or an exit with figures, the one of that
 * kind with the greatest expected net is taken instead, unless a rule prefers it. None left means
 * WAIT. What has to go to a person goes there, whatever the candidates are; so does an action whose
 * approval cannot be decided, which is never read as none.
 */
final class ChooseAction implements Step {

  /** Kinds in which the figures decide, not the order of rows. */
  private static final Set<String> BY_FIGURES = Set.of("OFFER", "EXIT");

  @Override
  public void take(Draft draft) {
    if (draft.referrals().isEmpty()) {
      Optional<Proposal> chosen = chosen(draft);
      draft.choose(
          new Choice(
              chosen.map(Proposal::action).orElseGet(() -> draft.action(Draft.WAIT)), chosen));
      approve(draft);
    }
    if (!draft.referrals().isEmpty()) {
      draft.choose(new Choice(draft.action(Draft.REFER_TO_PERSON), Optional.empty()));
    }
  }

  private static void approve(Draft draft) {
    if (draft.choice().code().equals(Draft.REFER_TO_PERSON)) {
      return;
    }
    Approval approval = draft.options().approval(draft.choice().code());
    approval.roles().ifPresent(draft::approval);
    approval
        .undecided()
        .ifPresent(
            run -> {
              draft.evaluated(run);
              draft.refer(
                  run.matched()
                      ? Sentences.approvalUndecided(draft.choice().action().label())
                      : Sentences.notMade(run));
            });
  }

  private static Optional<Proposal> chosen(Draft draft) {
    Set<String> preferred =
        draft.said(Emission.Prefer.class).stream()
            .map(Emission.Prefer::code)
            .collect(Collectors.toSet());
    List<Proposal> possible =
        draft.candidates().stream()
            .filter(candidate -> draft.blocked(candidate.code()).isEmpty())
            .filter(candidate -> !draft.options().isOutranked(candidate.code()))
            .toList();
    return Stream.concat(
            possible.stream().filter(candidate -> preferred.contains(candidate.code())),
            possible.stream())
        .findFirst()
        .map(
            first ->
                preferred.contains(first.code()) ? first : bestOfItsKind(first, possible, draft));
  }

  private static Proposal bestOfItsKind(Proposal first, List<Proposal> possible, Draft draft) {
    String kind = first.action().column(CatalogueColumns.KIND);
    if (!BY_FIGURES.contains(kind) || net(first, draft).isEmpty()) {
      return first;
    }
    return possible.stream()
        .filter(candidate -> candidate.action().column(CatalogueColumns.KIND).equals(kind))
        .filter(candidate -> net(candidate, draft).isPresent())
        .reduce((one, two) -> isMore(two, one, draft) ? two : one)
        .orElse(first);
  }

  /** Of two that bring the same the earlier row stays. */
  private static boolean isMore(Proposal two, Proposal one, Draft draft) {
    return Comparator.comparing((Proposal p) -> net(p, draft).orElseThrow()).compare(two, one) > 0;
  }

  private static Optional<BigDecimal> net(Proposal candidate, Draft draft) {
    return draft.options().of(candidate.code()).flatMap(Weighed::netInBase);
  }
}
