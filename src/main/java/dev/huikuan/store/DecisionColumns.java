package dev.huikuan.store;

import dev.huikuan.domain.Text;
import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.Headline;
import dev.huikuan.records.Outcome;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a decision that are columns of the worklist, too: names, writing, reading. */
final class DecisionColumns {

  /** Kept under the decision's own columns, or once for each language. */
  private static final List<WorklistColumn> ELSEWHERE =
      List.of(
          WorklistColumn.CUSTOMER_ID,
          WorklistColumn.LEDGER,
          WorklistColumn.POLICY_VERSION,
          WorklistColumn.ACTION_LABEL,
          WorklistColumn.REASON);

  /** What stands in a column of its own name, in the order of the worklist. */
  static final List<WorklistColumn> PLAIN =
      Stream.of(WorklistColumn.values()).filter(column -> !ELSEWHERE.contains(column)).toList();

  private DecisionColumns() {}

  static String name(WorklistColumn column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  static void bind(Binder binder, Headline headline) throws SQLException {
    for (WorklistColumn column : PLAIN) {
      Optional<String> cell = Optional.of(headline.cell(column)).filter(text -> !text.isEmpty());
      if (column.isNumeric()) {
        binder.decimal(cell.map(BigDecimal::new));
      } else {
        binder.text(cell);
      }
    }
  }

  /** A line of a list, from a row that has all columns of a decision and {@code outcome_type}. */
  static DecisionLine line(ResultSet row) throws SQLException {
    return new DecisionLine(
        row.getString("id"),
        row.getString("ledger"),
        row.getString("customer_id"),
        row.getString("as_of"),
        Instant.ofEpochMilli(row.getLong("recorded_at")),
        Optional.ofNullable(row.getString("based_on")),
        cells(row),
        new Text(row.getString("action_label_zh"), row.getString("action_label_en")),
        new Text(row.getString("reason_zh"), row.getString("reason_en")),
        Optional.ofNullable(row.getString("outcome_type")).map(Outcome.Type::valueOf));
  }

  private static Map<WorklistColumn, String> cells(ResultSet row) throws SQLException {
    Map<WorklistColumn, String> cells = new EnumMap<>(WorklistColumn.class);
    cells.put(WorklistColumn.CUSTOMER_ID, row.getString("customer_id"));
    cells.put(WorklistColumn.LEDGER, row.getString("ledger"));
    cells.put(WorklistColumn.POLICY_VERSION, row.getString("policy_version"));
    for (WorklistColumn column : PLAIN) {
      String name = name(column);
      Optional<String> cell =
          column.isNumeric() ? Micro.written(row, name) : Optional.ofNullable(row.getString(name));
      cell.ifPresent(written -> cells.put(column, written));
    }
    return cells;
  }
}
