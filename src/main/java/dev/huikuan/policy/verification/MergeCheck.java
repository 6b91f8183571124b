package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.TermType;
import dev.huikuan.policy.table.HitPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Rows that could be one: they differ in one condition only, give the same results for the same
 * reason, no row between them stands in the way, and one cell can say both conditions.
 */
final class MergeCheck {

  private final TableCheck check;
  private final TableRegions regions;
  private final long[] told;

  MergeCheck(TableCheck check) {
    this.check = check;
    this.regions = check.regions();
    this.told = Bits.none(regions.rows());
  }

  /**
   * @param dead rows that were reported as repeated or masked
   */
  void run(long[] dead) {
    Bits.join(told, dead);
    for (int d = 0; d < regions.dimensions().size(); d++) {
      if (isMergeable(regions.dimensions().get(d))) {
        for (List<Integer> alike : alike(d)) {
          merge(d, alike);
        }
      }
    }
  }

  private static boolean isMergeable(Dimension dimension) {
    return dimension
        .term()
        .filter(term -> term.type() != TermType.CODES && term.type() != TermType.TEXT)
        .filter(term -> term.type() != TermType.CODE || !term.values().isEmpty())
        .filter(term -> dimension.columns().size() == 1)
        .isPresent();
  }

  /** Rows with equal results, reasons and conditions but for one. */
  private List<List<Integer>> alike(int d) {
    Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < regions.rows(); row++) {
      Dimension dimension = regions.dimensions().get(d);
      boolean certain = dimension.sureCells()[row] == dimension.possibleCells()[row];
      if (!Bits.has(told, row) && certain && !regions.possible(row).isEmpty()) {
        List<Object> key =
            List.of(
                regions.keys().conditions(row, d),
                regions.keys().outputs()[row],
                regions.row(row).reason());
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      }
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private void merge(int d, List<Integer> alike) {
    List<Integer> left = new ArrayList<>(alike);
    left.removeIf(row -> Bits.has(told, row));
    while (left.size() > 1) {
      int first = left.remove(0);
      List<Integer> together = new ArrayList<>(List.of(first));
      long[] side = regions.sure(first).side(d);
      for (int row : List.copyOf(left)) {
        long[] wider = Bits.either(side, regions.sure(row).side(d));
        if (fits(d, side, regions.sure(row).side(d)) && isFree(first, row)) {
          side = wider;
          together.add(row);
          left.remove(Integer.valueOf(row));
        }
      }
      if (together.size() > 1) {
        report(d, together, side);
      }
    }
  }

  /** Codes stand in a list; ranges must touch, and sums count each row. */
  private boolean fits(int d, long[] one, long[] other) {
    HitPolicy policy = check.table().hitPolicy();
    boolean counted = policy == HitPolicy.COLLECT_SUM || policy == HitPolicy.COLLECT_COUNT;
    if (counted && Bits.meet(one, other)) {
      return false;
    }
    Dimension dimension = regions.dimensions().get(d);
    OptionalInt first = runs(dimension, one);
    OptionalInt second = runs(dimension, other);
    OptionalInt both = runs(dimension, Bits.either(one, other));
    return first.isEmpty()
        || both.getAsInt() <= Math.max(first.getAsInt(), second.getAsInt());
  }

  /** How many stretches a side has, those that touch joined; empty for a term without an order. */
  private static OptionalInt runs(Dimension dimension, long[] side) {
    if (dimension.term().filter(t -> t.type().isNumeric()
        || t.type() == TermType.DATE || t.type() == TermType.TIME).isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(new Wordings(dimension).runs(side));
  }

  /** No row between the two meets the one that would move and says something else. */
  private boolean isFree(int first, int later) {
    return switch (check.table().hitPolicy()) {
      case FIRST, RULE_ORDER, PRIORITY, COLLECT ->
          isFree(first, later, later) || isFree(first, later, first);
      default -> true;
    };
  }

  private boolean isFree(int first, int later, int moved) {
    for (int row = first + 1; row < later; row++) {
      if (!regions.keys().sameOutputs(row, moved)
          && regions.possible(row).meets(regions.possible(moved))) {
        return false;
      }
    }
    return true;
  }

  private void report(int d, List<Integer> rows, long[] side) {
    rows.forEach(row -> Bits.add(told, row));
    Wordings words = new Wordings(regions.dimensions().get(d));
    Text ids = Phrases.rows(rows.stream().map(row -> regions.row(row).id()).toList());
    Text label = words.label();
    Text values = words.values(side);
    check
        .findings()
        .add(
            check
                .about(
                    Severities.of(Code.MERGEABLE),
                    Code.MERGEABLE,
                    rows,
                    new Text(
                        ids.zh() + " 可以合并：只有" + label.zh() + "不同，结果相同",
                        ids.en() + " could be one row: they differ in " + label.en()
                            + " only and give the same"),
                    new Text(
                        "一行，" + label.zh() + " " + values.zh(),
                        "one row with " + label.en() + " " + values.en()))
                .shownBy(check.examples().in(regions.sure(rows.get(0)))));
  }
}
