package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.access.AuditLog;
import dev.huikuan.access.AuditTrail;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.PortfolioFigures;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The REST interface: its one table of routes, and what is behind each. Thread-safe. */
public final class RestDoor {

  /** What is kept, as far as the door reads and writes it. */
  public record Records(DecisionLog log, PortfolioFigures figures, AuditLog audit) {}

  private final PolicyRegistry registry;
  private final Changes changes;
  private final List<Route> routes;

  /** A door that answers BUSY until the registry has an active policy. */
  public RestDoor(PolicyLife life, Records records, Clock clock, Vitals vitals) {
    this.registry = life.registry();
    this.changes = new Changes(new AuditTrail(records.audit(), clock));
    DecisionLog log = records.log();
    List<Route> all =
        new ArrayList<>(new DecisionRoutes(this::serving, log, clock, vitals).table());
    all.addAll(new RecordRoutes(registry, log, records.figures()).table());
    all.addAll(new OutcomeRoutes(this::serving, log, clock).table());
    all.addAll(new PolicyRoutes(this::serving, life).table());
    all.addAll(new AccessRoutes(records.audit()).table());
    all.addAll(new Probes(registry, vitals).table());
    all.addAll(table());
    this.routes = List.copyOf(all);
  }

  /** Declares every route of the table. */
  public void install(RoutesConfig config) {
    routes.forEach(r -> install(config, r));
  }

  private void install(RoutesConfig config, Route route) {
    Operation operation = route.operation();
    Handler guarded = ctx -> answer(ctx, route);
    config.addHttpHandler(operation.method(), operation.path(), guarded);
    if (operation.method().equals(HandlerType.GET)) {
      config.addHttpHandler(HandlerType.HEAD, operation.path(), guarded);
    }
  }

  /** No route is answered to a caller without its role, and none changes anything unrecorded. */
  private void answer(Context ctx, Route route) throws Exception {
    Caller.requireOneOf(ctx, route.operation().roles());
    route.handler().handle(ctx);
    changes.record(ctx);
  }

  /** The OpenAPI 3.1 document of the table. */
  public ObjectNode openApi(Language language) {
    return OpenApi.document(routes.stream().map(Route::operation).toList(), language);
  }

  private List<Route> table() {
    return List.of(
        Operations.OPENAPI.answeredBy(ctx -> Replies.json(ctx, openApi(Replies.language(ctx)))));
  }

  private ServedPolicy serving() {
    return registry.active().orElseThrow(RestDoor::notOpen);
  }

  /** What is said while the policy is being loaded. */
  public static Problem notOpen() {
    return Problem.of(
            ProblemCode.BUSY,
            new Text("策略正在加载，请稍后重试", "the policy is being loaded; try again in a second"))
        .with("Retry-After", "1");
  }
}
