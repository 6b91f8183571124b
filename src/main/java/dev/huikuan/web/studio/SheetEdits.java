package dev.huikuan.web.studio;

import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.domain.Language;
import dev.huikuan.lifecycle.Drafts;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.lifecycle.PolicyRefusal;
import dev.huikuan.lifecycle.Upload;
import dev.huikuan.policy.table.ChangedWorkbook;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.studio.SheetDesk.Said;
import dev.huikuan.web.view.Frame;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes to the cells of a sheet. They are kept nowhere: the page carries them along until they
 * are downloaded or made a draft; the stored version never changes. Thread-safe.
 */
final class SheetEdits {

  private static final int UNPROCESSABLE = 422;

  private final Reception reception;
  private final PolicyLife life;
  private final SheetDesk desk;
  private final CountedHits hits;

  SheetEdits(Reception reception, PolicyLife life, SheetDesk desk, CountedHits hits) {
    this.reception = reception;
    this.life = life;
    this.desk = desk;
    this.hits = hits;
  }

  /** Takes a change, undoes one or opens a cell; answers with the sheet as it then would be. */
  void change(Context ctx) {
    SheetForm form = SheetForm.of(ctx);
    desk.with(
        ctx,
        form.file(),
        form.sheet(),
        (sheet, frame) -> {
          Map<String, String> wanted = form.changes(sheet.grid());
          Optional<String> fault = fault(sheet, form, wanted, frame);
          if (fault.isPresent()) {
            // what was typed stays in its cell, open, with what is wrong
            Map<String, String> without = new LinkedHashMap<>(wanted);
            without.remove(form.cell());
            String before = form.kept().get(form.cell());
            if (before != null) {
              without.put(form.cell(), before);
            }
            shown(ctx, form, sheet, SheetChanges.of(sheet, without), frame, fault);
          } else {
            shown(ctx, form, sheet, SheetChanges.of(sheet, wanted), frame, fault);
          }
        });
  }

  /** What keeps the text that was just typed from standing in its cell. */
  private static Optional<String> fault(
      OpenSheet sheet, SheetForm form, Map<String, String> wanted, Frame frame) {
    if (!form.typed() || !wanted.containsKey(form.cell())) {
      return Optional.empty();
    }
    if (wanted.size() > ChangedWorkbook.MOST_CHANGES) {
      String most = Integer.toString(ChangedWorkbook.MOST_CHANGES);
      return Optional.of(frame.t(SheetPhrase.TOO_MANY).replace("{most}", most));
    }
    Map<String, String> alone = Map.of(form.cell(), form.text());
    return ChangedWorkbook.of(
            sheet.file().path(), sheet.file().bytes(), sheet.grid().sheet(), alone)
        .findings()
        .stream()
        .findFirst()
        .map(finding -> finding.message().in(frame.language()));
  }

  private void shown(
      Context ctx,
      SheetForm form,
      OpenSheet sheet,
      SheetChanges changes,
      Frame frame,
      Optional<String> fault) {
    String edit = fault.isPresent() ? form.cell() : form.edit();
    String near = !edit.isEmpty() ? edit : !form.cell().isEmpty() ? form.cell() : form.undo();
    ReadRows.Asked asked =
        new ReadRows.Asked(
            edit,
            fault.map(why -> form.text()),
            fault.orElse(""),
            SheetForm.address(near),
            hits.notYet());
    String problem =
        fault
            .map(why -> frame.t(SheetPhrase.NOT_TAKEN).replace("{why}", why))
            .map(said -> said.replace("{cell}", form.cell()))
            .orElseGet(() -> refusal(changes, frame));
    desk.show(ctx, sheet, changes, asked, frame, new Said(problem, form.note(), ""));
  }

  private static String refusal(SheetChanges changes, Frame frame) {
    String colon = frame.language() == Language.ZH ? "：" : ": ";
    return changes.refused().isEmpty()
        ? ""
        : frame.t(SheetPhrase.REFUSED_FILE)
            + colon
            + changes.refused().get(0).message().in(frame.language());
  }

  /** Sends the file with the changes and nothing else. */
  void download(Context ctx) {
    SheetForm form = SheetForm.of(ctx);
    desk.with(
        ctx,
        form.file(),
        form.sheet(),
        (sheet, frame) -> {
          SheetChanges changes = SheetChanges.of(sheet, form.changes(sheet.grid()));
          if (changes.refused().isEmpty()) {
            SheetDownload.send(ctx, changes.file().orElse(sheet.file()));
          } else {
            ctx.status(UNPROCESSABLE);
            again(ctx, sheet, changes, frame, new Said("", form.note(), ""));
          }
        });
  }

  /** Makes a draft of the version with the changed file in place of its own. */
  void draft(Context ctx) {
    SheetForm form = SheetForm.of(ctx);
    desk.with(
        ctx,
        form.file(),
        form.sheet(),
        (sheet, frame) -> {
          SheetChanges changes = SheetChanges.of(sheet, form.changes(sheet.grid()));
          Optional<Said> wrong = wrong(form, changes, frame);
          if (wrong.isPresent()) {
            ctx.status(UNPROCESSABLE);
            again(ctx, sheet, changes, frame, wrong.get());
            return;
          }
          try {
            made(ctx, form, sheet, changes);
          } catch (PolicyRefusal refusal) {
            // said on the page of the sheet, so that the changes are not lost
            ctx.status(refusal.kind() == PolicyRefusal.Kind.BUSY ? 503 : 409);
            String reason = refusal.reason().in(frame.language());
            again(ctx, sheet, changes, frame, new Said(reason, form.note(), ""));
          }
        });
  }

  private static Optional<Said> wrong(SheetForm form, SheetChanges changes, Frame frame) {
    if (changes.isEmpty()) {
      return Optional.of(new Said(frame.t(SheetPhrase.NOTHING_TO_DRAFT), form.note(), ""));
    }
    boolean noted = !form.note().isEmpty() && form.note().length() <= Upload.LONGEST_NOTE;
    if (noted && changes.file().isPresent()) {
      return Optional.empty();
    }
    String most = Integer.toString(Upload.LONGEST_NOTE);
    String fault = noted ? "" : frame.t(SheetPhrase.NOTE_MISSING).replace("{most}", most);
    return Optional.of(new Said("", form.note(), fault));
  }

  private void made(Context ctx, SheetForm form, OpenSheet sheet, SheetChanges changes) {
    Upload upload = new Upload(List.of(changes.file().orElseThrow()), List.of(), form.note());
    Drafts.Made made =
        life.drafts().make(Optional.of(sheet.version()), upload, Reception.reader(ctx));
    String cells = "; " + changes.texts().size() + " cells of " + sheet.file().path();
    reception.changed(ctx, Deed.POLICY_DRAFTED, made.version(), "base: " + sheet.version() + cells);
    Reception.goTo(ctx, "/studio/" + made.version());
  }

  private void again(Context ctx, OpenSheet sheet, SheetChanges changes, Frame frame, Said said) {
    ReadRows.Asked asked = new ReadRows.Asked("", Optional.empty(), "", "", hits.notYet());
    String problem = said.problem().isEmpty() ? refusal(changes, frame) : said.problem();
    desk.show(ctx, sheet, changes, asked, frame, new Said(problem, said.note(), said.noteFault()));
  }
}
