package dev.huikuan.web.studio;

import dev.huikuan.policy.table.Address;
import dev.huikuan.policy.table.ChangedWorkbook;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.web.reception.Reception;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the form of a sheet sends: the changes so far, which it carries along, and one thing to do.
 *
 * @param kept the changes so far, by cell
 * @param cell in which something was typed; empty: none
 * @param text what was typed there
 * @param edit the cell to open; empty: none
 * @param undo the cell whose change goes, {@code all}, or empty
 * @param leaves what was typed does not count
 * @param note why a draft is made
 */
record SheetForm(
    String file,
    String sheet,
    Map<String, String> kept,
    String cell,
    String text,
    String edit,
    String undo,
    boolean leaves,
    String note) {

  private static final String CHANGE = "change.";
  private static final String ALL = "all";

  /** A cell's address as the page writes it. */
  private static final String ADDRESS = "[A-Z]{1,3}[1-9][0-9]{0,6}";

  static SheetForm of(Context ctx) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> field : ctx.formParamMap().entrySet()) {
      if (field.getKey().startsWith(CHANGE) && !field.getValue().isEmpty()) {
        String address = field.getKey().substring(CHANGE.length());
        // one more than may be, so that too many are said to be too many
        if (address.matches(ADDRESS) && kept.size() <= ChangedWorkbook.MOST_CHANGES) {
          kept.put(address, ChangedWorkbook.kept(field.getValue().get(0)));
        }
      }
    }
    return new SheetForm(
        Reception.text(ctx.formParam("file")),
        Optional.ofNullable(ctx.formParam("sheet")).orElse(""),
        kept,
        address(ctx.formParam("cell")),
        ChangedWorkbook.kept(Reception.text(ctx.formParam("text"))),
        address(ctx.formParam("edit")),
        Reception.text(ctx.formParam("undo")),
        "leave".equals(ctx.formParam("do")),
        Reception.text(ctx.formParam("note")));
  }

  /** An address as it was sent; empty when it is none. */
  static String address(String sent) {
    String address = Reception.text(sent);
    return address.matches(ADDRESS) ? address : "";
  }

  boolean typed() {
    return !cell.isEmpty() && !leaves;
  }

  /** The changes after what was done, without those that leave a cell as it is. */
  Map<String, String> changes(Grid grid) {
    Map<String, String> changes = new LinkedHashMap<>(kept);
    if (undo.equals(ALL)) {
      changes.clear();
    }
    changes.remove(undo);
    if (typed()) {
      changes.put(cell, text);
    }
    changes.entrySet().removeIf(change -> isAsItWas(grid, change));
    return changes;
  }

  private static boolean isAsItWas(Grid grid, Map.Entry<String, String> change) {
    try {
      Address at = Address.parse(change.getKey());
      return grid.cell(at.row(), at.column()).text().equals(change.getValue());
    } catch (NumberFormatException beyond) {
      return false;
    }
  }
}
