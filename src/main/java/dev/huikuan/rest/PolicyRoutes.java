package dev.huikuan.rest;

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
import java.util.function.Supplier;

/** Routes about the policy: its words, its versions and their life. */
final class PolicyRoutes {

  private final Supplier<ServedPolicy> serving;
  private final PolicyLife life;

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
    Optional<String> base = Optional.ofNullable(ctx.queryParam("base"));
    Drafts.Made made = life.drafts().make(base, PolicyUpload.read(ctx), Caller.of(ctx));
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
    Replies.json(
        ctx,
        PoliciesJson.item(life.activations().activate(version, note, expected, Caller.of(ctx))));
  }
}
