package dev.huikuan.policy.table;

import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable.Column;
import dev.huikuan.policy.table.DecisionTable.InputCell;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.TableResult.Hit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A decision table ready to be evaluated: per column sorted boundaries or values → rows. Immutable,
 * safe to share between threads.
 */
public final class TableIndex {

  private final DecisionTable table;
  private final List<ColumnIndex> columns = new ArrayList<>();
  private final RangeIndex.Regions periods;
  private final List<IndexedRow> rows = new ArrayList<>();
  private final HitPolicies hitPolicy;

  private TableIndex(DecisionTable table) {
    this.table = table;
    for (int i = 0; i < table.inputs().size(); i++) {
      int column = i;
      List<UnaryTest> tests =
          table.rows().stream().map(row -> row.inputs().get(column).test()).toList();
      columns.add(ColumnIndex.of(table.inputs().get(i).term().term().type(), tests));
    }
    this.periods =
        RangeIndex.Regions.of(
            table.rows().stream().map(row -> Ranges.of(row.effective())).toList());
    table.rows().forEach(row -> rows.add(new IndexedRow(table, row)));
    this.hitPolicy = new HitPolicies(table);
  }

  public static TableIndex of(DecisionTable table) {
    return new TableIndex(table);
  }

  public DecisionTable table() {
    return table;
  }

  /** Terms and parameters that the table needs: of its columns, its cells and its outputs. */
  public Set<TermRef> reads() {
    Set<TermRef> all = new LinkedHashSet<>();
    table.inputs().forEach(column -> all.add(column.term()));
    for (Row row : table.rows()) {
      row.inputs().forEach(cell -> all.addAll(cell.test().reads()));
      row.outputs().forEach(cell -> cell.entry().ifPresent(e -> all.addAll(e.reads())));
    }
    return all;
  }

  /** What the table says of one reading; never throws for a value of the column's type. */
  public TableResult evaluate(Reading reading) {
    Value[] values = values(reading);
    long[] matching = candidates(values, reading.asOf());
    boolean firstOnly = table.hitPolicy() == HitPolicy.FIRST;
    List<Hit> hits = new ArrayList<>(firstOnly ? 1 : 4);
    for (int i = RowBits.next(matching, 0); i >= 0; i = RowBits.next(matching, i + 1)) {
      if (rows.get(i).passesLate(values, reading)) {
        hits.add(rows.get(i).hit(values, reading));
        if (firstOnly) {
          break;
        }
      }
    }
    return hitPolicy.result(hits, () -> ClosestRows.of(table, values, reading));
  }

  private Value[] values(Reading reading) {
    List<Column> inputs = table.inputs();
    Value[] values = new Value[inputs.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Readings.tested(reading, inputs.get(i).term());
    }
    return values;
  }

  /** Rows in force whose cells pass, but for those that are tested last. */
  private long[] candidates(Value[] values, LocalDate asOf) {
    long[] matching = periods.at(asOf.toEpochDay()).clone();
    for (int i = 0; i < values.length; i++) {
      columns.get(i).keep(values[i], matching);
    }
    return matching;
  }

  /** True for a cell that says nothing. */
  static boolean isEmpty(InputCell cell) {
    return cell.test() instanceof UnaryTest.Anything;
  }
}
