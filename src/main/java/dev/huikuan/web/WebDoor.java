package dev.huikuan.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Language;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.web.view.DeskView;
import dev.huikuan.web.view.DeskView.CaseForm;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.ReadDocs;
import dev.huikuan.web.view.WorklistQuery;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The pages: the desk at {@code /}, the docs, and what they are dressed with. Thread-safe. */
public final class WebDoor {

  private final Clock clock;
  private final Function<Language, ? extends JsonNode> openApi;
  private final Pages pages = new Pages();
  private volatile Optional<Desk> desk = Optional.empty();

  /**
   * @param openApi the OpenAPI document in a language, from which the docs page is made
   */
  public WebDoor(Clock clock, Function<Language, ? extends JsonNode> openApi) {
    this.clock = clock;
    this.openApi = openApi;
  }

  /**
   * Puts a policy into service.
   *
   * @param files of the policy, with its demo cases among them
   * @param portfolio show the demo portfolio as of this date in their place
   */
  public void open(
      DecisionPipeline pipeline, List<PolicyFile> files, Optional<LocalDate> portfolio) {
    Supplier<List<Demo>> demos =
        () -> portfolio.map(Demo::portfolio).orElseGet(() -> Demo.among(files));
    Desk opened = new Desk(pipeline, demos, clock.instant());
    desk = Optional.of(opened);
    if (portfolio.isPresent()) {
      opened.begin();
    }
  }

  /** Declares the routes of the pages. */
  public void install(RoutesConfig routes) {
    get(routes, "/", this::read);
    get(routes, "/docs", this::docs);
    get(routes, "/assets/{name}", Assets::serve);
    routes.post("/", this::decide);
  }

  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private void read(Context ctx) {
    Language language = PageLanguage.choose(ctx);
    String asOf = text(ctx.queryParam("asOf"));
    Optional<Demo> demo = Optional.ofNullable(ctx.queryParam("case")).map(this::demo);
    CaseForm form =
        demo.map(d -> new CaseForm(d.id(), d.json(), asOf, ""))
            .orElse(new CaseForm("", "", "", ""));
    Frame frame = frame(ctx, language, PageLanguage.switchUrl(ctx, language));
    DeskView view =
        demo.isPresent()
            ? serving().decided(frame, form, clock.instant())
            : serving().worklist(frame, form, asked(ctx));
    show(ctx, view);
  }

  private static WorklistQuery asked(Context ctx) {
    return WorklistQuery.of(
        text(ctx.queryParam("q")), text(ctx.queryParam("kind")), text(ctx.queryParam("page")));
  }

  private void decide(Context ctx) {
    if (!ctx.isFormUrlencoded()) {
      throw new UnsupportedMediaTypeResponse();
    }
    Language language = PageLanguage.choose(ctx);
    String demo = text(ctx.formParam("demo"));
    CaseForm form =
        new CaseForm(
            demo,
            text(ctx.formParam("json")),
            text(ctx.formParam("asOf")),
            text(ctx.formParam("pay")));
    show(ctx, serving().decided(frame(ctx, language, ""), form, clock.instant()));
  }

  private void show(Context ctx, DeskView view) {
    ctx.status(view.faults().isEmpty() ? 200 : 422);
    ctx.header("Cache-Control", "no-store");
    html(ctx, view.frame(), pages.desk(view));
  }

  /** What a browser sees before a policy is in service: a page that asks again by itself. */
  public void waiting(Context ctx) {
    Language language = PageLanguage.choose(ctx);
    String title = "Huikuan 回款 · " + Phrase.LOADING.in(language);
    Frame frame =
        new Frame(
            language,
            title,
            PageLanguage.switchUrl(ctx, language),
            Frame.CASE_FORM,
            "",
            Visitors.of(ctx));
    ctx.status(503);
    ctx.header("Retry-After", "1");
    ctx.header("Refresh", "1");
    ctx.header("Cache-Control", "no-store");
    html(ctx, frame, pages.waiting(frame));
  }

  private void docs(Context ctx) {
    Language language = PageLanguage.choose(ctx);
    String version = desk.map(d -> d.policy().version()).orElse("");
    Frame frame =
        new Frame(
            language,
            Phrase.DOCS.in(language) + " · Huikuan 回款",
            PageLanguage.switchUrl(ctx, language),
            Frame.CASE_FORM,
            version,
            Visitors.of(ctx));
    html(ctx, frame, pages.docs(ReadDocs.of(frame, ctx.host(), openApi.apply(language))));
  }

  private static void html(Context ctx, Frame frame, String page) {
    ctx.header("Content-Language", frame.language().tag());
    ctx.header("Vary", "Accept-Language, Cookie");
    ctx.html(page);
  }

  private Frame frame(Context ctx, Language language, String switchUrl) {
    String title = "Huikuan 回款 · " + Phrase.DESK.in(language);
    String version = serving().policy().version();
    return new Frame(language, title, switchUrl, Frame.CASE_FORM, version, Visitors.of(ctx));
  }

  private Demo demo(String id) {
    return serving().demo(id).orElseThrow(() -> new NotFoundResponse("no demo case"));
  }

  private Desk serving() {
    return desk.orElseThrow(() -> new IllegalStateException("asked before it was open"));
  }

  private static String text(String parameter) {
    return Optional.ofNullable(parameter).map(String::strip).orElse("");
  }
}
