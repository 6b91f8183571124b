package dev.huikuan.web.studio;

import dev.huikuan.lifecycle.PolicyArchive;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.MessageView;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Finds a sheet and shows it, or says that there is none. Thread-safe. */
final class SheetDesk {

  /** The form with the changes, which the switch of language sends again. */
  private static final String FORM = "sheet-form";

  private final Reception reception;
  private final PolicyArchive archive;
  private final SheetShelf shelf;

  SheetDesk(Reception reception, PolicyArchive archive, SheetShelf shelf) {
    this.reception = reception;
    this.archive = archive;
    this.shelf = shelf;
  }

  /** Something to do with a sheet that was found. */
  @FunctionalInterface
  interface WithSheet {
    void handle(OpenSheet sheet, Frame frame);
  }

  /**
   * Does something with a sheet of the version that the path names.
   *
   * @param sheet its name; nothing counts as empty
   */
  void with(Context ctx, String file, String sheet, WithSheet work) {
    Optional<OpenSheet> found =
        OpenSheet.find(
            archive, shelf, ctx.pathParam("version"), file, Optional.ofNullable(sheet).orElse(""));
    if (found.isPresent()) {
      work.handle(found.get(), frame(ctx, found.get()));
    } else {
      missing(ctx, file);
    }
  }

  private void missing(Context ctx, String file) {
    String version = ctx.pathParam("version");
    Frame frame = reception.frame(ctx, SheetPhrase.NO_SHEET, Reception.here(ctx));
    String lead =
        frame.t(SheetPhrase.NO_SHEET_LEAD).replace("{version}", version).replace("{file}", file);
    reception.tell(
        ctx,
        404,
        new MessageView(
            frame,
            frame.t(SheetPhrase.NO_SHEET),
            lead,
            List.of(),
            "/studio/" + version,
            frame.t(SheetPhrase.TO_VERSION)));
  }

  private Frame frame(Context ctx, OpenSheet sheet) {
    return reception
        .frame(ctx, language -> sheet.layout(sheet.grid()).label().in(language))
        .withSwitchForm(FORM);
  }

  /** What is to be said beside the sheet; empty words: nothing. */
  record Said(String problem, String note, String noteFault) {
    static final Said NOTHING = new Said("", "", "");
  }

  /** Shows the sheet with its changes; a script of the page gets the part that changes. */
  void show(
      Context ctx,
      OpenSheet sheet,
      SheetChanges changes,
      ReadRows.Asked asked,
      Frame frame,
      Said said) {
    SheetView view =
        new ReadSheet(sheet, changes, archive.check(sheet.version()), asked, frame)
            .read(said.problem(), said.note(), said.noteFault());
    String template = Reception.isPart(ctx) ? "sheet/sheet.jte" : "sheet/page.jte";
    reception.page(ctx, frame, template, view);
  }

  /** Shows the figures alone, to a page that has the sheet already. */
  void show(Context ctx, Frame frame, SheetHits hits) {
    reception.page(ctx, frame, "sheet/hits.jte", new HitsView(frame, hits));
  }
}
