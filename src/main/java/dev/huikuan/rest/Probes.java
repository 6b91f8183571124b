package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.PolicyRegistry;
import io.javalin.http.Context;
import java.util.List;

/** Routes for whoever runs the service: is it alive, is it ready, how is it doing? */
final class Probes {

  private static final int NOT_READY = 503;

  private final PolicyRegistry registry;
  private final Vitals vitals;

  Probes(PolicyRegistry registry, Vitals vitals) {
    this.registry = registry;
    this.vitals = vitals;
  }

  List<Route> table() {
    return List.of(
        Operations.LIVE.answeredBy(ctx -> Replies.json(ctx, Json.object().put("status", "live"))),
        Operations.READY.answeredBy(this::ready),
        Operations.METRICS.answeredBy(this::metrics));
  }

  private void ready(Context ctx) {
    List<Vitals.Check> checks = vitals.checks();
    boolean ready = checks.stream().allMatch(Vitals.Check::ok);
    Language language = Replies.language(ctx);
    ObjectNode body = Json.object().put("status", ready ? "ready" : "unready");
    ArrayNode list = body.putArray("checks");
    for (Vitals.Check check : checks) {
      list.addObject()
          .put("name", check.name())
          .put("ok", check.ok())
          .put("detail", check.detail().in(language));
    }
    body.put("policyVersion", registry.active().map(p -> p.version()).orElse(null));
    if (!ready) {
      ctx.status(NOT_READY).header("Retry-After", "1");
    }
    ctx.header("Cache-Control", "no-store");
    Replies.json(ctx, body);
  }

  private void metrics(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(Operations.PROMETHEUS).result(vitals.figures());
  }
}
