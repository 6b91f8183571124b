package dev.huikuan.decision;

import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.InputCell;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.policy.table.Readings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What it would have taken for a row to match: the cells that failed, fewest first. */
final class NearestRow {

  private static final int MOST_ROWS = 500;

  private final Draft draft;

  NearestRow(Draft draft) {
    this.draft = draft;
  }

  /**
   * The failed cells of the row that came nearest to deciding a term for a receivable.
   *
   * @param kind only rows that decide this extensionKind
   */
  List<Because> why(String receivable, String term, Optional<String> kind) {
    Reading reading = draft.book().reading(receivable);
    List<List<Because>> misses = new ArrayList<>();
    for (TableRun run : draft.runs()) {
      if (run.receivable().equals(Optional.of(receivable)) && Plan.decides(run.table(), term)) {
        run.table().rows().stream()
            .limit(MOST_ROWS)
            .filter(row -> row.effective().contains(draft.asOf()))
            .filter(row -> decided(run.table(), row, term, reading).isPresent())
            .filter(
                row ->
                    kind.isEmpty()
                        || decided(run.table(), row, "extensionKind", reading)
                            .equals(kind.map(Value::code)))
            .map(row -> failed(run.table(), row, reading))
            .filter(failed -> !failed.isEmpty())
            .forEach(misses::add);
      }
    }
    return misses.stream().min(Comparator.comparing(List::size)).orElse(List.of());
  }

  private static Optional<Value> decided(
      DecisionTable table, Row row, String term, Reading reading) {
    for (int i = 0; i < table.outputs().size(); i++) {
      if (table.outputs().get(i).term().code().equals(term)) {
        return row.outputs()
            .get(i)
            .entry()
            .map(entry -> entry.value(reading))
            .filter(value -> !value.isUnknown());
      }
    }
    return Optional.empty();
  }

  /** The values of a table's columns, to be tested against one row after the other. */
  static List<Value> values(DecisionTable table, Reading reading) {
    return table.inputs().stream().map(column -> Readings.tested(reading, column.term())).toList();
  }

  /** How many cells of a row do not match. */
  static int failures(Row row, List<Value> values, Reading reading) {
    int failures = 0;
    for (int i = 0; i < values.size(); i++) {
      failures += row.inputs().get(i).test().matches(values.get(i), reading) ? 0 : 1;
    }
    return failures;
  }

  /** The cells of a row that do not match, as conditions that would have to hold. */
  static List<Because> failed(DecisionTable table, Row row, Reading reading) {
    List<Because> failed = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      InputCell cell = row.inputs().get(i);
      DecisionTable.Column column = table.inputs().get(i);
      Value value = Readings.tested(reading, column.term());
      if (!cell.test().matches(value, reading)) {
        failed.add(
            new Because(
                column.term().qualifiedFrom(table.level()),
                value,
                cell.source(),
                Optional.of(location(row, cell)),
                currency(column.term().term(), reading)));
      }
    }
    return failed;
  }

  /** Cells test amounts in the base currency. */
  private static Optional<String> currency(Term term, Reading reading) {
    return term.type() == TermType.MONEY
            && reading.parameter("baseCurrency", reading.asOf()) instanceof Value.Code base
        ? Optional.of(base.code())
        : Optional.empty();
  }

  /** {@code path#Sheet!B14} from the row's own location. */
  private static String location(Row row, InputCell cell) {
    String at = row.location();
    int cut = Math.max(at.lastIndexOf('!'), at.lastIndexOf('#'));
    return at.substring(0, cut + 1) + cell.address();
  }
}
