package dev.huikuan.web.studio;

import dev.huikuan.access.Role;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyRefusal;
import dev.huikuan.lifecycle.SimulationRun;
import dev.huikuan.lifecycle.SimulationRun.Status;
import dev.huikuan.lifecycle.Simulations;
import dev.huikuan.simulation.SimulationResult;
import dev.huikuan.simulation.SimulationWorkbook;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.MessageView;
import dev.huikuan.web.view.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a version would change, on the recorded cases. Thread-safe. */
final class SimulationPages {

  private static final Set<Role> STARTERS = Set.of(Role.ANALYST);
  private static final String ONE = "/studio/simulations/{id}";

  private final Reception reception;
  private final Simulations simulations;

  SimulationPages(Reception reception, PolicyLife life) {
    this.reception = reception;
    this.simulations = life.simulations();
  }

  /** Declares the routes. */
  void install(RoutesConfig routes) {
    routes.post("/studio/{version}/simulations", reception.only(STARTERS, this::start));
    routes.post(ONE + "/cancel", reception.only(STARTERS, this::cancel));
    see(routes, ONE + ".json", this::json);
    see(routes, ONE + ".xlsx", this::workbook);
    see(routes, ONE, this::show);
  }

  private void see(RoutesConfig routes, String path, Handler handler) {
    Handler guarded = reception.only(Visitor.EDITORS, handler);
    routes.get(path, guarded);
    routes.head(path, guarded);
  }

  private void start(Context ctx) {
    String version = ctx.pathParam("version");
    try {
      SimulationRun run = simulations.start(version, Reception.reader(ctx));
      Reception.goTo(ctx, ReadSimulation.url(run));
    } catch (PolicyRefusal refusal) {
      if (refusal.kind() != PolicyRefusal.Kind.BUSY) {
        throw refusal;
      }
      busy(ctx, version, refusal);
    }
  }

  private void busy(Context ctx, String version, PolicyRefusal refusal) {
    Frame frame = reception.frame(ctx, SimulationPhrase.BUSY, Reception.here(ctx));
    String reason = refusal.reason().in(frame.language());
    ctx.header("Retry-After", "10");
    reception.tell(
        ctx,
        503,
        new MessageView(
            frame,
            frame.t(SimulationPhrase.BUSY),
            frame.t(SimulationPhrase.BUSY_LEAD).replace("{reason}", reason),
            List.of(),
            "/studio/" + version,
            frame.t(SimulationPhrase.BACK_TO_VERSION).replace("{version}", version)));
  }

  private void cancel(Context ctx) {
    SimulationRun run = simulations.cancel(ctx.pathParam("id"), Reception.reader(ctx));
    Reception.goTo(ctx, ReadSimulation.url(run));
  }

  private SimulationRun find(Context ctx) {
    return simulations.find(ctx.pathParam("id"), Reception.reader(ctx));
  }

  private void show(Context ctx) {
    SimulationRun run = find(ctx);
    Frame frame = reception.frame(ctx, SimulationPhrase.TITLE);
    Labels labels = new Labels(reception.serving().policy(), frame.language());
    SimulationView view = ReadSimulation.of(frame, labels, run);
    if (!Reception.isPart(ctx)) {
      reception.page(ctx, frame, "simulation/page.jte", view);
    } else if (run.status() == Status.RUNNING) {
      reception.page(ctx, frame, "simulation/progress.jte", view);
    } else {
      ctx.header("HX-Retarget", "#run");
      ctx.header("HX-Reswap", "innerHTML");
      reception.page(ctx, frame, "simulation/part.jte", view);
    }
  }

  private void json(Context ctx) {
    SimulationRun run = find(ctx);
    Language language = PageLanguage.choose(ctx);
    Optional<byte[]> stored =
        run.result().map(result -> language == Language.ZH ? result.zh() : result.en());
    if (stored.isEmpty()) {
      reception.tell(ctx, 404, SimulationPhrase.NO_RESULT, SimulationPhrase.NO_RESULT_LEAD);
      return;
    }
    download(ctx, run, "json", "application/json", stored.get());
  }

  private void workbook(Context ctx) throws IOException {
    SimulationRun run = find(ctx);
    Language language = PageLanguage.choose(ctx);
    Optional<SimulationResult> result = ReadSimulation.result(run, language);
    if (result.isEmpty()) {
      reception.tell(ctx, 404, SimulationPhrase.NO_RESULT, SimulationPhrase.NO_RESULT_LEAD);
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SimulationWorkbook.write(result.get(), language, out);
    download(
        ctx,
        run,
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        out.toByteArray());
  }

  private static void download(
      Context ctx, SimulationRun run, String ending, String type, byte[] content) {
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"simulation-" + run.id() + "." + ending + "\"");
    ctx.contentType(type).result(content);
  }
}
