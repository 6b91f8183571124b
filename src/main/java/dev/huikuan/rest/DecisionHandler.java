package dev.huikuan.rest;

import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.lifecycle.ServedPolicy;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/** {@code POST /v1/decisions}: one case in, one recommendation out, nothing recorded. */
final class DecisionHandler {

  private DecisionHandler() {}

  static void decide(Context ctx, ServedPolicy served, Instant now) {
    Requests.requireType(ctx, "application/json");
    boolean dryRun = Requests.isDryRun(ctx);
    Asked asked = read(ctx, served, now);
    Caller.requireLedger(Caller.of(ctx), asked.theCase().ledger());
    if (!dryRun && !asked.hypothetical()) {
      throw Requests.notRecorded();
    }
    ctx.header("Cache-Control", "no-store");
    Replies.json(
        ctx, RecommendationJson.answer(served.pipeline().decide(asked), Replies.language(ctx)));
  }

  private static Asked read(Context ctx, ServedPolicy served, Instant now) {
    try {
      return served.reader().ask(ctx.bodyAsBytes(), Optional.empty(), now);
    } catch (InvalidCase invalid) {
      throw Problem.of(invalid);
    }
  }
}
