package dev.huikuan.decision;

import dev.huikuan.decision.offer.Offer;
import dev.huikuan.decision.offer.Offers;
import dev.huikuan.decision.offer.Refused;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.rules.Emission;
import dev.huikuan.policy.rules.Phase;
import java.util.List;
import java.util.Optional;

/** Which candidates cannot be the action, and why: rules say so, or their offer does not exist. */
final class BlockCandidates implements Step {

  @Override
  public void take(Draft draft) {
    RulePhase.run(Phase.CHOICE, draft);
    for (Proposal candidate : draft.candidates()) {
      String kind = candidate.action().column(CatalogueColumns.KIND);
      for (Emission.Block block : draft.said(Emission.Block.class)) {
        boolean meant = block.code().equals(candidate.code()) || block.code().equals(kind);
        if (meant && !kind.equals(Draft.WAIT)) {
          draft.block(candidate.code(), because(block, draft));
        }
      }
      if (kind.equals("OFFER") && !draft.offers().has(candidate.code())) {
        refuse(candidate.code(), draft);
      }
    }
    withdraw(draft);
  }

  /** What a rule blocks is not offered either, whether or not a row proposes it. */
  private static void withdraw(Draft draft) {
    for (String action : Offer.ACTIONS) {
      String kind = draft.action(action).column(CatalogueColumns.KIND);
      List<Because> blocks =
          draft.said(Emission.Block.class).stream()
              .filter(block -> block.code().equals(action) || block.code().equals(kind))
              .map(block -> because(block, draft))
              .distinct()
              .toList();
      if (!blocks.isEmpty() && !draft.offers().equals(Offers.NONE)) {
        draft.offers(draft.offers().block(action, blocks));
      }
    }
  }

  /** Says why there is no offer, except what rules have said already. */
  private static void refuse(String action, Draft draft) {
    List<Because> said = draft.blocked(action);
    List<Because> because =
        draft
            .offers()
            .refusal(action)
            .map(Refused::because)
            .orElse(List.of(Sentences.offerNotMade()));
    because.stream()
        .filter(reason -> said.stream().noneMatch(other -> Refused.isSame(reason, other)))
        .toList()
        .forEach(reason -> draft.block(action, reason));
  }

  private static Because because(Emission.Block block, Draft draft) {
    Optional<String> location =
        Optional.ofNullable(draft.policy().rules().locations().get(block.rule()));
    return block.test().isEmpty()
        ? new Because(
            "holds", Value.code(block.because()), "not(" + block.because() + ")", location)
        : new Because(
            block.because(),
            draft.book().account(block.because()),
            block.test(),
            location,
            draft
                .policy()
                .vocabulary()
                .find(block.because())
                .flatMap(draft::baseCurrencyOf));
  }
}
