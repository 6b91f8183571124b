package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.access.Principal;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.decision.intake.LineCutter.Line;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.DecisionLog.Appended;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.Recorder;
import dev.huikuan.records.StoredAnswer;
import dev.huikuan.records.StoredDecision;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Decides lines of a batch and records them. A what-if among them is answered and not recorded.
 *
 * @param now the moment for every case without asOf
 * @param key of the whole batch; each line's is this, a slash and the number of the line
 * @param pool where answers are read again, so that the log's writer need not
 * @param recording how many lines, of all batches, may be on their way into the log
 */
record RecordedLine(
    ServedPolicy served,
    Instant now,
    Principal caller,
    Recorder recorder,
    Optional<String> key,
    Executor pool,
    Semaphore recording)
    implements Batch.Answerer {

  @Override
  public CompletableFuture<ObjectNode> answer(Line line, Language language)
      throws InvalidCase, InterruptedException {
    Asked asked = served.reader().ask(line.bytes(), Optional.empty(), now);
    Caller.requireLedger(caller, asked.theCase().ledger());
    if (asked.hypothetical()) {
      return CompletableFuture.completedFuture(
          RecommendationJson.answer(served.pipeline().decide(asked), language));
    }
    Optional<IdempotencyKey> lineKey =
        key.map(text -> IdempotencyKey.of(text + "/" + line.number(), "batch", line.bytes()));
    Optional<StoredDecision> earlier = recorder.earlier(asked.theCase().ledger(), lineKey);
    if (earlier.isPresent()) {
      return CompletableFuture.completedFuture(read(earlier.get(), language));
    }
    return recorded(
        asked, Recorder.Request.of(line.bytes(), lineKey, caller.name(), now), language);
  }

  private CompletableFuture<ObjectNode> recorded(
      Asked asked, Recorder.Request request, Language language) throws InterruptedException {
    recording.acquire();
    CompletableFuture<Appended> appended;
    try {
      appended = recorder.record(served.pipeline(), asked, request);
    } catch (RuntimeException failed) {
      recording.release();
      throw failed;
    }
    return appended
        .whenComplete((done, failure) -> recording.release())
        .thenApplyAsync(done -> read(done.decision(), language), pool);
  }

  private static ObjectNode read(StoredDecision stored, Language language) {
    return StoredAnswer.in(language, CaseText.tree(stored.answer()));
  }
}
