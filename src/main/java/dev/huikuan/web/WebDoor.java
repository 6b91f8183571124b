package dev.huikuan.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.access.AuditLog;
import dev.huikuan.access.AuditTrail;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.PortfolioFigures;
import dev.huikuan.web.overview.OverviewPage;
import dev.huikuan.web.reception.Assets;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.studio.StudioPages;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.MessageView;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.ReadDocs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pages: the desk at {@code /}, a recorded decision, the overview, the studio, a case to try,
 * the docs, and what they are dressed with. Thread-safe.
 */
public final class WebDoor {

  /** Paths for programs; any other is a page. */
  private static final String FOR_PROGRAMS = "/(v1|health|assets)(/.*)?|/metrics|/openapi\\.json";

  /** What is kept and worked on, as far as pages show or change it. */
  public record Rooms(PolicyLife life, DecisionLog log, PortfolioFigures figures, AuditLog audit) {}

  private final Reception reception;
  private final DecisionPages decisions;
  private final TryPages trials;
  private final OverviewPage overview;
  private final StudioPages studio;
  private final Function<Language, ? extends JsonNode> openApi;

  /**
   * @param openApi the OpenAPI document in a language, from which the docs page is made
   */
  public WebDoor(Rooms rooms, Clock clock, Function<Language, ? extends JsonNode> openApi) {
    PolicyLife life = rooms.life();
    this.reception = new Reception(life.registry(), new AuditTrail(rooms.audit(), clock));
    this.decisions = new DecisionPages(reception, life.registry(), rooms.log(), clock);
    this.trials = new TryPages(reception, clock);
    this.overview = new OverviewPage(reception, rooms.figures(), clock);
    this.studio = new StudioPages(reception, life, rooms.figures(), clock);
    this.openApi = openApi;
  }

  /**
   * From now on offers the demo cases of a policy to try.
   *
   * @param files of the policy
   */
  public void offer(List<PolicyFile> files) {
    trials.offer(files);
  }

  /** Declares the routes of the pages. */
  public void install(RoutesConfig routes) {
    decisions.install(routes);
    trials.install(routes);
    overview.install(routes);
    studio.install(routes);
    get(routes, "/docs", this::docs);
    get(routes, "/assets/{name}", Assets::serve);
  }

  static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /** What a browser sees before a policy is in service: a page that asks again by itself. */
  public void waiting(Context ctx) {
    Frame frame = reception.frame(ctx, Phrase.LOADING);
    ctx.status(503);
    ctx.header("Retry-After", "1");
    ctx.header("Refresh", "1");
    reception.page(ctx, frame, "waiting.jte", frame);
  }

  /**
   * Says on a page what went wrong, to somebody who reads pages.
   *
   * @param details one sentence each; often none
   * @return false when a program asks, or asks for what is no page: then nothing is said
   */
  public boolean said(Context ctx, int status, Text title, Text detail, List<Text> details) {
    boolean readsPages = Optional.ofNullable(ctx.header("Accept")).orElse("").contains("text/html");
    if (!readsPages || ctx.path().matches(FOR_PROGRAMS)) {
      return false;
    }
    Frame frame = reception.frame(ctx, title::in, Reception.here(ctx));
    Language language = frame.language();
    reception.tell(
        ctx,
        status,
        new MessageView(
            frame,
            title.in(language),
            detail.in(language),
            details.stream().map(one -> one.in(language)).toList(),
            "/",
            frame.t(Phrase.BACK)));
    return true;
  }

  private void docs(Context ctx) {
    Frame frame = reception.frame(ctx, Phrase.DOCS);
    reception.page(
        ctx, frame, "docs.jte", ReadDocs.of(frame, ctx.host(), openApi.apply(frame.language())));
  }
}
