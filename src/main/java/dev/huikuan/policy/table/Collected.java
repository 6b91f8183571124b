package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable.Column;
import dev.huikuan.policy.table.TableResult.Hit;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One column of all hits together. A row that does not decide the column, or to an unknown value,
 * adds nothing to a sum, a count, a minimum or a maximum.
 */
final class Collected {

  private Collected() {}

  private static Value value(Column column, Hit hit) {
    return hit.outputs().getOrDefault(column.term().code(), Value.UNKNOWN);
  }

  /** All codes in order of the rows, each once. */
  static Value codes(Column column, List<Hit> hits) {
    Set<String> all = new LinkedHashSet<>();
    for (Hit hit : hits) {
      Value value = value(column, hit);
      if (value instanceof Value.Code one) {
        all.add(one.code());
      } else if (value instanceof Value.Codes many) {
        all.addAll(many.codes());
      }
    }
    return Value.codes(List.copyOf(all));
  }

  /** The sum; not decided when it reaches the bound on numbers. */
  static Value sum(Column column, List<Hit> hits) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Hit hit : hits) {
      if (value(column, hit) instanceof Value.Num number) {
        sum = sum.add(number.decimal());
      }
    }
    return sum.abs().compareTo(Micros.LIMIT) < 0 ? Value.number(sum) : Value.UNKNOWN;
  }

  /** How many rows decide the column; equal values count each. */
  static Value count(Column column, List<Hit> hits) {
    return Value.whole(
        hits.stream().filter(hit -> value(column, hit) instanceof Value.Num).count());
  }

  /** The least or greatest value; not decided when no row has one. */
  static Value extreme(Column column, boolean greatest, List<Hit> hits) {
    Interval.Axis axis = Interval.Axis.of(column.term().term().type());
    Value best = Value.UNKNOWN;
    for (Hit hit : hits) {
      Value value = value(column, hit);
      if (axis.covers(value) && (best.isUnknown() || isBeyond(axis, value, best, greatest))) {
        best = value;
      }
    }
    return best;
  }

  private static boolean isBeyond(Interval.Axis axis, Value value, Value best, boolean greatest) {
    int order = Long.compare(axis.point(value), axis.point(best));
    return greatest ? order > 0 : order < 0;
  }
}
