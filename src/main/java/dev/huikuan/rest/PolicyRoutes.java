package dev.huikuan.rest;

import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.ServedPolicy;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;

/** Routes about the policy: its words, its versions. */
final class PolicyRoutes {

  private final Supplier<ServedPolicy> serving;

  PolicyRoutes(Supplier<ServedPolicy> serving) {
    this.serving = serving;
  }

  List<Route> table() {
    return List.of(
        PolicyOperations.VOCABULARY.answeredBy(
            ctx -> Replies.json(ctx, VocabularyJson.of(serving.get().policy()))),
        PolicyOperations.POLICIES.answeredBy(
            ctx -> Replies.json(ctx, PoliciesJson.of(serving.get()))),
        PolicyOperations.POLICY.answeredBy(this::policy));
  }

  private void policy(Context ctx) {
    String version = ctx.pathParam("version");
    ServedPolicy now = serving.get();
    if (!version.equals(now.version())) {
      throw Problem.of(
          ProblemCode.NOT_FOUND,
          new Text(
              "没有版本 `" + version + "`；现行版本见 GET /v1/policies",
              "no version `" + version + "`; GET /v1/policies lists those that exist"));
    }
    Replies.json(ctx, PoliciesJson.one(now));
  }
}
