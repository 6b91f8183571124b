package dev.huikuan.web.studio;

import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.access.Role;
import dev.huikuan.lifecycle.ArchivedPolicy;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyRefusal;
import dev.huikuan.lifecycle.Upload;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.studio.ReadVersion.Tried;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One version: its page, and the forms that approve, reject, activate and send it in again. */
final class VersionPages {

  /** What the address may say has been done; anything else in it says nothing. */
  private static final Map<String, VersionPhrase> DONE =
      Map.of(
          "drafted", VersionPhrase.DONE_DRAFTED,
          "same", VersionPhrase.DONE_SAME,
          "scenarios", VersionPhrase.DONE_SCENARIOS,
          "approved", VersionPhrase.DONE_APPROVED,
          "rejected", VersionPhrase.DONE_REJECTED,
          "activated", VersionPhrase.DONE_ACTIVATED,
          "again", VersionPhrase.DONE_AGAIN);

  private final Reception reception;
  private final PolicyLife life;
  private final ReadVersion versions;

  VersionPages(Reception reception, PolicyLife life, ReadVersion versions) {
    this.reception = reception;
    this.life = life;
    this.versions = versions;
  }

  void install(RoutesConfig routes) {
    StudioPages.get(routes, "/studio/{version}", reception.only(Visitor.EDITORS, this::version));
    Set<Role> approvers = Set.of(Role.APPROVER);
    routes.post("/studio/{version}/approval", reception.only(approvers, this::approve));
    routes.post("/studio/{version}/activation", reception.only(approvers, this::activate));
    routes.post("/studio/{version}/again", reception.only(Set.of(Role.ANALYST), this::again));
  }

  /** The address of a version's page that says what has been done. */
  static String done(String version, String what) {
    return VersionWords.url(version) + "?done=" + what;
  }

  private ArchivedPolicy find(Context ctx) {
    String version = ctx.pathParam("version");
    return life.archive().find(version).orElseThrow(() -> PolicyRefusal.unknown(version));
  }

  private void version(Context ctx) {
    ArchivedPolicy policy = find(ctx);
    String done = Reception.text(ctx.queryParam("done"));
    show(ctx, policy, Optional.ofNullable(DONE.get(done)), Tried.NOTHING);
  }

  private void show(Context ctx, ArchivedPolicy policy, Optional<VersionPhrase> done, Tried tried) {
    String here = VersionWords.url(policy.version());
    Frame frame = StudioPages.frame(reception, ctx, VersionPhrase.TITLE, here);
    VersionView view =
        versions.read(
            frame, reception.serving().policy(), policy, Reception.reader(ctx), done, tried);
    if (view.check().isEmpty() && !view.actions().rollback()) {
      ctx.header("Refresh", "3");
    }
    reception.page(ctx, frame, "studio/version.jte", view);
  }

  private void approve(Context ctx) {
    ArchivedPolicy policy = find(ctx);
    Optional<String> note = note(ctx, policy, "approval");
    if (note.isEmpty()) {
      return;
    }
    String version = policy.version();
    boolean approved = !Reception.text(ctx.formParam("decision")).equals("rejected");
    if (approved) {
      life.approvals().approve(version, note.get(), Reception.reader(ctx));
      reception.changed(ctx, Deed.POLICY_APPROVED, version, note.get());
    } else {
      life.approvals().reject(version, note.get(), Reception.reader(ctx));
      reception.changed(ctx, Deed.POLICY_REJECTED, version, note.get());
    }
    Reception.goTo(ctx, done(version, approved ? "approved" : "rejected"));
  }

  private void activate(Context ctx) {
    ArchivedPolicy policy = find(ctx);
    Optional<String> note = note(ctx, policy, "activation");
    if (note.isEmpty()) {
      return;
    }
    String expected = Reception.text(ctx.formParam("expectedActive"));
    life.activations().activate(policy.version(), note.get(), expected, Reception.reader(ctx));
    String detail = "in place of " + expected + "; " + note.get();
    reception.changed(ctx, Deed.POLICY_ACTIVATED, policy.version(), detail);
    Reception.goTo(ctx, done(policy.version(), "activated"));
  }

  /** A rejected version is a draft again when any of its own files is uploaded on top of it. */
  private void again(Context ctx) {
    ArchivedPolicy policy = find(ctx);
    Optional<String> note = note(ctx, policy, "again");
    if (note.isEmpty()) {
      return;
    }
    String version = policy.version();
    List<PolicyFile> own =
        life.archive().files(version).stream()
            .filter(file -> file.folder().equals(DraftRequest.TABLES))
            .limit(1)
            .toList();
    Upload same = new Upload(own, List.of(), note.get());
    String made = life.drafts().make(Optional.of(version), same, Reception.reader(ctx)).version();
    reception.changed(ctx, Deed.POLICY_DRAFTED, made, "base: " + version);
    Reception.goTo(ctx, done(made, "again"));
  }

  /** The note that every step needs; without one the page is shown again and says so. */
  private Optional<String> note(Context ctx, ArchivedPolicy policy, String form) {
    String typed = Reception.text(ctx.formParam("note"));
    if (!typed.isEmpty() && typed.length() <= Upload.LONGEST_NOTE) {
      return Optional.of(typed);
    }
    String most = Integer.toString(Upload.LONGEST_NOTE);
    String fault = VersionPhrase.NOTE_MISSING.in(PageLanguage.choose(ctx)).replace("{most}", most);
    ctx.status(400);
    show(ctx, policy, Optional.empty(), new Tried(form, typed, fault));
    return Optional.empty();
  }
}
