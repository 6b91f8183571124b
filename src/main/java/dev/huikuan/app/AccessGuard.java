package dev.huikuan.app;

import dev.huikuan.access.ApiKey;
import dev.huikuan.access.Doorkeeper;
import dev.huikuan.access.Principal;
import dev.huikuan.access.SignIns.SignedIn;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.Upload;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.rest.Problem;
import dev.huikuan.rest.ProblemCode;
import dev.huikuan.web.SignInPages;
import dev.huikuan.web.reception.MultipartForm;
import dev.huikuan.web.studio.StudioPages;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * In front of all doors: in open mode this machine's own user alone, else whoever has a key. It
 * says who asks; what they may do is said by each route.
 */
final class AccessGuard {

  /** What anybody may read. */
  private static final Pattern OPEN =
      Pattern.compile("/health/(live|ready)|/openapi\\.json|/docs|/assets/[^/]*|/sign-in");

  /** Of these, pages that show who is signed in. */
  private static final Set<String> OPEN_PAGES = Set.of("/docs", SignInPages.PATH);

  /** For programs: these send a key with each request, and no cookie counts. */
  private static final Pattern FOR_PROGRAMS = Pattern.compile("/v1(/.*)?|/metrics");

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String BEARER = "bearer ";

  private final Doorkeeper doorkeeper;

  AccessGuard(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  /**
   * @throws Problem when the request goes no further
   * @throws RecordsUnavailable when nobody can be told apart now
   */
  void check(Context ctx) {
    if (!doorkeeper.isOn()) {
      HostGuard.check(ctx);
      ctx.attribute(Principal.ATTRIBUTE, Principal.OPEN);
      return;
    }
    check(ctx, doorkeeper);
  }

  private static void check(Context ctx, Doorkeeper keeper) {
    ctx.attribute(Principal.ATTRIBUTE, Principal.NOBODY);
    List<String> given = Collections.list(ctx.req().getHeaders("Authorization"));
    if (OPEN.matcher(ctx.path()).matches()) {
      checkOpen(ctx, keeper);
    } else if (!given.isEmpty()) {
      admit(ctx, keeper, withSecret(keeper, given));
    } else if (FOR_PROGRAMS.matcher(ctx.path()).matches()) {
      throw unauthenticated(
          new Text(
              "请在请求头中加上 `Authorization: Bearer hk_…`；密钥由管理员用 `huikuan keys add` 创建",
              "send the header `Authorization: Bearer hk_…`; an administrator makes keys with"
                  + " `huikuan keys add`"),
          "");
    } else {
      checkPage(ctx, keeper);
    }
  }

  private static void checkOpen(Context ctx, Doorkeeper keeper) {
    if (!READING.contains(ctx.method().name())) {
      OriginCheck.requireOwnPage(ctx);
    }
    if (OPEN_PAGES.contains(ctx.path())) {
      try {
        signedIn(ctx, keeper).ifPresent(who -> ctx.attribute(SignedIn.ATTRIBUTE, who));
      } catch (RecordsUnavailable gone) {
        // readable all the same: only the name is not shown
        ctx.attribute(SignedIn.ATTRIBUTE, null);
      }
    }
  }

  private static Optional<SignedIn> signedIn(Context ctx, Doorkeeper keeper) {
    return Optional.ofNullable(ctx.cookie(SignInPages.COOKIE)).flatMap(keeper::session);
  }

  private static void checkPage(Context ctx, Doorkeeper keeper) {
    boolean reading = READING.contains(ctx.method().name());
    Optional<SignedIn> who = signedIn(ctx, keeper);
    if (who.isEmpty()) {
      SignInPages.send(ctx, reading);
      ctx.skipRemainingHandlers();
      return;
    }
    if (!reading) {
      OriginCheck.requireOwnPage(ctx);
      requireOwnForm(ctx, who.get());
    }
    ctx.attribute(SignedIn.ATTRIBUTE, who.get());
    admit(ctx, keeper, who.get().key());
  }

  private static void requireOwnForm(Context ctx, SignedIn who) {
    if (!who.sent(csrf(ctx))) {
      throw Problem.of(
          ProblemCode.FORBIDDEN,
          new Text(
              "表单已失效（登录已更换）或不是本站的，操作未执行；请返回并刷新页面后再试",
              "this form is out of date (you signed in anew) or not ours, so nothing was done; go back,"
                  + " reload the page and try again"));
    }
  }

  private static String csrf(Context ctx) {
    if (ctx.isMultipartFormData()) {
      return csrfBesideFiles(ctx);
    }
    return ctx.isFormUrlencoded() ? Optional.ofNullable(ctx.formParam("csrf")).orElse("") : "";
  }

  private static String csrfBesideFiles(Context ctx) {
    try {
      return MultipartForm.of(ctx).text("csrf");
    } catch (MultipartForm.Unreadable unreadable) {
      if (!unreadable.isTooLarge()) {
        throw Problem.of(
            ProblemCode.MALFORMED,
            new Text(
                "表单不完整，操作未执行；请返回并重新提交",
                "the form did not arrive whole, so nothing was done; go back and send it again"));
      }
      throw ctx.path().equals(StudioPages.DRAFTS)
          ? Upload.tooLarge()
          : new ContentTooLargeResponse();
    }
  }

  private static ApiKey withSecret(Doorkeeper keeper, List<String> given) {
    Optional<ApiKey> key =
        Optional.of(given.get(0))
            .filter(one -> given.size() == 1)
            .filter(one -> one.toLowerCase(Locale.ROOT).startsWith(BEARER))
            .flatMap(one -> keeper.key(one.substring(BEARER.length()).strip()));
    return key.orElseThrow(
        () ->
            unauthenticated(
                new Text(
                    "密钥无效或已撤销；应为 `Authorization: Bearer hk_…`",
                    "the key does not open anything, or was revoked; expected `Authorization: Bearer"
                        + " hk_…`"),
                ", error=\"invalid_token\""));
  }

  private static void admit(Context ctx, Doorkeeper keeper, ApiKey key) {
    ctx.attribute(Principal.ATTRIBUTE, Principal.of(key));
    OptionalLong wait = keeper.count(key);
    if (wait.isPresent()) {
      throw Problem.of(
              ProblemCode.TOO_MANY,
              new Text(
                  "密钥 `" + key.name() + "` 的请求过于频繁；请在 " + wait.getAsLong() + " 秒后重试",
                  "the key `"
                      + key.name()
                      + "` asks too often; try again in "
                      + wait.getAsLong()
                      + " s"))
          .with("Retry-After", Long.toString(wait.getAsLong()));
    }
  }

  private static Problem unauthenticated(Text detail, String error) {
    return Problem.of(ProblemCode.UNAUTHENTICATED, detail)
        .with("WWW-Authenticate", "Bearer realm=\"huikuan\"" + error);
  }
}
