package dev.huikuan.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.access.Principal;
import dev.huikuan.access.Role;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.web.view.CaseView;
import dev.huikuan.web.view.CaseView.CaseForm;
import dev.huikuan.web.view.DeskView;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.MessageView;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.ReadDocs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The pages: the desk at {@code /}, a recorded decision, a case to try, the docs, and what they are
 * dressed with. Thread-safe.
 */
public final class WebDoor {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Set<Role> READERS =
      Set.of(Role.CRM, Role.COLLECTOR, Role.ANALYST, Role.APPROVER);

  private final Clock clock;
  private final PolicyRegistry registry;
  private final DecisionLog log;
  private final Function<Language, ? extends JsonNode> openApi;
  private final Pages pages = new Pages();
  private final DeskPage desk;
  private final AccountPage account;
  private volatile TryPage trial = new TryPage(List.of());

  /**
   * @param openApi the OpenAPI document in a language, from which the docs page is made
   */
  public WebDoor(
      Clock clock,
      PolicyRegistry registry,
      DecisionLog log,
      Function<Language, ? extends JsonNode> openApi) {
    this.clock = clock;
    this.registry = registry;
    this.log = log;
    this.openApi = openApi;
    this.desk = new DeskPage(log);
    this.account = new AccountPage(registry, log);
  }

  /**
   * From now on offers the demo cases of a policy to try.
   *
   * @param files of the policy
   */
  public void offer(List<PolicyFile> files) {
    trial = new TryPage(files);
  }

  /** Declares the routes of the pages. */
  public void install(RoutesConfig routes) {
    get(routes, "/", reading(this::desk));
    get(routes, "/decisions/{id}", reading(this::decision));
    get(routes, "/try", this::tried);
    routes.post("/try", this::decide);
    get(routes, "/docs", this::docs);
    get(routes, "/assets/{name}", Assets::serve);
  }

  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /** For those who may read decisions; a page also when the log cannot be read. */
  private Handler reading(Handler handler) {
    return ctx -> {
      ctx.header("Cache-Control", "no-store");
      if (!reader(ctx).hasOneOf(READERS)) {
        tell(ctx, 403, Phrase.NOT_FOR_ROLE, Phrase.NOT_FOR_ROLE_LEAD);
        return;
      }
      try {
        handler.handle(ctx);
      } catch (RecordsUnavailable gone) {
        ctx.header("Retry-After", "5");
        tell(ctx, 503, Phrase.LOG_GONE, Phrase.LOG_GONE_LEAD);
      }
    };
  }

  private static Principal reader(Context ctx) {
    return Optional.ofNullable(ctx.<Principal>attribute(Principal.ATTRIBUTE))
        .orElseThrow(() -> new IllegalStateException("a request came past the guard"));
  }

  private void desk(Context ctx) {
    Language language = PageLanguage.choose(ctx);
    Frame frame = frame(ctx, language, Phrase.DESK, PageLanguage.switchUrl(ctx, language));
    Labels labels = new Labels(serving().policy(), language);
    DeskView view = desk.read(frame, labels, reader(ctx), DeskAddress.of(ctx));
    html(ctx, frame, pages.desk(view, ctx.scheme() + "://" + ctx.host()));
  }

  private void decision(Context ctx) {
    Language language = PageLanguage.choose(ctx);
    Frame frame = frame(ctx, language, Phrase.ACCOUNT, PageLanguage.switchUrl(ctx, language));
    Optional<StoredDecision> stored = visible(ctx);
    if (stored.isEmpty()) {
      tell(ctx, 404, Phrase.NO_DECISION, Phrase.NO_DECISION_LEAD);
      return;
    }
    String pay = text(ctx.queryParam("pay"));
    DeskAddress place = DeskAddress.of(ctx);
    show(ctx, account.read(frame, stored.get(), place, pay, reader(ctx)));
  }

