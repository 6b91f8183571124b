package dev.huikuan.decision;

import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.rules.Emission;
import dev.huikuan.policy.rules.Phase;
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
      if (kind.equals("OFFER")) {
        draft.block(candidate.code(), Sentences.offerNotMade());
      }
    }
  }

  private static Because because(Emission.Block block, Draft draft) {
    Optional<String> location =
        Optional.ofNullable(draft.policy().rules().locations().get(block.rule()));
    return block.test().isEmpty()
        ? new Because(
            "holds", Value.code(block.because()), "not(" + block.because() + ")", location)
        : new Because(
            block.because(), draft.book().account(block.because()), block.test(), location);
  }
}
