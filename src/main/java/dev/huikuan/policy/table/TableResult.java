package dev.huikuan.policy.table;

import dev.huikuan.domain.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a table said about one reading.
 *
 * @param made false when the hit policy was violated, or when no row matched and the hit policy has
 *     no answer without one ({@link HitPolicy#answersWithoutRow()})
 * @param hits the rows that decided, in the order of the table: under ANY all that matched (they
 *     agree), but the default row only when no other did, under PRIORITY the best, under C&lt; and
 *     C&gt; those that gave a least or greatest value, or all when none has a value
 * @param violated ids of rows that matched together under UNIQUE, or disagreed under ANY
 * @param outputs decided terms by code; under RULE ORDER and COLLECT {@link Value.Codes} of all
 *     hits for code terms, each code once; under C+, C&lt;, C&gt; and C# the sum, least, greatest
 *     and count; what else a row says is in its hit. Terms that no row decided are absent
 * @param closest when nothing matched, but not under COLLECT, C+ and C#: the rows in force that
 *     failed on fewest cells, at most three
 */
public record TableResult(
    DecisionTable table,
    boolean made,
    List<Hit> hits,
    List<String> violated,
    Map<String, Value> outputs,
    List<NearMiss> closest) {

  /**
   * How the value of a term was written, where it reads a parameter {@code @accrual} and all rows
   * that decided write the same.
   */
  public Optional<OutputEntry> atAccrual(String term) {
    Set<OutputEntry> entries = new HashSet<>();
    for (int i = 0; i < table.outputs().size(); i++) {
      if (outputs.containsKey(term) && table.outputs().get(i).term().code().equals(term)) {
        int column = i;
        hits.forEach(hit -> hit.row().outputs().get(column).entry().ifPresent(entries::add));
      }
    }
    return entries.stream()
        .filter(entry -> entries.size() == 1 && !entry.accruesBy().isEmpty())
        .findFirst();
  }

  /**
   * A row that matched.
   *
   * @param tested its non-empty input cells
   * @param outputs the row's own outputs by term code
   */
  public record Hit(DecisionTable.Row row, List<Tested> tested, Map<String, Value> outputs) {}

  /** A column's value and the cell it was tested against. */
  public record Tested(DecisionTable.Column column, Value value, DecisionTable.InputCell cell) {}

  /** A row that did not match, with the cells that failed. */
  public record NearMiss(DecisionTable.Row row, List<Tested> failed) {}
}
