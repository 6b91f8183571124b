package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * Reads a sheet that says Decision into a decision table. All findings are collected, none is
 * thrown.
 */
public final class TableReader {

  /**
   * What came of a sheet.
   *
   * @param table present as soon as the headers could be read, without the rows that have errors,
   *     so that the graph can be checked in the same run; of use only when no finding is an error
   * @param headerRow number of the row of headers, 0 when there is none
   */
  public record Read(Optional<DecisionTable> table, int headerRow, List<Finding> findings) {}

  private TableReader() {}

  public static Read read(Grid grid, Vocabulary vocabulary) {
    Complaints complaints = new Complaints();
    TableHead head = new HeadReader(grid, vocabulary, complaints).read();
    if (head.headerRow() == 0 || head.bandRow() == 0) {
      missingRow(grid, head, complaints);
      return new Read(Optional.empty(), head.headerRow(), complaints.findings());
    }
    Columns columns = new HeaderReader(grid, head, vocabulary, complaints).read();
    if (columns.outputs().isEmpty()) {
      return new Read(Optional.empty(), head.headerRow(), complaints.findings());
    }
    FittingResults.check(head, columns).forEach(complaints::add);
    List<DecisionTable.Row> rows =
        new RowReader(grid, head.headerRow(), columns, vocabulary, complaints).read();
    if (rows.isEmpty() && complaints.findings().stream().noneMatch(Finding::isError)) {
      complaints.add(
          Finding.error(
              Code.HEAD,
              grid.location(head.headerRow(), 1),
              new Text("决策表没有任何行；请至少写一行", "the table has no rows; write at least one")));
    }
    DecisionTable table = table(head, columns, rows);
    return new Read(Optional.of(table), head.headerRow(), complaints.findings());
  }

  private static DecisionTable table(
      TableHead head, Columns columns, List<DecisionTable.Row> rows) {
    return new DecisionTable(
        head.code(),
        head.label(),
        head.hitPolicy().orElse(HitPolicy.UNIQUE),
        head.effective(),
        head.description(),
        head.noMatch(),
        columns.level(),
        columns.inputs().stream().map(Columns.Input::column).toList(),
        columns.outputs().stream().map(Columns.Output::column).toList(),
        rows,
        head.location());
  }

  private static void missingRow(Grid grid, TableHead head, Complaints complaints) {
    int row = head.headerRow() > 0 ? head.headerRow() : head.bandRow();
    RawCell at = row > 0 ? grid.cell(row, 1) : grid.cell(grid.firstRow(), 1);
    if (head.headerRow() == 0) {
      RawCell under = row > 0 ? below(grid, row) : at;
      complaints.error(
          Code.HEAD,
          under,
          "找不到标题行；列组（条件、结果、备注）的下一行应以 `行号` 开头",
          "no header row; the row under When, Then, Notes begins with `Row`");
    } else {
      complaints.error(
          Code.HEAD,
          at,
          "标题行之上缺少列组行；请在上一行写 条件、结果、备注",
          "no row of groups above the headers; write When, Then and Notes in the row above");
    }
  }

  private static RawCell below(Grid grid, int row) {
    Integer next = grid.rows().higherKey(row);
    return grid.cell(next == null ? row : next, 1);
  }
}
