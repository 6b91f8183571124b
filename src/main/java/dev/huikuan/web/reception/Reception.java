package dev.huikuan.web.reception;

import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.access.AuditTrail;
import dev.huikuan.access.Principal;
import dev.huikuan.access.Role;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.PolicyRefusal;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.MessageView;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.Wording;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every page begins and ends with: who reads it, in which language, with what around it, and
 * what is said when there is nothing to show. Thread-safe.
 */
public final class Reception {

  private final PolicyRegistry registry;
  private final AuditTrail audit;
  private final Pages pages = new Pages();

  /**
   * @param registry where the version in service is found
   * @param audit what forms change is kept in it
   */
  public Reception(PolicyRegistry registry, AuditTrail audit) {
    this.registry = registry;
    this.audit = audit;
  }

  /** What stands around a page; the switch of language leads to the same page. */
  public Frame frame(Context ctx, Wording title) {
    Language language = PageLanguage.choose(ctx);
    boolean posted = ctx.method().name().equals("POST");
    String switchUrl = posted ? "" : PageLanguage.switchUrl(ctx, language);
    return frame(ctx, title, switchUrl);
  }

  /**
   * The same.
   *
   * @param switchUrl where the page is in the other language; empty when a form is sent again
   */
  public Frame frame(Context ctx, Wording title, String switchUrl) {
    Language language = PageLanguage.choose(ctx);
    return new Frame(
        language,
        title.in(language) + " · Huikuan 回款",
        switchUrl,
        Frame.CASE_FORM,
        registry.active().map(ServedPolicy::version).orElse(""),
        Visitors.of(ctx),
        ctx.scheme() + "://" + ctx.host());
  }

  /** Answers with a page that is kept nowhere on its way. */
  public void page(Context ctx, Frame frame, String template, Object view) {
    ctx.header("Cache-Control", "no-store");
    ctx.header("Content-Language", frame.language().tag());
    ctx.header("Vary", "Accept-Language, Cookie, HX-Request");
    ctx.html(pages.render(template, view));
  }

  /** True when a script of the page asks for a part of it. */
  public static boolean isPart(Context ctx) {
    return "true".equals(ctx.header("HX-Request"));
  }

  /** Says what is the matter; the way on leads to the desk. */
  public void tell(Context ctx, int status, Wording title, Wording lead) {
    Frame frame = frame(ctx, title, here(ctx));
    tell(ctx, status, new MessageView(frame, frame.t(title), frame.t(lead)));
  }

  /** Says what is the matter. */
  public void tell(Context ctx, int status, MessageView message) {
    ctx.status(status);
    page(ctx, message.frame(), "message.jte", message);
  }

  /** Where the switch of language leads from a message: what was posted is not posted again. */
  public static String here(Context ctx) {
    Language language = PageLanguage.choose(ctx);
    return ctx.method().name().equals("GET")
        ? PageLanguage.switchUrl(ctx, language)
        : PageLanguage.home(language);
  }

  /** For those who have one of the roles; failures are pages that help. */
  public Handler only(Set<Role> roles, Handler handler) {
    return ctx -> {
      ctx.header("Cache-Control", "no-store");
      if (!reader(ctx).hasOneOf(roles)) {
        forbid(ctx, roles);
        return;
      }
      try {
        handler.handle(ctx);
      } catch (RecordsUnavailable gone) {
        ctx.header("Retry-After", "5");
        tell(ctx, 503, Phrase.LOG_GONE, Phrase.LOG_GONE_LEAD);
      } catch (PolicyRefusal refusal) {
        refused(ctx, refusal);
      }
    };
  }

  private void forbid(Context ctx, Set<Role> roles) {
    String needed = String.join(", ", roles.stream().sorted().map(Role::written).toList());
    Frame frame = frame(ctx, Phrase.NOT_FOR_ROLE, here(ctx));
    String lead = frame.t(Phrase.NOT_FOR_ROLE_LEAD).replace("{roles}", needed);
    tell(ctx, 403, new MessageView(frame, frame.t(Phrase.NOT_FOR_ROLE), lead));
  }

  /** What cannot be done with a version of the policy, and why; the way on leads to the studio. */
  public void refused(Context ctx, PolicyRefusal refusal) {
    int status =
        switch (refusal.kind()) {
          case UNKNOWN_VERSION, UNKNOWN_SIMULATION -> 404;
          case OWN_DRAFT -> 403;
          case BAD_UPLOAD -> 400;
          case TOO_LARGE -> 413;
          case STATE, ACTIVE_CHANGED, RULES_NOT_INSTALLED -> 409;
          case BUSY -> 503;
        };
    Frame frame = frame(ctx, Phrase.NOT_DONE, here(ctx));
    List<String> details =
        refusal.faults().size() < 2
            ? List.of()
            : refusal.faults().stream().map(f -> f.message().in(frame.language())).toList();
    tell(
        ctx,
        status,
        new MessageView(
            frame,
            frame.t(Phrase.NOT_DONE),
            refusal.reason().in(frame.language()),
            details,
            "/studio",
            frame.t(Phrase.BACK_TO_STUDIO)));
  }

  /** Who asks, as the guard in front of the doors found out. */
  public static Principal reader(Context ctx) {
    return Optional.ofNullable(ctx.<Principal>attribute(Principal.ATTRIBUTE))
        .orElseThrow(() -> new IllegalStateException("a request came past the guard"));
  }

  /** The version in service; asked only once there is one. */
  public ServedPolicy serving() {
    return registry
        .active()
        .orElseThrow(() -> new IllegalStateException("asked before it was open"));
  }

  /** Keeps in the audit what a form has changed. */
  public void changed(Context ctx, Deed deed, String target, String detail) {
    audit.add(reader(ctx).name(), deed, target, detail);
  }

  /** Sends the browser to another page after what it posted is done. */
  public static void goTo(Context ctx, String path) {
    ctx.status(303);
    ctx.header("Cache-Control", "no-store");
    ctx.header("Location", path);
  }

  /** What was sent under a name, blanks around it taken off; empty when nothing was. */
  public static String text(String parameter) {
    return Optional.ofNullable(parameter).map(String::strip).orElse("");
  }
}
