package dev.huikuan.policy.verification;

import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.OutputEntry;
import dev.huikuan.policy.table.UnaryTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Small numbers for what stands in a row: equal numbers, equal meaning. Cells are equal when they
 * pass the same values, and compare with other terms in the same way.
 *
 * @param cells dimension → row → number
 * @param outputs row → number of all its results together
 */
record RowKeys(int[][] cells, int[] outputs) {

  static RowKeys of(DecisionTable table, List<Dimension> dimensions) {
    int[][] cells = new int[dimensions.size()][];
    for (int d = 0; d < cells.length; d++) {
      cells[d] = cells(table, dimensions.get(d));
    }
    Map<List<Optional<OutputEntry>>, Integer> seen = new HashMap<>();
    int[] outputs = new int[table.rows().size()];
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] =
          number(
              seen,
              table.rows().get(row).outputs().stream()
                  .map(DecisionTable.OutputCell::entry)
                  .toList());
    }
    return new RowKeys(cells, outputs);
  }

  private static int[] cells(DecisionTable table, Dimension dimension) {
    Map<List<Object>, Integer> seen = new HashMap<>();
    int[] numbers = new int[table.rows().size()];
    for (int row = 0; row < numbers.length; row++) {
      List<Object> key = new ArrayList<>();
      key.add(new BitsKey(dimension.sureCells()[row]));
      key.add(new BitsKey(dimension.possibleCells()[row]));
      for (int column : dimension.columns()) {
        UnaryTest test = table.rows().get(row).inputs().get(column).test();
        if (!test.reads().isEmpty()) {
          key.add(test);
        }
      }
      numbers[row] = number(seen, key);
    }
    return numbers;
  }

  private static <K> int number(Map<K, Integer> seen, K key) {
    Integer known = seen.putIfAbsent(key, seen.size());
    return known == null ? seen.size() - 1 : known;
  }

  boolean sameOutputs(int one, int other) {
    return outputs[one] == outputs[other];
  }

  boolean sameConditions(int one, int other) {
    for (int[] numbers : cells) {
      if (numbers[one] != numbers[other]) {
        return false;
      }
    }
    return true;
  }

  /** All numbers of a row's conditions but one, or of all with -1: equal lists, equal cells. */
  List<Integer> conditions(int row, int but) {
    List<Integer> numbers = new ArrayList<>();
    for (int d = 0; d < cells.length; d++) {
      numbers.add(d == but ? -1 : cells[d][row]);
    }
    return numbers;
  }
}
