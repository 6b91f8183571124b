package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.PortfolioFigures;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The REST interface: its one table of routes, and what is behind each. Thread-safe. */
public final class RestDoor {

  private final PolicyRegistry registry;
  private final List<Route> routes;

  /** A door that answers BUSY until the registry has an active policy. */
  public RestDoor(PolicyLife life, DecisionLog log, PortfolioFigures figures, Clock clock) {
    this.registry = life.registry();
    List<Route> all = new ArrayList<>(new DecisionRoutes(this::serving, log, clock).table());
    all.addAll(new RecordRoutes(registry, log, figures).table());
    all.addAll(new OutcomeRoutes(this::serving, log, clock).table());
    all.addAll(new PolicyRoutes(this::serving, life).table());
    all.addAll(table());
    this.routes = List.copyOf(all);
  }

  /** Declares every route of the table. */
  public void install(RoutesConfig config) {
    routes.forEach(r -> install(config, r));
  }

  private static void install(RoutesConfig config, Route route) {
    Operation operation = route.operation();
    config.addHttpHandler(operation.method(), operation.path(), route.handler());
    if (operation.method().equals(HandlerType.GET)) {
      config.addHttpHandler(HandlerType.HEAD, operation.path(), route.handler());
    }
  }

  /** The OpenAPI 3.1 document of the table. */
  public ObjectNode openApi(Language language) {
    return OpenApi.document(routes.stream().map(Route::operation).toList(), language);
  }

  private List<Route> table() {
    return List.of(
        Operations.LIVE.answeredBy(ctx -> Replies.json(ctx, Json.object().put("status", "live"))),
        Operations.READY.answeredBy(this::ready),
        Operations.OPENAPI.answeredBy(ctx -> Replies.json(ctx, openApi(Replies.language(ctx)))));
  }

  private void ready(Context ctx) {
    Replies.json(
        ctx, Json.object().put("status", "ready").put("policyVersion", serving().version()));
  }

  private ServedPolicy serving() {
    return registry.active().orElseThrow(RestDoor::notOpen);
  }

  /** What is said while the policy is being loaded. */
  public static Problem notOpen() {
    return Problem.of(
            ProblemCode.BUSY,
            new Text("策略正在加载，请稍后重试", "the policy is being loaded; try again in a second"))
        .with("Retry-After", String.format(Locale.ROOT, "%d", 1));
  }
}
