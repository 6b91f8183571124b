package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.SimulationRun;
import dev.huikuan.lifecycle.Simulations;
import io.javalin.http.Context;
import java.util.List;

/** Routes about simulations: begin one, see how far it is, cancel it. */
final class SimulationRoutes {

  private final Simulations simulations;

  SimulationRoutes(Simulations simulations) {
    this.simulations = simulations;
  }

  List<Route> table() {
    return List.of(
        PolicyOperations.SIMULATE.answeredBy(this::start),
        PolicyOperations.SIMULATION.answeredBy(
            ctx -> reply(ctx, simulations.find(ctx.pathParam("id"), Caller.of(ctx)))),
        PolicyOperations.CANCEL.answeredBy(
            ctx -> reply(ctx, simulations.cancel(ctx.pathParam("id"), Caller.of(ctx)))));
  }

  private void start(Context ctx) {
    SimulationRun run = simulations.start(ctx.pathParam("version"), Caller.of(ctx));
    ctx.status(202);
    ctx.header("Location", "/v1/simulations/" + run.id());
    reply(ctx, run);
  }

  private static void reply(Context ctx, SimulationRun run) {
    ctx.header("Cache-Control", "no-store");
    Language language = Replies.language(ctx);
    ObjectNode body = Json.object().put("id", run.id()).put("status", run.status().name());
    body.put("done", run.done()).put("total", run.total());
    run.result()
        .ifPresentOrElse(
            result ->
                body.set("result", Json.read(language == Language.ZH ? result.zh() : result.en())),
            () -> body.putNull("result"));
    body.put("version", run.version());
    body.put("failure", run.failure().map(text -> text.in(language)).orElse(null));
    Replies.json(ctx, body);
  }
}
