package dev.huikuan.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the cells of a ledger's rows. Thread-safe once the columns are known. */
final class LedgerRows {

  /**
   * A column that is read.
   *
   * @param index its place among the fields
   */
  record Column(Target target, String header, int index) {}

  private final LedgerCell cells;
  private final Map<String, JsonNode> constants = new LinkedHashMap<>();
  private List<Column> columns = List.of();

  LedgerRows(LedgerMapping mapping) throws InvalidLedger {
    this.cells = new LedgerCell(mapping);
    for (Map.Entry<String, JsonNode> constant : mapping.constants().entrySet()) {
      Target target = Target.named(constant.getKey()).orElseThrow();
      try {
        cells.checked(target, constant.getValue()).ifPresent(v -> constants.put(target.name(), v));
      } catch (LedgerCell.Unfit e) {
        throw new InvalidLedger(
            "映射文件 /constants/" + target.name() + "：" + e.text().zh(),
            "mapping /constants/" + target.name() + ": " + e.text().en());
      }
    }
  }

  void columns(List<Column> found) {
    columns = List.copyOf(found);
  }

  List<Column> columns() {
    return columns;
  }

  /** One text of a row, before the row is read; empty when it cannot be had. */
  Optional<String> text(String target, List<String> fields) {
    try {
      Optional<JsonNode> value = Optional.empty();
      for (Column column : columns) {
        if (column.target().name().equals(target)) {
          value = cells.read(column.target(), fields.get(column.index()));
        }
      }
      return value.or(() -> Optional.ofNullable(constants.get(target))).map(JsonNode::asText);
    } catch (LedgerCell.Unfit e) {
      return Optional.empty();
    }
  }

  /** The row, or empty with everything that is wrong with it. */
  Optional<LedgerRow> row(long line, List<String> fields, Consumer<RowFault> faults) {
    boolean fits = true;
    Map<String, JsonNode> values = new LinkedHashMap<>(constants);
    for (Column column : columns) {
      try {
        String name = column.target().name();
        values.remove(name);
        Optional<JsonNode> value = cells.read(column.target(), fields.get(column.index()));
        value
            .or(() -> Optional.ofNullable(constants.get(name)))
            .ifPresent(found -> values.put(name, found));
      } catch (LedgerCell.Unfit e) {
        fits = false;
        faults.accept(new RowFault(line, column.header(), e.text()));
      }
    }
    LedgerRow read = new LedgerRow(line, values);
    return fits && isComplete(read, faults) ? Optional.of(read) : Optional.empty();
  }

  private boolean isComplete(LedgerRow row, Consumer<RowFault> faults) {
    boolean complete = true;
    for (String needed : List.of(Target.CUSTOMER_ID, Target.RECEIVABLE_ID)) {
      if (row.text(needed).isEmpty()) {
        complete = false;
        Text text = new Text("不能为空", "must not be empty");
        faults.accept(new RowFault(row.line(), header(needed), text));
      }
    }
    if (row.number(Target.AMOUNT).isEmpty() && row.number(Target.OUTSTANDING).isEmpty()) {
      complete = false;
      Text text = new Text("金额和未收余额不能都为空", "amount and outstanding must not both be empty");
      faults.accept(new RowFault(row.line(), header(Target.AMOUNT), text));
    }
    return complete;
  }

  /** The header of a target's column, for messages. */
  String header(String target) {
    return columns.stream()
        .filter(column -> column.target().name().equals(target))
        .map(Column::header)
        .findFirst()
        .orElse(target);
  }
}
