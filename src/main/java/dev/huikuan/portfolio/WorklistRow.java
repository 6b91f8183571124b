package dev.huikuan.portfolio;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One account in a worklist.
 *
 * @param cells what CSV shows: codes, plain numbers, ISO dates; absent = empty
 * @param labels what a workbook shows in place of codes, where it differs
 */
public record WorklistRow(
    String customerId,
    String ledger,
    boolean waits,
    BigDecimal points,
    BigDecimal overdueInBase,
    Map<WorklistColumn, String> cells,
    Map<WorklistColumn, String> labels) {

  public WorklistRow {
    cells = Collections.unmodifiableMap(copy(cells));
    labels = Collections.unmodifiableMap(copy(labels));
  }

  private static Map<WorklistColumn, String> copy(Map<WorklistColumn, String> map) {
    Map<WorklistColumn, String> copy = new EnumMap<>(WorklistColumn.class);
    copy.putAll(map);
    return copy;
  }

  /**
   * Where it stands in a worklist: actions to do before WAIT, then priority and overdue descending,
   * then customer and ledger.
   */
  byte[] sortKey() {
    return new SortKey()
        .flag(waits)
        .descending(points)
        .descending(overdueInBase)
        .text(customerId)
        .text(ledger)
        .bytes();
  }

  /** What CSV shows. */
  public String cell(WorklistColumn column) {
    return cells.getOrDefault(column, "");
  }

  /** What a workbook shows. */
  public String label(WorklistColumn column) {
    return labels.getOrDefault(column, cell(column));
  }
}
