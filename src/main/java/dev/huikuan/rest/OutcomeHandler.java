package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Text;
import dev.huikuan.feedback.NotTaken;
import dev.huikuan.feedback.Outcomes;
import dev.huikuan.feedback.Report;
import dev.huikuan.feedback.ReportReader;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.KeyConflict;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.records.StoredAnswer;
import dev.huikuan.records.StoredDecision;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/** {@code POST /v1/decisions/{id}/outcomes}: what happened, and the decision that it leads to. */
final class OutcomeHandler {

  private final DecisionLog log;
  private final Outcomes outcomes;

  OutcomeHandler(DecisionLog log, Outcomes outcomes) {
    this.log = log;
    this.outcomes = outcomes;
  }

  void report(Context ctx, ServedPolicy served, Instant now) {
    Requests.requireType(ctx, "application/json");
    new Query(ctx).check();
    byte[] body = ctx.bodyAsBytes();
    Optional<IdempotencyKey> key = Requests.idempotencyKey(ctx, body);
    StoredDecision about = Recorded.decision(ctx, log);
    Report report = read(body);
    created(ctx, taken(new Outcomes.Told(report, about, key, Caller.of(ctx).name(), served, now)));
  }

  private Outcomes.Taken taken(Outcomes.Told told) {
    try {
      return outcomes.take(told);
    } catch (InvalidCase unfit) {
      throw Problem.of(ProblemCode.INVALID_CASE, unfit.faults());
    } catch (NotTaken refusal) {
      throw problem(refusal);
    } catch (KeyConflict | RecordsUnavailable failure) {
      throw Recording.problem(failure);
    }
  }

  private static Problem problem(NotTaken refusal) {
    return switch (refusal.why()) {
      case ERASED -> Recorded.erased();
      case TOO_MANY_AT_ONCE ->
          Problem.of(
                  ProblemCode.BUSY,
                  new Text(
                      "同一决策的反馈过于密集，未作记录；请稍后用同一个 Idempotency-Key 重试",
                      "too many outcomes of this decision at once, and this one was not recorded;"
                          + " try again with the same Idempotency-Key"))
              .with("Retry-After", "1");
    };
  }

  private static void created(Context ctx, Outcomes.Taken taken) {
    Outcome outcome = taken.outcome();
    if (outcome.type() == Outcome.Type.OVERRIDDEN) {
      String action = outcome.action().orElse("");
      Caller.changed(ctx, Deed.OUTCOME_OVERRIDDEN, outcome.decisionId(), action);
    }
    StoredDecision made = taken.decision();
    ObjectNode body = Json.object().put("outcomeId", outcome.id());
    body.set("decision", StoredAnswer.in(Replies.language(ctx), CaseText.tree(made.answer())));
    ctx.status(201);
    ctx.header("Location", "/v1/decisions/" + made.id());
    ctx.header("Cache-Control", "no-store");
    Replies.json(ctx, body);
  }

  private static Report read(byte[] body) {
    try {
      return ReportReader.read(body);
    } catch (InvalidCase invalid) {
      throw Problem.of(ProblemCode.MALFORMED, invalid.faults());
    }
  }
}
