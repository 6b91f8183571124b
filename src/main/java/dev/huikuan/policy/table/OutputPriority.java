package dev.huikuan.policy.table;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.TableResult.Hit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of DMN's PRIORITY: code columns from left to right, in each the order of its values,
 * the first best. Other columns have no say. A row that leaves a column empty comes after those
 * that decide it; among equals the upper row wins.
 */
final class OutputPriority {

  private record Ranked(String code, Map<Value, Integer> ranks) {
    int rank(Hit hit) {
      return ranks.getOrDefault(hit.outputs().getOrDefault(code, Value.UNKNOWN), ranks.size());
    }
  }

  private final List<Ranked> columns = new ArrayList<>();

  OutputPriority(DecisionTable table) {
    for (DecisionTable.Column column : table.outputs()) {
      if (isRanked(column.term().term())) {
        columns.add(new Ranked(column.term().code(), ranks(column.term().term())));
      }
    }
  }

  /** True for a term whose values have an order: one code of a closed list. */
  static boolean isRanked(Term term) {
    return term.type() == TermType.CODE && !term.values().isEmpty();
  }

  private static Map<Value, Integer> ranks(Term term) {
    Map<Value, Integer> ranks = new HashMap<>();
    for (AllowedValue value : term.values()) {
      ranks.putIfAbsent(Value.code(value.code()), ranks.size());
    }
    return ranks;
  }

  /** The best of the hits, alone; none of none. */
  List<Hit> best(List<Hit> hits) {
    return hits.stream().min(this::compare).stream().toList();
  }

  private int compare(Hit one, Hit other) {
    for (Ranked column : columns) {
      int order = Integer.compare(column.rank(one), column.rank(other));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
