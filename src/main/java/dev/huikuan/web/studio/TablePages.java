package dev.huikuan.web.studio;

import dev.huikuan.access.Role;
import dev.huikuan.lifecycle.PolicyLife;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.view.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.util.Optional;
import java.util.Set;

/** A decision table as its analyst knows it, and changing its cells in place. Thread-safe. */
final class TablePages {

  private static final String SHEET = "/studio/{version}/sheet";
  private static final Set<Role> ANALYST = Set.of(Role.ANALYST);

  private final Reception reception;
  private final SheetDesk desk;
  private final SheetEdits edits;
  private final CountedHits hits;

  TablePages(Reception reception, PolicyLife life, SheetShelf shelf, CountedHits hits) {
    this.reception = reception;
    this.desk = new SheetDesk(reception, life.archive(), shelf);
    this.hits = hits;
    this.edits = new SheetEdits(reception, life, desk, hits);
  }

  /** Declares the routes. */
  void install(RoutesConfig routes) {
    get(routes, SHEET, this::show);
    get(routes, SHEET + "/hits", this::count);
    post(routes, SHEET + "/cells", edits::change);
    post(routes, SHEET + "/workbook", edits::download);
    post(routes, SHEET + "/draft", edits::draft);
  }

  private void get(RoutesConfig routes, String path, Handler handler) {
    Handler guarded = reception.only(Visitor.EDITORS, handler);
    routes.get(path, guarded);
    routes.head(path, guarded);
  }

  private void post(RoutesConfig routes, String path, Handler handler) {
    Handler form =
        ctx -> {
          if (!ctx.isFormUrlencoded()) {
            throw new UnsupportedMediaTypeResponse();
          }
          handler.handle(ctx);
        };
    routes.post(path, reception.only(ANALYST, form));
  }

  private void show(Context ctx) {
    desk.with(
        ctx,
        Reception.text(ctx.queryParam("file")),
        ctx.queryParam("sheet"),
        (sheet, frame) -> {
          boolean mayEdit = frame.visitor().isAnalyst();
          String edit = mayEdit ? SheetForm.address(ctx.queryParam("edit")) : "";
          String near = edit.isEmpty() ? SheetForm.address(ctx.queryParam("cell")) : edit;
          SheetHits counted =
              ctx.queryParam("hits") == null
                  ? hits.notYet()
                  : hits.counted(ctx, frame, sheet.layout(sheet.grid()));
          ReadRows.Asked asked = new ReadRows.Asked(edit, Optional.empty(), "", near, counted);
          desk.show(ctx, sheet, SheetChanges.none(sheet), asked, frame, SheetDesk.Said.NOTHING);
        });
  }

  private void count(Context ctx) {
    desk.with(
        ctx,
        Reception.text(ctx.queryParam("file")),
        ctx.queryParam("sheet"),
        (sheet, frame) ->
            desk.show(ctx, frame, hits.counted(ctx, frame, sheet.layout(sheet.grid()))));
  }
}
