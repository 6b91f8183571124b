package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable.InputCell;
import dev.huikuan.policy.table.DecisionTable.OutputCell;
import dev.huikuan.policy.table.DecisionTable.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows under the headers of a decision table. */
final class RowReader {

  private final Grid grid;
  private final int headerRow;
  private final Columns columns;
  private final Vocabulary vocabulary;
  private final Complaints complaints;
  private final Map<String, String> ids = new HashMap<>();

  RowReader(
      Grid grid, int headerRow, Columns columns, Vocabulary vocabulary, Complaints complaints) {
    this.grid = grid;
    this.headerRow = headerRow;
    this.columns = columns;
    this.vocabulary = vocabulary;
    this.complaints = complaints;
  }

  List<Row> read() {
    List<Row> rows = new ArrayList<>();
    List<Integer> places = columns.places();
    int last = headerRow;
    for (int row : grid.rows().tailMap(headerRow, false).keySet()) {
      if (places.stream().allMatch(place -> grid.spanned(row, place).isBlank())) {
        continue;
      }
      if (row > last + 1) {
        blank(last + 1, row - 1);
      }
      last = row;
      id(row).flatMap(id -> row(row, id)).ifPresent(rows::add);
    }
    return rows;
  }

  private void blank(int first, int last) {
    String rows = first == last ? "" + first : first + "–" + last;
    complaints.info(
        Code.BLANK_ROW,
        grid.location(first, 1),
        "第 " + rows + " 行是空行，已跳过，表格继续",
        "row " + rows + " is blank and skipped; the table goes on");
  }

  private Optional<String> id(int row) {
    RawCell cell = grid.cell(row, 1);
    String id = cell.text().strip();
    if (cell.kind() == RawCell.Kind.ERROR || cell.kind() == RawCell.Kind.NO_VALUE) {
      complaints.error(
          Code.FORMULA,
          cell,
          "行号是出错或没有结果的公式；请直接写行号",
          "the row id is a formula without a value; write the id itself");
      return Optional.empty();
    }
    if (id.isEmpty()) {
      complaints.error(
          Code.CELL_SYNTAX,
          cell,
          "此行没有行号；请写一个不变的编号，例如 R-" + (row * 10),
          "the row has no id; give it a stable one, for example R-" + (row * 10));
      return Optional.empty();
    }
    String earlier = ids.putIfAbsent(id, cell.address());
    if (earlier != null) {
      complaints.add(
          dev.huikuan.domain.Finding.error(
                  Code.DUPLICATE,
                  cell.location(),
                  new Text(
                      "行号 `" + id + "` 在 " + earlier + " 和 " + cell.address() + " 重复；每行一个编号",
                      "row id `"
                          + id
                          + "` stands in "
                          + earlier
                          + " and "
                          + cell.address()
                          + "; each row has its own"))
              .found(id, Text.EMPTY, List.of())
              .about("", List.of(id)));
      return Optional.empty();
    }
    return Optional.of(id);
  }

  private Optional<Row> row(int row, String id) {
    List<InputCell> inputs = new ArrayList<>();
    for (Columns.Input input : columns.inputs()) {
      RawCell cell = oneColumn(row, input.at());
      Parsed<UnaryTest> test =
          CellParser.input(cell, input.column().term(), vocabulary, columns.level());
      complaints.addAll(test.findings(), id);
      test.value().ifPresent(t -> inputs.add(new InputCell(t, cell.text(), cell.address())));
    }
    List<OutputCell> outputs = new ArrayList<>();
    for (Columns.Output output : columns.outputs()) {
      output(row, id, output).ifPresent(outputs::add);
    }
    Period effective =
        SheetDates.period(
            column(row, columns.from()), column(row, columns.until()), vocabulary, complaints);
    Optional<Text> reason = reason(row, id);
    boolean complete =
        inputs.size() == columns.inputs().size() && outputs.size() == columns.outputs().size();
    return complete
        ? Optional.of(
            new Row(
                id,
                inputs,
                outputs,
                effective,
                reason,
                column(row, columns.note()).text(),
                grid.location(row, 1)))
        : Optional.empty();
  }

  private RawCell column(int row, int place) {
    return place == 0
        ? RawCell.blank(new Address(row, 1).written(), grid.location(row, 1))
        : grid.spanned(row, place);
  }

  /** The cell that counts; one that is merged across columns could mean any of them. */
  private RawCell oneColumn(int row, int place) {
    RawCell cell = grid.spanned(row, place);
    Address at = Address.parse(cell.address());
    boolean says = !cell.isBlank() && !cell.text().strip().equals("-");
    if (says && grid.spansColumns(at.row(), at.column())) {
      complaints.error(
          Code.CELL_SYNTAX,
          cell,
          "合并单元格横跨多列，无法判断属于哪一列；请取消横向合并（纵向合并可以）",
          "merged across columns, so it could mean any of them; unmerge it (merging down rows is"
              + " fine)");
    }
    return cell;
  }

  private Optional<OutputCell> output(int row, String id, Columns.Output output) {
    RawCell cell = oneColumn(row, output.at());
    RawCell english = output.english() == 0 ? cell : grid.spanned(row, output.english());
    if (cell.isBlank() && english.isBlank()) {
      return Optional.of(new OutputCell(Optional.empty(), "", cell.address()));
    }
    Level level = columns.level();
    Parsed<OutputEntry> entry =
        output.english() == 0
            ? CellParser.output(cell, output.column().term(), vocabulary, level)
            : CellParser.words(cell, english, output.column().term(), vocabulary, level);
    complaints.addAll(entry.findings(), id);
    String source = output.english() == 0 ? cell.text() : cell.text() + " / " + english.text();
    return entry.value().map(value -> new OutputCell(Optional.of(value), source, cell.address()));
  }

  private Optional<Text> reason(int row, String id) {
    Parsed<Text> reason =
        CellParser.text(
            column(row, columns.reasonZh()),
            column(row, columns.reasonEn()),
            vocabulary,
            columns.level());
    complaints.addAll(reason.findings(), id);
    return reason.value().filter(text -> !text.isEmpty());
  }
}
