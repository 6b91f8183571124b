package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.access.Principal;
import dev.huikuan.access.Role;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.Recorder;
import dev.huikuan.records.StoredAnswer;
import dev.huikuan.records.StoredDecision;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /v1/decisions}: one case in, one recommendation out, recorded unless it is a trial.
 */
final class DecisionHandler {

  private final Recorder recorder;

  DecisionHandler(Recorder recorder) {
    this.recorder = recorder;
  }

  void decide(Context ctx, ServedPolicy served, Instant now) {
    Requests.requireType(ctx, "application/json");
    boolean dryRun = Requests.isDryRun(ctx);
    byte[] body = ctx.bodyAsBytes();
    Optional<IdempotencyKey> key = Requests.idempotencyKey(ctx, body);
    Asked asked = read(body, served, now);
    Principal caller = Caller.of(ctx);
    Caller.requireLedger(caller, asked.theCase().ledger());
    ctx.header("Cache-Control", "no-store");
    if (dryRun || asked.hypothetical()) {
      Replies.json(
          ctx, RecommendationJson.answer(served.pipeline().decide(asked), Replies.language(ctx)));
      return;
    }
    Caller.requireOneOf(ctx, Set.of(Role.CRM));
    Recorder.Request request = Recorder.Request.of(body, key, caller.name(), now);
    Optional<StoredDecision> earlier =
        Recording.attempted(() -> recorder.earlier(asked.theCase().ledger(), key));
    StoredDecision stored =
        earlier.orElseGet(
            () -> Recording.done(() -> recorder.record(served.pipeline(), asked, request)));
    created(ctx, stored);
  }

  /** Answers 201 with what the log holds. */
  static void created(Context ctx, StoredDecision stored) {
    ObjectNode answer = CaseText.tree(stored.answer());
    ctx.status(201);
    ctx.header("Location", "/v1/decisions/" + stored.id());
    Replies.json(ctx, StoredAnswer.in(Replies.language(ctx), answer));
  }

  private static Asked read(byte[] body, ServedPolicy served, Instant now) {
    try {
      return served.reader().ask(body, Optional.empty(), now);
    } catch (InvalidCase invalid) {
      throw Problem.of(invalid);
    }
  }
}
