package dev.huikuan.web.view;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TraceEntry.CellTested;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.Column;
import dev.huikuan.policy.table.DecisionTable.InputCell;
import dev.huikuan.policy.table.Reading;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the conditions of a table met, as far as the trace and the account's facts tell.
 *
 * @param tested by the term as the table names it
 */
record MetValues(Level level, Map<String, CellTested> tested, Map<String, Value> facts) {

  /** Of tests that name no other term nothing is read. */
  private static final Reading NOTHING =
      new Reading() {
        @Override
        public Value value(TermRef ref) {
          return Value.UNKNOWN;
        }

        @Override
        public Value parameter(String code, LocalDate on) {
          return Value.UNKNOWN;
        }

        @Override
        public LocalDate asOf() {
          return LocalDate.EPOCH;
        }
      };

  /**
   * @param facts of the account, by code
   */
  static MetValues of(Stream<CellTested> cells, DecisionTable table, Map<String, Value> facts) {
    Map<String, CellTested> tested = new HashMap<>();
    cells.forEach(cell -> tested.putIfAbsent(cell.term(), cell));
    return new MetValues(table.level(), tested, facts);
  }

  String code(Column column) {
    return column.term().qualifiedFrom(level);
  }

  /** In words; empty when it is not known here. */
  String shown(Column column, Labels labels) {
    String code = code(column);
    return Optional.ofNullable(tested.get(code))
        .map(cell -> labels.value(code, cell.value(), cell.currency()))
        .or(() -> fact(column).map(value -> labels.value(code, value)))
        .orElse("");
  }

  /** Whether a cell holds: yes, no, or plain when that cannot be said here. */
  String verdict(Column column, InputCell cell) {
    Optional<Value> value =
        Optional.ofNullable(tested.get(code(column))).map(CellTested::value).or(() -> fact(column));
    if (value.isEmpty() || !cell.test().reads().isEmpty()) {
      return "plain";
    }
    return cell.test().matches(value.get(), NOTHING) ? "yes" : "no";
  }

  private Optional<Value> fact(Column column) {
    return column.term().level() == Level.ACCOUNT
        ? Optional.ofNullable(facts.get(column.term().code()))
        : Optional.empty();
  }
}
