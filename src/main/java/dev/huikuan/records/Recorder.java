package dev.huikuan.records;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.records.DecisionLog.Appended;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Decides and records: what is answered is what the log holds. Thread-safe. */
public final class Recorder {

  /**
   * A request to decide and record.
   *
   * @param body the case as it was sent
   * @param actor the name of the key that asks
   * @param basedOn the decision that the case comes from
   * @param outcome what changed the case since
   */
  public record Request(
      byte[] body,
      Optional<IdempotencyKey> idempotency,
      String actor,
      Instant now,
      Optional<String> basedOn,
      Optional<Outcome> outcome) {

    /** A case that somebody sends. */
    public static Request of(
        byte[] body, Optional<IdempotencyKey> idempotency, String actor, Instant now) {
      return new Request(body, idempotency, actor, now, Optional.empty(), Optional.empty());
    }
  }

  /**
   * What deciding a stored case again gives.
   *
   * @param equal byte for byte in the stored form
   * @param answer what the replay recommends
   */
  public record Replay(boolean equal, byte[] stored, byte[] replayed, Recommendation answer) {}

  private final DecisionLog log;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

  public Recorder(DecisionLog log) {
    this.log = log;
  }

  /** A new id: UUID version 7. */
  public String newId() {
    return ids.generate().toString();
  }

  /**
   * What was recorded under the key before.
   *
   * @throws KeyConflict when it was for another request
   * @throws RecordsUnavailable also at once, when a new decision could not be recorded now
   */
  public Optional<StoredDecision> earlier(String ledger, Optional<IdempotencyKey> idempotency) {
    log.admit();
    return idempotency
        .flatMap(key -> log.findByKey(ledger, key.key()))
        .map(found -> same(found, idempotency.orElseThrow()));
  }

  private static StoredDecision same(StoredDecision found, IdempotencyKey asked) {
    if (!found.idempotency().equals(Optional.of(asked))) {
      throw new KeyConflict(found.id());
    }
    return found;
  }

  /**
   * Decides, and completes once the decision is durable; with {@link KeyConflict} when another
   * request took the key meanwhile, with {@link Overtaken} when another outcome changed the case
   * meanwhile, with {@link RecordsUnavailable} when nothing was recorded.
   *
   * @param asked read from the request's body; no what-if
   */
  public CompletableFuture<Appended> record(
      DecisionPipeline pipeline, Asked asked, Request request) {
    String id = newId();
    Recommendation answer = pipeline.decide(asked).recorded(id, request.basedOn());
    DecisionRecord decision =
        new DecisionRecord(
            id,
            answer.ledger(),
            answer.customerId(),
            answer.asOf(),
            asked.theCase().asOf().date(),
            request.now().truncatedTo(ChronoUnit.MILLIS),
            answer.policyVersion(),
            answer.engineVersion(),
            request.idempotency(),
            answer.basedOn(),
            request.actor(),
            CaseText.dated(request.body(), answer.asOf()),
            CaseText.bytes(RecommendationJson.stored(answer)),
            Headline.of(answer, pipeline.policy()),
            request.outcome());
    return log.append(decision)
        .thenApply(
            appended -> {
              if (!appended.isNew()) {
                same(appended.decision(), request.idempotency().orElseThrow());
              }
              return appended;
            });
  }

  /**
   * Decides a stored case again.
   *
   * @param pipeline of the version that decided it
   * @throws InvalidCase when that version does not take the case any more: another engine
   */
  public static Replay replay(StoredDecision stored, DecisionPipeline pipeline, CaseReader reader)
      throws InvalidCase {
    Asked asked = reader.ask(stored.caseJson(), Optional.of(stored.asOf()), stored.recordedAt());
    Recommendation again = pipeline.decide(asked).recorded(stored.id(), stored.basedOn());
    byte[] replayed = CaseText.bytes(RecommendationJson.stored(again));
    return new Replay(Arrays.equals(replayed, stored.answer()), stored.answer(), replayed, again);
  }
}
