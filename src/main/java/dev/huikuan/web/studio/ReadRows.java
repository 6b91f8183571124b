package dev.huikuan.web.studio;

import dev.huikuan.policy.table.Address;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.SheetKind;
import dev.huikuan.policy.table.SheetLayout;
import dev.huikuan.web.studio.SheetView.Cell;
import dev.huikuan.web.studio.SheetView.Column;
import dev.huikuan.web.studio.SheetView.Editor;
import dev.huikuan.web.studio.SheetView.Mark;
import dev.huikuan.web.studio.SheetView.Row;
import dev.huikuan.web.view.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a sheet as the page shows them. */
final class ReadRows {

  /** From here on a text gets several lines to be changed in. */
  private static final int LONG = 40;

  private static final List<String> FLAGS = List.of("error", "warning", "info");

  private final OpenSheet sheet;
  private final SheetChanges changes;
  private final SheetLayout layout;
  private final SheetReport report;
  private final Asked asked;
  private final Frame frame;
  private final ShownRows shown;
  private final Map<Integer, Column> columns;
  private final Map<String, Mark> marks;

  /**
   * What the reader wants to see.
   *
   * @param edit the cell that is being changed; empty: none
   * @param typed what was typed into it and not taken
   * @param fault why not; empty: it is about to be changed
   * @param near a cell that must be among those shown; empty: the first
   */
  record Asked(String edit, Optional<String> typed, String fault, String near, SheetHits hits) {}

  ReadRows(
      OpenSheet sheet,
      SheetChanges changes,
      SheetLayout layout,
      SheetReport report,
      Asked asked,
      Frame frame,
      ShownRows shown,
      Map<Integer, Column> columns,
      Map<String, Mark> marks) {
    this.sheet = sheet;
    this.changes = changes;
    this.layout = layout;
    this.report = report;
    this.asked = asked;
    this.frame = frame;
    this.shown = shown;
    this.columns = columns;
    this.marks = marks;
  }

  List<Row> read() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < shown.numbers().size(); i++) {
      int number = shown.numbers().get(i);
      rows.add(number < 0 ? gap(i, -number) : row(number));
    }
    return rows;
  }

  private Row gap(int index, int last) {
    String said =
        frame
            .t(SheetPhrase.EMPTY_ROWS)
            .replace("{from}", Integer.toString(shown.gapFrom(index)))
            .replace("{to}", Integer.toString(last));
    return new Row(0, "gap", said, "", "", Optional.empty(), false, List.of());
  }

  private Row row(int number) {
    boolean fresh = number > changes.grid().lastRow();
    boolean counted = layout.rowIds().containsKey(number);
    Optional<Boolean> uncovered =
        report.uncovered().filter(rows -> counted).map(rows -> isUncovered(rows, number));
    return new Row(
        number,
        (fresh ? "fresh" : style(number)) + flag(number),
        fresh ? frame.t(SheetPhrase.NEW_ROW) : "",
        uncovered.map(no -> no ? "uncovered" : "covered").orElse(""),
        uncovered.map(no -> frame.t(no ? SheetPhrase.UNCOVERED : SheetPhrase.COVERED)).orElse(""),
        Optional.ofNullable(asked.hits().rows().get(number)),
        counted,
        cells(number));
  }

  /** By the worst that was found in the row. */
  private String flag(int row) {
    List<String> found =
        columns.values().stream()
            .map(column -> marks.get(column.letters() + row))
            .filter(mark -> mark != null)
            .map(Mark::style)
            .toList();
    return FLAGS.stream()
        .filter(found::contains)
        .findFirst()
        .map(one -> " flagged " + one)
        .orElse("");
  }

  private boolean isUncovered(Set<String> rows, int number) {
    return rows.contains(layout.rowIds().get(number));
  }

  private String style(int number) {
    boolean table = layout.kind() == SheetKind.DECISION;
    if (number == layout.headerRow()) {
      return table ? "header" : "header list";
    }
    if (number == layout.bandRow()) {
      return "band";
    }
    return number < layout.headerRow() ? "head" : "body";
  }

  private List<Cell> cells(int row) {
    List<Grid.Merged> merged =
        changes.grid().merged().stream()
            .filter(region -> region.firstRow() <= row && row <= region.lastRow())
            .filter(region -> shown.shows(region.firstRow()))
            .toList();
    List<Cell> cells = new ArrayList<>();
    for (int column : columns.keySet()) {
      Optional<Grid.Merged> region =
          merged.stream()
              .filter(one -> one.firstColumn() <= column && column <= one.lastColumn())
              .findFirst();
      boolean first =
          region.filter(one -> one.firstRow() == row && one.firstColumn() == column).isPresent();
      if (region.isEmpty() || first) {
        cells.add(cell(row, columns.get(column), region));
      }
    }
    return cells;
  }

  private Cell cell(int row, Column column, Optional<Grid.Merged> region) {
    RawCell now = changes.grid().cell(row, column.at());
    String address = new Address(row, column.at()).written();
    boolean changed = changes.texts().containsKey(address) && changes.file().isPresent();
    Optional<Mark> mark = Optional.ofNullable(marks.get(address));
    boolean edited = address.equals(asked.edit());
    boolean heads = row == layout.headerRow();
    boolean names = column.at() == 1 && layout.rowIds().containsKey(row);
    return new Cell(
        address,
        now.text(),
        style(row, column)
            + (changed ? " changed" : "")
            + mark.map(m -> " marked " + m.style()).orElse("")
            + (edited ? " editing" : ""),
        heads || names ? "th" : "td",
        heads ? "col" : "row",
        region.map(one -> shown.lines(one.firstRow(), one.lastRow())).orElse(1),
        region
            .map(one -> Math.min(one.lastColumn(), columns.size()) - one.firstColumn() + 1)
            .orElse(1),
        changed,
        changed ? shownText(sheet.grid().cell(row, column.at()).text()) : "",
        mark,
        heads ? column.term() : Optional.empty(),
        edited ? Optional.of(editor(now, address, column)) : Optional.empty());
  }

  private String shownText(String text) {
    return text.isEmpty() ? frame.t(SheetPhrase.NOTHING) : text;
  }

  private String style(int row, Column column) {
    if (column.at() == 1) {
      return "a";
    }
    return row < layout.bandRow() || layout.bandRow() == 0 && row < layout.headerRow()
        ? "plain"
        : column.part();
  }

  private Editor editor(RawCell now, String address, Column column) {
    String text = asked.typed().orElse(now.text());
    boolean body = layout.headerRow() > 0 && Address.parse(address).row() > layout.headerRow();
    String label =
        frame.t(SheetPhrase.NEW_VALUE).replace("{cell}", address)
            + column.term().map(term -> " · " + term.name()).orElse("");
    return new Editor(
        label,
        text,
        body ? column.fitting() : "",
        body ? column.list() : null,
        text.length() > LONG || text.contains("\n") || column.part().equals("notes"),
        asked.fault());
  }
}
