package dev.huikuan.web;

import dev.huikuan.policy.PolicyFile;
import dev.huikuan.web.TryPage.Filled;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.view.Assumed;
import dev.huikuan.web.view.CaseView;
import dev.huikuan.web.view.CaseView.CaseForm;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.TryView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where any case can be tried. Thread-safe. */
final class TryPages {

  private final Reception reception;
  private final Clock clock;
  private volatile TryPage trial = new TryPage(List.of());

  TryPages(Reception reception, Clock clock) {
    this.reception = reception;
    this.clock = clock;
  }

  void offer(List<PolicyFile> files) {
    trial = new TryPage(files);
  }

  void install(RoutesConfig routes) {
    WebDoor.get(routes, "/try", this::tried);
    routes.post("/try", this::decide);
  }

  private void tried(Context ctx) {
    Frame frame = reception.frame(ctx, Phrase.TRY);
    Optional<Demo> demo = Optional.ofNullable(ctx.queryParam("case")).map(this::demo);
    if (demo.isEmpty()) {
      TryView view = trial.empty(frame, reception.serving().policy());
      reception.page(ctx, frame, "try.jte", view);
      return;
    }
    String asOf = Reception.text(ctx.queryParam("asOf"));
    CaseForm form = new CaseForm(demo.get().id(), demo.get().json(), asOf);
    show(ctx, decided(frame, form, Assumed.NOTHING));
  }

  private Demo demo(String id) {
    return trial.demo(id).orElseThrow(() -> new NotFoundResponse("no demo case"));
  }

  private void decide(Context ctx) {
    if (!ctx.isFormUrlencoded()) {
      throw new UnsupportedMediaTypeResponse();
    }
    if (ctx.formParam("filled") != null) {
      fill(ctx);
      return;
    }
    CaseForm form =
        new CaseForm(
            Reception.text(ctx.formParam("demo")),
            Reception.text(ctx.formParam("json")),
            Reception.text(ctx.formParam("asOf")));
    Frame frame = reception.frame(ctx, Phrase.TRY);
    show(ctx, decided(frame, form, Assumptions.of(ctx.formParamMap())));
  }

  private CaseView decided(Frame frame, CaseForm form, Assumed assumed) {
    return trial.decided(frame, form, assumed, reception.serving(), clock.instant());
  }

  private void fill(Context ctx) {
    Frame frame = reception.frame(ctx, Phrase.TRY);
    Filled filled = trial.filled(frame, ctx.formParamMap(), reception.serving(), clock.instant());
    filled.decided().ifPresent(view -> show(ctx, view));
    filled
        .again()
        .ifPresent(
            view -> {
              ctx.status(422);
              reception.page(ctx, frame, "try.jte", view);
            });
  }

  private void show(Context ctx, CaseView view) {
    ctx.status(view.isFaulty() ? 422 : 200);
    reception.page(ctx, view.frame(), "account.jte", view);
  }
}
