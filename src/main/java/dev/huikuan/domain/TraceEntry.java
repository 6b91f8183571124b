package dev.huikuan.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of how the recommendation came about. */
public sealed interface TraceEntry {

  /** A row of a decision table that matched. */
  record RowMatched(
      String decision,
      String row,
      String location,
      List<String> receivables,
      List<CellTested> matched,
      Map<String, Value> outputs,
      Text text)
      implements TraceEntry {}

  /** A table that was not made: no row matched, or its hit policy was violated. */
  record NotMade(
      String decision,
      String location,
      List<String> receivables,
      List<ClosestRow> closest,
      Text text)
      implements TraceEntry {}

  /** A row that failed on fewest cells, and those cells. */
  record ClosestRow(String row, String location, List<CellTested> failed) {}

  /** A rule of DRL that emitted something, or that threw. */
  record RuleFired(
      String rule, String location, List<String> receivables, List<String> emitted, Text text)
      implements TraceEntry {}

  /** Something else worth knowing: records left out, a term that was overridden. */
  record Note(String code, Optional<Integer> count, Text text) implements TraceEntry {}

  /**
   * One cell and the value it was tested against.
   *
   * @param value an amount in the currency named, the policy's base currency
   * @param currency of an amount; empty for everything else
   * @param test the cell as written
   * @param cell its address in the sheet, {@code B14}
   */
  record CellTested(
      String term, Value value, Optional<String> currency, String test, String cell) {

    /** Of something that is no amount. */
    public CellTested(String term, Value value, String test, String cell) {
      this(term, value, Optional.empty(), test, cell);
    }
  }
}
