package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Text;
import dev.huikuan.feedback.CaseAfter;
import dev.huikuan.feedback.Report;
import dev.huikuan.feedback.ReportReader;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.CaseText;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.Overtaken;
import dev.huikuan.records.Recorder;
import dev.huikuan.records.StoredAnswer;
import dev.huikuan.records.StoredDecision;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code POST /v1/decisions/{id}/outcomes}: what happened goes into the newest case of the account
 * that came from this decision, and the case is decided anew. Of several at once each builds on the
 * one before; none is lost.
 */
final class OutcomeHandler {

  /** One report, with all that every try needs. */
  private record Job(
      Report report,
      StoredDecision about,
      Optional<IdempotencyKey> key,
      String reporter,
      ServedPolicy policy,
      Instant now) {}

  private static final int TRIES = 20;
  private static final int LOCKS = 64;

  private final DecisionLog log;
  private final Recorder recorder;

  /** Outcomes of one customer take turns here; only those of other replicas overtake. */
  private final Object[] turns = new Object[LOCKS];

  OutcomeHandler(DecisionLog log, Recorder recorder) {
    this.log = log;
    this.recorder = recorder;
    for (int i = 0; i < LOCKS; i++) {
      turns[i] = new Object();
    }
  }

  void report(Context ctx, ServedPolicy served, Instant now) {
    Requests.requireType(ctx, "application/json");
    new Query(ctx).check();
    byte[] body = ctx.bodyAsBytes();
    Optional<IdempotencyKey> key = Requests.idempotencyKey(ctx, body);
    StoredDecision about = Recorded.decision(ctx, log);
    Report report = read(body);
    Recorded.requireData(about);
    Job job = new Job(report, about, key, Caller.of(ctx).name(), served, now);
    StoredDecision made =
        Recording.attempted(() -> recorder.earlier(about.ledger(), key))
            .orElseGet(() -> inTurn(job));
    created(ctx, made);
  }

  private void created(Context ctx, StoredDecision made) {
    Outcome outcome =
        Recording.attempted(() -> log.outcomeBehind(made.id()))
            .orElseThrow(() -> new IllegalStateException("no outcome behind " + made.id()));
    if (outcome.type() == Outcome.Type.OVERRIDDEN) {
      String action = outcome.action().orElse("");
      Caller.changed(ctx, Deed.OUTCOME_OVERRIDDEN, outcome.decisionId(), action);
    }
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

  private StoredDecision inTurn(Job job) {
    int customer = (job.about().ledger() + '\n' + job.about().customerId()).hashCode();
    synchronized (turns[Math.floorMod(customer, LOCKS)]) {
      for (int i = 0; i < TRIES; i++) {
        try {
          return recorded(job);
        } catch (Overtaken again) {
          // a replica was faster: its decision is the newest now
        }
      }
    }
    throw Problem.of(
            ProblemCode.BUSY,
            new Text(
                "同一决策的反馈过于密集，未作记录；请稍后用同一个 Idempotency-Key 重试",
                "too many outcomes of this decision at once, and this one was not recorded; try"
                    + " again with the same Idempotency-Key"))
        .with("Retry-After", "1");
  }

  private StoredDecision recorded(Job job) {
    String id = recorder.newId();
    StoredDecision latest =
        Recording.attempted(() -> log.find(log.latestOf(job.about().id()))).orElseThrow();
    Recorded.requireData(latest);
    try {
      CaseAfter after =
          CaseAfter.of(
              job.report(),
              id,
              CaseText.tree(job.about().answer()),
              latest,
              job.policy().policy(),
              job.policy().reader(),
              job.now());
      Asked asked = job.policy().reader().ask(after.caseJson(), Optional.empty(), job.now());
      Outcome outcome =
          job.report().outcome(id, job.about().id(), after.on(), job.reporter(), job.now());
      Recorder.Request request =
          new Recorder.Request(
              after.caseJson(),
              job.key(),
              job.reporter(),
              job.now(),
              Optional.of(latest.id()),
              Optional.of(outcome));
      return Recording.done(() -> recorder.record(job.policy().pipeline(), asked, request));
    } catch (InvalidCase unfit) {
      throw Problem.of(ProblemCode.INVALID_CASE, unfit.faults());
    }
  }
}
