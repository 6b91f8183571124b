package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.access.Principal;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.decision.intake.LineCutter.Line;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.ServedPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Decides lines of a batch without recording them.
 *
 * @param now the moment for every case without asOf
 */
record TrialLine(ServedPolicy served, Instant now, Principal caller) implements Batch.Answerer {

  @Override
  public CompletableFuture<ObjectNode> answer(Line line, Language language) throws InvalidCase {
    Asked asked = served.reader().ask(line.bytes(), Optional.empty(), now);
    Caller.requireLedger(caller, asked.theCase().ledger());
    return CompletableFuture.completedFuture(
        RecommendationJson.answer(served.pipeline().decide(asked), language));
  }
}
