package dev.huikuan.policy.table;

import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable.Column;
import dev.huikuan.policy.table.DecisionTable.OutputCell;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.TableResult.Hit;
import dev.huikuan.policy.table.TableResult.Tested;
import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** A row with what need not be worked out again for each reading. */
final class IndexedRow {

  private final DecisionTable table;
  private final Row row;
  private final int[] tested;
  private final int[] late;
  private final Optional<Map<String, Value>> constantOutputs;

  IndexedRow(DecisionTable table, Row row) {
    this.table = table;
    this.row = row;
    this.tested =
        IntStream.range(0, row.inputs().size())
            .filter(i -> !TableIndex.isEmpty(row.inputs().get(i)))
            .toArray();
    this.late =
        IntStream.of(tested).filter(i -> ColumnIndex.isLate(row.inputs().get(i).test())).toArray();
    this.constantOutputs =
        row.outputs().stream().allMatch(IndexedRow::isConstant)
            ? Optional.of(outputs(NoTerms.READING))
            : Optional.empty();
  }

  private static boolean isConstant(OutputCell cell) {
    return cell.entry().map(entry -> entry instanceof OutputEntry.Literal).orElse(true);
  }

  /** The cells that the index leaves out. */
  boolean passesLate(Value[] values, Reading reading) {
    for (int column : late) {
      if (!row.inputs().get(column).test().matches(values[column], reading)) {
        return false;
      }
    }
    return true;
  }

  Hit hit(Value[] values, Reading reading) {
    return new Hit(row, new TestedCells(values), constantOutputs.orElseGet(() -> outputs(reading)));
  }

  private Map<String, Value> outputs(Reading reading) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (int i = 0; i < table.outputs().size(); i++) {
      Column column = table.outputs().get(i);
      row.outputs()
          .get(i)
          .entry()
          .map(entry -> entry.value(reading))
          .filter(value -> !value.isUnknown())
          .ifPresent(value -> outputs.put(column.term().code(), value));
    }
    return Collections.unmodifiableMap(outputs);
  }

  /** The row's non-empty cells beside the values, put together when somebody looks. */
  private final class TestedCells extends AbstractList<Tested> implements RandomAccess {

    private final Value[] values;

    TestedCells(Value[] values) {
      this.values = values;
    }

    @Override
    public Tested get(int index) {
      int column = tested[index];
      return new Tested(table.inputs().get(column), values[column], row.inputs().get(column));
    }

    @Override
    public int size() {
      return tested.length;
    }
  }
}
