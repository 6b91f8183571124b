package dev.huikuan.policy.table;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Text;
import java.util.List;
import java.util.Optional;

/**
 * A decision table as an analyst wrote it, parsed into typed cells. Immutable; all cells of a row
 * stand in the order of the columns.
 *
 * @param code name of the decision, {@code next-action}; equal codes decide for disjoint periods
 * @param level that of the terms it decides
 * @param location {@code path#Sheet!A1} of its head
 */
public record DecisionTable(
    String code,
    Text label,
    HitPolicy hitPolicy,
    Period effective,
    String description,
    NoMatch noMatch,
    Level level,
    List<Column> inputs,
    List<Column> outputs,
    List<Row> rows,
    String location) {

  /** What a table without a matching row means. */
  public enum NoMatch {
    /** The product's rule for its terms (policy format, "When no row matches"). */
    DEFAULT,
    REFER,
    NOTHING
  }

  /**
   * A column.
   *
   * @param letter its letter in the sheet, {@code B}
   * @param header as written
   */
  public record Column(TermRef term, String letter, String header) {}

  /**
   * A row.
   *
   * @param id stable name, {@code NA-010}
   * @param reason the analyst's Reason columns; empty: built from the matched cells
   * @param location {@code path#Sheet!A8} of the row id
   */
  public record Row(
      String id,
      List<InputCell> inputs,
      List<OutputCell> outputs,
      Period effective,
      Optional<Text> reason,
      String note,
      String location) {}

  /** An input entry: its test, how it was written, and where ({@code B14}). */
  public record InputCell(UnaryTest test, String source, String address) {}

  /** An output entry; empty = not decided by this row. */
  public record OutputCell(Optional<OutputEntry> entry, String source, String address) {}

  public DecisionTable {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
  }

  /**
   * The row for everything else under UNIQUE and ANY. The policy format says: "A last row of empty
   * cells is the way to write a default, and counts as one (no overlap warning)": it decides only
   * where no other row matches, and clashes with none. The other hit policies have a place for such
   * a row already. A row that is not in force as long as the table is a row like any other.
   */
  public Optional<Row> defaultRow() {
    boolean forbidsMeeting = hitPolicy == HitPolicy.UNIQUE || hitPolicy == HitPolicy.ANY;
    return forbidsMeeting && !rows.isEmpty()
        ? Optional.of(rows.get(rows.size() - 1)).filter(this::isForEverything)
        : Optional.empty();
  }

  private boolean isForEverything(Row row) {
    return row.effective().covers(effective)
        && row.inputs().stream().allMatch(cell -> cell.test() instanceof UnaryTest.Anything);
  }
}
