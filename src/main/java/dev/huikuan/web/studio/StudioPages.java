package dev.huikuan.web.studio;

import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.access.Principal;
import dev.huikuan.access.Role;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.Activation;
import dev.huikuan.lifecycle.PolicyEvent;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyRefusal;
import dev.huikuan.lifecycle.Upload;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.records.PortfolioFigures;
import dev.huikuan.web.reception.MultipartForm;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Visitor;
import dev.huikuan.web.view.Wording;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The studio: the versions of the policy and their life, their tables and simulations. Thread-safe.
 */
public final class StudioPages {

  /** Where drafts are posted to; its bodies have a bound of their own. */
  public static final String DRAFTS = "/studio/drafts";

  private static final String STUDIO = "/studio";
  private static final int MOST_UPLOADS = 4;

  private final Reception reception;
  private final PolicyLife life;
  private final ReadStudio studio;
  private final CountedHits hits;
  private final Semaphore uploads = new Semaphore(MOST_UPLOADS);

  public StudioPages(Reception reception, PolicyLife life, PortfolioFigures figures, Clock clock) {
    this.reception = reception;
    this.life = life;
    this.studio = new ReadStudio(life);
    this.hits = new CountedHits(figures, clock);
  }

  /** Declares the routes. */
  public void install(RoutesConfig routes) {
    get(routes, STUDIO, reception.only(Visitor.EDITORS, this::home));
    get(routes, DRAFTS, ctx -> Reception.goTo(ctx, STUDIO));
    routes.post(DRAFTS, reception.only(Set.of(Role.ANALYST), this::draft));
    SheetShelf shelf = new SheetShelf(life.archive());
    ReadVersion versions = new ReadVersion(life, shelf);
    new VersionPages(reception, life, versions).install(routes);
    new ContentPages(reception, life, versions).install(routes);
    new TablePages(reception, life, shelf, hits).install(routes);
    new SimulationPages(reception, life).install(routes);
  }

  static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /** What stands around a page; after a form the switch of language leads to its place. */
  static Frame frame(Reception reception, Context ctx, Wording title, String place) {
    if (ctx.method().name().equals("POST")) {
      String other = PageLanguage.choose(ctx) == Language.ZH ? "en" : "zh";
      return reception.frame(ctx, title, place + PageLanguage.url(List.of("lang", other)));
    }
    return reception.frame(ctx, title);
  }

  private void home(Context ctx) {
    DraftRequest asked = DraftRequest.on(Reception.text(ctx.queryParam("base")));
    show(ctx, asked, List.of(), "true".equals(ctx.queryParam("all")));
  }

  private void show(Context ctx, DraftRequest asked, List<String> faults, boolean all) {
    Frame frame = frame(reception, ctx, StudioPhrase.TITLE, STUDIO);
    StudioView view = studio.read(frame, reception.serving(), asked, faults, all);
    reception.page(ctx, frame, "studio/studio.jte", view);
  }

  private void draft(Context ctx) {
    if (!ctx.isMultipartFormData()) {
      throw new UnsupportedMediaTypeResponse();
    }
    DraftRequest asked = DraftRequest.on("");
    try {
      asked = DraftRequest.of(MultipartForm.of(ctx));
      List<String> faults = faults(ctx, asked);
      if (!faults.isEmpty()) {
        again(ctx, 400, asked, faults);
      } else if (!uploads.tryAcquire()) {
        again(ctx, 503, asked, List.of(said(ctx, StudioPhrase.TOO_BUSY)));
      } else {
        try {
          made(ctx, asked);
        } finally {
          uploads.release();
        }
      }
    } catch (MultipartForm.Unreadable unreadable) {
      if (unreadable.isTooLarge()) {
        refused(ctx, asked, Upload.tooLarge());
      } else {
        again(ctx, 400, asked, List.of(said(ctx, StudioPhrase.NOT_WHOLE)));
      }
    } catch (PolicyRefusal refusal) {
      refused(ctx, asked, refusal);
    }
  }

  private static String said(Context ctx, StudioPhrase phrase) {
    return phrase.in(PageLanguage.choose(ctx));
  }

  private static List<String> faults(Context ctx, DraftRequest asked) {
    List<String> faults = new ArrayList<>();
    if (asked.files().isEmpty() && asked.deletes().isEmpty()) {
      faults.add(said(ctx, StudioPhrase.NO_FILE));
    }
    if (asked.note().isEmpty() || asked.note().length() > Upload.LONGEST_NOTE) {
      String most = Integer.toString(Upload.LONGEST_NOTE);
      faults.add(said(ctx, StudioPhrase.NO_NOTE).replace("{most}", most));
    }
    return faults;
  }

  private void made(Context ctx, DraftRequest asked) {
    String base =
        asked.base().isEmpty()
            ? life.archive().active().map(Activation::version).orElse("")
            : asked.base();
    List<String> known = life.archive().files(base).stream().map(PolicyFile::path).toList();
    Principal reader = Reception.reader(ctx);
    String version = life.drafts().make(Optional.of(base), asked.upload(known), reader).version();
    String came = came(version, asked.note(), reader);
    if (!came.equals("same")) {
      reception.changed(ctx, Deed.POLICY_DRAFTED, version, "base: " + base);
    }
    Reception.goTo(ctx, VersionPages.done(version, came));
  }

  /** What came of an upload: a draft, new scenarios, or nothing that was not there. */
  private String came(String version, String note, Principal reader) {
    return life.archive().history(version).stream()
        .reduce((earlier, later) -> later)
        .filter(last -> last.who().equals(reader.name()) && last.note().equals(note))
        .map(PolicyEvent::kind)
        .map(
            kind ->
                switch (kind) {
                  case DRAFTED -> "drafted";
                  case SCENARIOS_REPLACED -> "scenarios";
                  default -> "same";
                })
        .orElse("same");
  }

  private void refused(Context ctx, DraftRequest asked, PolicyRefusal refusal) {
    List<String> faults =
        refusal.faults().isEmpty()
            ? List.of(refusal.reason().in(PageLanguage.choose(ctx)))
            : refusal.faults().stream()
                .map(fault -> fault.message().in(PageLanguage.choose(ctx)))
                .toList();
    int status =
        switch (refusal.kind()) {
          case BAD_UPLOAD -> 400;
          case TOO_LARGE -> 413;
          case BUSY -> 503;
          case UNKNOWN_VERSION, UNKNOWN_SIMULATION -> 404;
          case OWN_DRAFT -> 403;
          case STATE, ACTIVE_CHANGED, RULES_NOT_INSTALLED -> 409;
        };
    again(ctx, status, asked, faults);
  }

  private void again(Context ctx, int status, DraftRequest asked, List<String> faults) {
    ctx.status(status);
    if (status == 503) {
      ctx.header("Retry-After", "10");
    }
    show(ctx, asked, faults, false);
  }
}
