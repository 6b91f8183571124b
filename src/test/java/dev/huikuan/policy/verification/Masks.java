package dev.huikuan.policy.verification;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.OutputEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which rows are without effect, from the points that each row matches. */
final class Masks {

  private final DecisionTable table;
  private final List<Set<Integer>> matched;
  private final Set<Integer> duplicates;
  private final Optional<Integer> defaultRow;
  private final Optional<Integer> otherwise;

  Masks(
      DecisionTable table,
      List<Set<Integer>> matched,
      Set<Integer> duplicates,
      Optional<Integer> defaultRow,
      Optional<Integer> otherwise) {
    this.table = table;
    this.matched = matched;
    this.duplicates = duplicates;
    this.defaultRow = defaultRow;
    this.otherwise = otherwise;
  }

  /** {@code R-3 WARNING} for each. */
  Set<String> found() {
    Set<String> found = new TreeSet<>();
    HitPolicy policy = table.hitPolicy();
    otherwise.filter(this::leavesNothing).ifPresent(row -> found.add(id(row) + " WARNING"));
    if (policy == HitPolicy.UNIQUE
        || policy == HitPolicy.COLLECT_SUM
        || policy == HitPolicy.COLLECT_COUNT) {
      return found;
    }
    boolean free =
        policy != HitPolicy.FIRST && policy != HitPolicy.PRIORITY && policy != HitPolicy.RULE_ORDER;
    Set<Integer> gone = new HashSet<>(free ? duplicates : Set.of());
    int rows = table.rows().size();
    for (int i = 0; i < rows; i++) {
      int row = free ? rows - 1 - i : i;
      if (duplicates.contains(row)
          || defaultRow.equals(Optional.of(row))
          || matched.get(row).isEmpty()) {
        continue;
      }
      Set<Integer> left = new HashSet<>(matched.get(row));
      Set<Integer> behind = new HashSet<>(left);
      for (int other = 0; other < rows; other++) {
        if (other != row
            && !gone.contains(other)
            && goesBefore(other, row)
            && !otherwise.equals(Optional.of(other))) {
          left.removeAll(matched.get(other));
        }
        if (other < row) {
          behind.removeAll(matched.get(other));
        }
      }
      if (left.isEmpty()) {
        gone.add(row);
        found.add(id(row) + " WARNING");
      } else if (policy == HitPolicy.RULE_ORDER && behind.isEmpty()) {
        found.add(id(row) + " INFO");
      }
    }
    return found;
  }

  private String id(int row) {
    return table.rows().get(row).id();
  }

  /** True when every point is one of some other row. */
  private boolean leavesNothing(int row) {
    Set<Integer> left = new HashSet<>(matched.get(row));
    for (int other = 0; other < row; other++) {
      left.removeAll(matched.get(other));
    }
    return left.isEmpty();
  }

  private boolean goesBefore(int one, int other) {
    boolean same = value(one).equals(value(other));
    return switch (table.hitPolicy()) {
      case FIRST -> one < other;
      case PRIORITY -> rank(one) < rank(other) || rank(one) == rank(other) && one < other;
      case RULE_ORDER -> same && one < other;
      case ANY, COLLECT -> same;
      case COLLECT_MIN -> number(one) <= number(other);
      case COLLECT_MAX -> number(one) >= number(other);
      default -> false;
    };
  }

  private Value value(int row) {
    return ((OutputEntry.Literal) table.rows().get(row).outputs().get(0).entry().orElseThrow())
        .constant();
  }

  private long number(int row) {
    return ((Value.Num) value(row)).micros();
  }

  private int rank(int row) {
    List<String> codes =
        table.outputs().get(0).term().term().values().stream().map(AllowedValue::code).toList();
    return codes.indexOf(((Value.Code) value(row)).code());
  }
}