  /** A decision of another ledger is as unknown as one that does not exist. */
  private Optional<StoredDecision> visible(Context ctx) {
    return Optional.of(ctx.pathParam("id"))
        .filter(id -> ID.matcher(id).matches())
        .flatMap(log::find)
        .filter(stored -> reader(ctx).maySee(stored.ledger()));
  }

  private void tried(Context ctx) {
    Language language = PageLanguage.choose(ctx);
    Frame frame = frame(ctx, language, Phrase.TRY, PageLanguage.switchUrl(ctx, language));
    Optional<Demo> demo = Optional.ofNullable(ctx.queryParam("case")).map(this::demo);
    String asOf = text(ctx.queryParam("asOf"));
    show(
        ctx,
        demo.map(d -> new CaseForm(d.id(), d.json(), asOf, ""))
            .map(form -> trial.decided(frame, form, serving(), clock.instant()))
            .orElseGet(() -> trial.empty(frame)));
  }

  private void decide(Context ctx) {
    if (!ctx.isFormUrlencoded()) {
      throw new UnsupportedMediaTypeResponse();
    }
    Language language = PageLanguage.choose(ctx);
    CaseForm form =
        new CaseForm(
            text(ctx.formParam("demo")),
            text(ctx.formParam("json")),
            text(ctx.formParam("asOf")),
            text(ctx.formParam("pay")));
    Frame frame = frame(ctx, language, Phrase.TRY, "");
    show(ctx, trial.decided(frame, form, serving(), clock.instant()));
  }

  private void show(Context ctx, CaseView view) {
    ctx.status(view.faults().isEmpty() ? 200 : 422);
    ctx.header("Cache-Control", "no-store");
    html(ctx, view.frame(), pages.account(view));
  }

  private void tell(Context ctx, int status, Phrase title, Phrase lead) {
    Language language = PageLanguage.choose(ctx);
    String other = ctx.method().name().equals("POST") ? "/" : PageLanguage.switchUrl(ctx, language);
    Frame frame = frame(ctx, language, title, other);
    ctx.status(status);
    html(ctx, frame, pages.message(new MessageView(frame, frame.t(title), frame.t(lead))));
  }

  /** What a browser sees before a policy is in service: a page that asks again by itself. */
  public void waiting(Context ctx) {
    Language language = PageLanguage.choose(ctx);
    Frame frame = frame(ctx, language, Phrase.LOADING, PageLanguage.switchUrl(ctx, language));
    ctx.status(503);
    ctx.header("Retry-After", "1");
    ctx.header("Refresh", "1");
    ctx.header("Cache-Control", "no-store");
    html(ctx, frame, pages.waiting(frame));
  }

  private void docs(Context ctx) {
    Language language = PageLanguage.choose(ctx);
    Frame frame = frame(ctx, language, Phrase.DOCS, PageLanguage.switchUrl(ctx, language));
    html(ctx, frame, pages.docs(ReadDocs.of(frame, ctx.host(), openApi.apply(language))));
  }

  private static void html(Context ctx, Frame frame, String page) {
    ctx.header("Content-Language", frame.language().tag());
    ctx.header("Vary", "Accept-Language, Cookie");
    ctx.html(page);
  }

  private Frame frame(Context ctx, Language language, Phrase page, String switchUrl) {
    String title = page.in(language) + " · Huikuan 回款";
    String version = registry.active().map(ServedPolicy::version).orElse("");
    return new Frame(language, title, switchUrl, Frame.CASE_FORM, version, Visitors.of(ctx));
  }

  private Demo demo(String id) {
    return trial.demo(id).orElseThrow(() -> new NotFoundResponse("no demo case"));
  }

  private ServedPolicy serving() {
    return registry
        .active()
        .orElseThrow(() -> new IllegalStateException("asked before it was open"));
  }

  private static String text(String parameter) {
    return Optional.ofNullable(parameter).map(String::strip).orElse("");
  }
}
