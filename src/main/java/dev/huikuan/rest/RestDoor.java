package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The REST interface: its one table of routes, and what is behind each. Thread-safe. */
public final class RestDoor {

  private final Clock clock;
  private final BatchHandler batches = new BatchHandler();
  private final List<Route> routes;
  private volatile Optional<Served> served = Optional.empty();

  /** A door that answers BUSY until {@link #open} is called. */
  public RestDoor(Clock clock) {
    this.clock = clock;
    this.routes = table();
  }

  /** Puts a policy into service. */
  public void open(DecisionPipeline pipeline, List<Finding> findings) {
    CaseReader reader = new CaseReader(pipeline.policy());
    served = Optional.of(new Served(pipeline, reader, List.copyOf(findings), clock.instant()));
  }

  public boolean isOpen() {
    return served.isPresent();
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
        Operations.DECISIONS.answeredBy(
            ctx -> DecisionHandler.decide(ctx, serving(), clock.instant())),
        Operations.BATCH.answeredBy(ctx -> batches.decide(ctx, serving(), clock.instant())),
        Operations.VOCABULARY.answeredBy(
            ctx -> Replies.json(ctx, VocabularyJson.of(serving().policy()))),
        Operations.POLICIES.answeredBy(ctx -> Replies.json(ctx, PoliciesJson.of(serving()))),
        Operations.POLICY.answeredBy(this::policy),
        Operations.LIVE.answeredBy(ctx -> Replies.json(ctx, Json.object().put("status", "live"))),
        Operations.READY.answeredBy(this::ready),
        Operations.OPENAPI.answeredBy(ctx -> Replies.json(ctx, openApi(Replies.language(ctx)))));
  }

  private void policy(Context ctx) {
    String version = ctx.pathParam("version");
    Served now = serving();
    if (!version.equals(now.policy().version())) {
      throw Problem.of(
          ProblemCode.NOT_FOUND,
          new Text(
              "没有版本 `" + version + "`；现行版本见 GET /v1/policies",
              "no version `" + version + "`; GET /v1/policies lists those that exist"));
    }
    Replies.json(ctx, PoliciesJson.one(now));
  }

  private void ready(Context ctx) {
    Served now = serving();
    Replies.json(
        ctx, Json.object().put("status", "ready").put("policyVersion", now.policy().version()));
  }

  private Served serving() {
    return served.orElseThrow(RestDoor::notOpen);
  }

  /** What is said while the policy is being loaded. */
  public static Problem notOpen() {
    return Problem.of(
            ProblemCode.BUSY,
            new Text("策略正在加载，请稍后重试", "the policy is being loaded; try again in a second"))
        .with("Retry-After", String.format(Locale.ROOT, "%d", 1));
  }
}
