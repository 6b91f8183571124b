package dev.huikuan.rest;

import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.Drafts;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyRefusal;
import dev.huikuan.lifecycle.ServedPolicy;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Routes about the policy: its words, its versions and their life. */
final class PolicyRoutes {

  private static final int MOST_UPLOADS = 4;

  private final Supplier<ServedPolicy> serving;
  private final PolicyLife life;
  private final Semaphore uploads = new Semaphore(MOST_UPLOADS);

  PolicyRoutes(Supplier<ServedPolicy> serving, PolicyLife life) {
    this.serving = serving;
    this.life = life;
  }

  List<Route> table() {
    List<Route> routes =
        new ArrayList<>(
            List.of(
                PolicyOperations.VOCABULARY.answeredBy(
                    ctx -> Replies.json(ctx, VocabularyJson.of(serving.get().policy()))),
                PolicyOperations.POLICIES.answeredBy(
                    ctx -> Replies.json(ctx, PoliciesJson.of(life.archive()))),
                PolicyOperations.POLICY.answeredBy(this::policy),
                PolicyOperations.DRAFT.answeredBy(this::draft),
                PolicyOperations.APPROVAL.answeredBy(this::approve),
                PolicyOperations.ACTIVATION.answeredBy(this::activate)));
    routes.addAll(new SimulationRoutes(life.simulations()).table());
    return routes;
  }

  private void policy(Context ctx) {
    ArchivedPolicy policy = find(ctx.pathParam("version"));
    Replies.json(ctx, PoliciesJson.one(policy, life, Replies.language(ctx)));
  }

  private ArchivedPolicy find(String version) {
    return life.archive()
        .find(version)
        .orElseThrow(() -> PolicyProblems.of(PolicyRefusal.unknown(version)));
  }

  private void draft(Context ctx) {
    if (!uploads.tryAcquire()) {
      throw Problem.of(
              ProblemCode.BUSY,
              new Text(
                  "同时上传的草稿已达 " + MOST_UPLOADS + " 个，请稍后重试",
                  MOST_UPLOADS + " drafts are being sent already; try again later"))
          .with("Retry-After", "10");
    }
    try {
      made(ctx);
    } finally {
      uploads.release();
    }
  }

  private void made(Context ctx) {
    Optional<String> base = Optional.ofNullable(ctx.queryParam("base"));
    Drafts.Made made = life.drafts().make(base, PolicyUpload.read(ctx), Caller.of(ctx));
    Caller.changed(ctx, Deed.POLICY_DRAFTED, made.version(), "base: " + base.orElse("active"));
    ctx.status(201);
    ctx.header("Location", "/v1/policies/" + made.version());
    Replies.json(ctx, Json.read(made.check().report(Replies.language(ctx))));
  }

  private void approve(Context ctx) {
    PolicyBody body = PolicyBody.of(ctx, Set.of("note", "approved"));
    String note = body.note();
    boolean approved = body.flag("approved");
    body.done();
    String version = ctx.pathParam("version");
    Caller.changed(ctx, approved ? Deed.POLICY_APPROVED : Deed.POLICY_REJECTED, version, note);
    Replies.json(
        ctx,
        PoliciesJson.item(
            approved
                ? life.approvals().approve(version, note, Caller.of(ctx))
                : life.approvals().reject(version, note, Caller.of(ctx))));
  }

  private void activate(Context ctx) {
    PolicyBody body = PolicyBody.of(ctx, Set.of("note", "expectedActive"));
    String note = body.note();
    String expected = body.version("expectedActive");
    body.done();
    String version = ctx.pathParam("version");
    Caller.changed(ctx, Deed.POLICY_ACTIVATED, version, "in place of " + expected + "; " + note);
    Replies.json(
        ctx,
        PoliciesJson.item(life.activations().activate(version, note, expected, Caller.of(ctx))));
  }
}
