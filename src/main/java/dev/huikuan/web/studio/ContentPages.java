package dev.huikuan.web.studio;

import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyRefusal;
import dev.huikuan.scenario.VersionComparison;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.studio.Downloads.Download;
import dev.huikuan.web.view.DeskView.Choice;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.MessageView;
import dev.huikuan.web.view.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in a version: its difference to another, and its files to be downloaded. */
final class ContentPages {

  private final Reception reception;
  private final PolicyLife life;
  private final ReadVersion versions;
  private final Downloads downloads;

  ContentPages(Reception reception, PolicyLife life, ReadVersion versions) {
    this.reception = reception;
    this.life = life;
    this.versions = versions;
    this.downloads = new Downloads(life);
  }

  void install(RoutesConfig routes) {
    String version = "/studio/{version}";
    StudioPages.get(routes, version + "/diff", reception.only(Visitor.EDITORS, this::diff));
    StudioPages.get(routes, version + "/files/<path>", reception.only(Visitor.EDITORS, this::file));
    StudioPages.get(routes, version + "/workbook", reception.only(Visitor.EDITORS, this::tidy));
    StudioPages.get(
        routes, version + "/workbooks.zip", reception.only(Visitor.EDITORS, this::tidyAll));
  }

  private ArchivedPolicy find(Context ctx) {
    return find(ctx.pathParam("version"));
  }

  private ArchivedPolicy find(String version) {
    return life.archive().find(version).orElseThrow(() -> PolicyRefusal.unknown(version));
  }

  private void diff(Context ctx) {
    ArchivedPolicy policy = find(ctx);
    Frame frame = reception.frame(ctx, CheckPhrase.DIFFERENCE);
    String asked = Reception.text(ctx.queryParam("with"));
    Optional<ArchivedPolicy> other =
        asked.isEmpty() ? versions.usualOther(policy).map(this::find) : Optional.of(find(asked));
    DiffView view = compared(frame, policy, other);
    String page = Reception.isPart(ctx) ? "studio/difference.jte" : "studio/diff.jte";
    reception.page(ctx, frame, page, view);
  }

  private DiffView compared(Frame frame, ArchivedPolicy policy, Optional<ArchivedPolicy> other) {
    Language language = frame.language();
    if (other.isEmpty()) {
      return new DiffView(
          frame,
          VersionWords.url(policy.version()),
          VersionWords.shortened(policy.version()),
          List.of(),
          false,
          "",
          "",
          List.of(),
          List.of(),
          "");
    }
    VersionComparison comparison =
        VersionComparison.ofArchived(
            life.archive().files(other.get().version()), life.archive().files(policy.version()));
    ReadDiff read = new ReadDiff(places(policy, frame), places(other.get(), frame), language);
    List<DiffView.Part> parts = read.parts(comparison.difference());
    int count = comparison.difference().count();
    String counted =
        count == 0
            ? frame.t(CheckPhrase.NO_DIFFERENCE)
            : count + " " + frame.t(count == 1 ? CheckPhrase.CHANGE_ONE : CheckPhrase.CHANGES);
    int more = read.moreRespelled();
    return new DiffView(
        frame,
        VersionWords.url(policy.version()),
        VersionWords.shortened(policy.version()),
        others(frame, policy, other.get()),
        true,
        counted,
        rules(frame, other.get(), policy),
        parts,
        read.respelled(),
        more > 0 ? read.counted(CheckPhrase.MORE, more) : "");
  }

  private Places places(ArchivedPolicy policy, Frame frame) {
    return versions.places(policy.version(), life.archive().check(policy.version()), frame);
  }

  private static String rules(Frame frame, ArchivedPolicy before, ArchivedPolicy after) {
    return before.rules().equals(after.rules())
        ? ""
        : frame
            .t(CheckPhrase.RULES_DIFFER)
            .replace("{before}", VersionWords.shortened(before.rules()))
            .replace("{after}", VersionWords.shortened(after.rules()));
  }

  private List<Choice> others(Frame frame, ArchivedPolicy policy, ArchivedPolicy chosen) {
    List<Choice> others = new ArrayList<>();
    for (ArchivedPolicy one : life.archive().versions()) {
      if (!one.version().equals(policy.version())) {
        boolean base = policy.base().equals(Optional.of(one.version()));
        String status = frame.t(base ? CheckPhrase.BASE : VersionWords.status(one.status()));
        others.add(
            new Choice(
                one.version(),
                VersionWords.shortened(one.version()) + " · " + status,
                one.version().equals(chosen.version())));
      }
    }
    return others;
  }

  private void file(Context ctx) {
    ArchivedPolicy policy = find(ctx);
    send(
        ctx,
        policy,
        downloads.stored(policy.version(), ctx.pathParam("path")),
        VersionPhrase.NO_SUCH_FILE,
        VersionPhrase.NO_SUCH_FILE_LEAD);
  }

  private void tidy(Context ctx) {
    ArchivedPolicy policy = find(ctx);
    Language language = PageLanguage.choose(ctx);
    String decision = Reception.text(ctx.queryParam("decision"));
    String file = Reception.text(ctx.queryParam("file"));
    Optional<Download> tidy =
        file.isEmpty()
            ? downloads.tidyDecision(policy, decision, language)
            : downloads.tidyFile(policy, file, language);
    notTidy(ctx, policy, tidy);
  }

  private void tidyAll(Context ctx) {
    ArchivedPolicy policy = find(ctx);
    notTidy(ctx, policy, downloads.tidyAll(policy, PageLanguage.choose(ctx)));
  }

  private void notTidy(Context ctx, ArchivedPolicy policy, Optional<Download> tidy) {
    boolean broken = policy.errors() > 0;
    send(
        ctx,
        policy,
        tidy,
        broken ? VersionPhrase.NOT_TIDY : VersionPhrase.NO_SUCH_FILE,
        broken ? VersionPhrase.NOT_TIDY_LEAD : VersionPhrase.NO_SUCH_FILE_LEAD);
  }

  private void send(
      Context ctx,
      ArchivedPolicy policy,
      Optional<Download> download,
      VersionPhrase title,
      VersionPhrase lead) {
    if (download.isEmpty()) {
      Frame frame = reception.frame(ctx, title);
      reception.tell(
          ctx,
          404,
          new MessageView(
              frame,
              frame.t(title),
              frame.t(lead),
              List.of(),
              VersionWords.url(policy.version()) + "#downloads",
              frame.t(VersionPhrase.BACK_TO_VERSION)));
      return;
    }
    ctx.header("Content-Disposition", download.get().disposition());
    ctx.contentType(download.get().type()).result(download.get().bytes());
  }
}
