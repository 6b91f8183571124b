package dev.huikuan.web;

import dev.huikuan.access.Doorkeeper;
import dev.huikuan.access.Doorkeeper.Tried;
import dev.huikuan.domain.Language;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.reception.Pages;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.reception.Visitors;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.SignInView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Signing in with a key, and out again. Thread-safe. */
public final class SignInPages {

  /** Where the form is. */
  public static final String PATH = "/sign-in";

  /** Where signing out is posted to. */
  public static final String OUT = "/sign-out";

  /** The session's cookie. */
  public static final String COOKIE = "huikuan_session";

  private static final int LONGEST_NEXT = 2_000;
  private static final int UNTIL_THE_BROWSER_CLOSES = -1;

  private final Doorkeeper doorkeeper;
  private final Pages pages = new Pages();

  public SignInPages(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  /** Declares the routes. */
  public void install(RoutesConfig routes) {
    routes.get(PATH, this::form);
    routes.head(PATH, this::form);
    routes.post(PATH, this::signIn);
    routes.post(OUT, this::signOut);
  }

  /** Sends a browser to the form, which sends it back to what it asked for. */
  public static void send(Context ctx, boolean back) {
    String asked = ctx.path() + (ctx.queryString() == null ? "" : "?" + ctx.queryString());
    String next = back ? "?next=" + URLEncoder.encode(asked, StandardCharsets.UTF_8) : "";
    if (Reception.isPart(ctx)) {
      // the script of the page is told, so that the form does not appear inside of the page
      ctx.status(401).header("HX-Redirect", PATH);
      return;
    }
    to(ctx, PATH + next);
  }

  private void form(Context ctx) {
    String next = local(ctx.queryParam("next"));
    if (!doorkeeper.isOn()) {
      to(ctx, next);
      return;
    }
    show(ctx, 200, next, Optional.empty());
  }

  private void signIn(Context ctx) {
    if (!ctx.isFormUrlencoded()) {
      throw new UnsupportedMediaTypeResponse();
    }
    String next = local(ctx.formParam("next"));
    if (!doorkeeper.isOn()) {
      to(ctx, next);
      return;
    }
    String key = Optional.ofNullable(ctx.formParam("key")).orElse("").strip();
    Tried tried = doorkeeper.signIn(key);
    if (tried.cookie().isPresent()) {
      forget(ctx);
      ctx.cookie(cookie(ctx, tried.cookie().get(), UNTIL_THE_BROWSER_CLOSES));
      to(ctx, next);
    } else if (tried.retryAfter() > 0) {
      ctx.header("Retry-After", Long.toString(tried.retryAfter()));
      show(ctx, 429, next, Optional.of(Phrase.TOO_MANY_TRIES));
    } else {
      ctx.header("WWW-Authenticate", "Bearer realm=\"huikuan\"");
      show(ctx, 401, next, Optional.of(Phrase.NO_SUCH_KEY));
    }
  }

  private void signOut(Context ctx) {
    forget(ctx);
    ctx.cookie(cookie(ctx, "", 0));
    to(ctx, PATH);
  }

  /** Ends the session that the browser has, if it has one. */
  private void forget(Context ctx) {
    Optional.ofNullable(ctx.cookie(COOKIE)).ifPresent(doorkeeper::signOut);
  }

  private static Cookie cookie(Context ctx, String value, int seconds) {
    boolean secure =
        ctx.scheme().equals("https") || "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto"));
    return new Cookie(COOKIE, value, "/", seconds, secure, true, null, SameSite.LAX);
  }

  private void show(Context ctx, int status, String next, Optional<Phrase> fault) {
    Language language = PageLanguage.choose(ctx);
    String other = (language == Language.ZH ? Language.EN : Language.ZH).tag();
    String switchUrl =
        PATH + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8) + "&lang=" + other;
    String title = Phrase.SIGN_IN.in(language) + " · Huikuan 回款";
    Frame frame = new Frame(language, title, switchUrl, Frame.CASE_FORM, "", Visitors.of(ctx), "");
    String wrong = fault.map(phrase -> phrase.in(language)).orElse("");
    ctx.status(status);
    ctx.header("Cache-Control", "no-store");
    ctx.header("Content-Language", language.tag());
    ctx.header("Vary", "Accept-Language, Cookie");
    ctx.html(pages.render("signIn.jte", new SignInView(frame, next, wrong)));
  }

  /** The path to go to, when it is one of ours in plain letters; else the desk. */
  static String local(String next) {
    boolean ours =
        next != null
            && next.length() <= LONGEST_NEXT
            && next.startsWith("/")
            && !next.startsWith("//")
            && next.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
            && !next.startsWith("/sign-");
    return ours ? next : "/";
  }

  private static void to(Context ctx, String path) {
    ctx.status(303);
    ctx.header("Cache-Control", "no-store");
    ctx.header("Location", path);
  }
}
