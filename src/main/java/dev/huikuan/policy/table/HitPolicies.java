package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.TableResult.Hit;
import dev.huikuan.policy.table.TableResult.NearMiss;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the matching rows mean together. */
final class HitPolicies {

  private HitPolicies() {}

  static TableResult result(DecisionTable table, List<Hit> hits, Supplier<List<NearMiss>> closest) {
    return switch (table.hitPolicy()) {
      case UNIQUE -> hits.size() > 1 ? violated(table, hits) : single(table, hits, closest);
      case FIRST -> single(table, hits, closest);
      case RULE_ORDER -> collected(table, hits, hits.isEmpty() ? closest.get() : List.of());
      case COLLECT, COLLECT_SUM -> collected(table, hits, List.of());
      case ANY, PRIORITY, COLLECT_MIN, COLLECT_MAX, COLLECT_COUNT ->
          throw new IllegalStateException("no index for " + table.hitPolicy());
    };
  }

  private static TableResult violated(DecisionTable table, List<Hit> hits) {
    List<String> ids = hits.stream().map(hit -> hit.row().id()).toList();
    return new TableResult(table, false, List.of(), ids, Map.of(), List.of());
  }

  private static TableResult single(
      DecisionTable table, List<Hit> hits, Supplier<List<NearMiss>> closest) {
    return hits.isEmpty()
        ? new TableResult(table, false, List.of(), List.of(), Map.of(), closest.get())
        : new TableResult(table, true, hits, List.of(), hits.get(0).outputs(), List.of());
  }

  private static TableResult collected(
      DecisionTable table, List<Hit> hits, List<NearMiss> closest) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (DecisionTable.Column column : table.outputs()) {
      String code = column.term().code();
      together(table.hitPolicy(), column, hits).ifPresent(value -> outputs.put(code, value));
    }
    return new TableResult(
        table, true, hits, List.of(), Collections.unmodifiableMap(outputs), closest);
  }

  private static Optional<Value> together(
      HitPolicy hitPolicy, DecisionTable.Column column, List<Hit> hits) {
    TermType type = column.term().term().type();
    if (type == TermType.CODE || type == TermType.CODES) {
      return Optional.of(codes(column.term().code(), hits));
    }
    return hitPolicy == HitPolicy.COLLECT_SUM && type.isNumeric()
        ? sum(column.term().code(), hits)
        : Optional.empty();
  }

  /** All codes in order of the rows, each once. */
  private static Value codes(String code, List<Hit> hits) {
    Set<String> all = new LinkedHashSet<>();
    for (Hit hit : hits) {
      Value value = hit.outputs().getOrDefault(code, Value.UNKNOWN);
      if (value instanceof Value.Code one) {
        all.add(one.code());
      } else if (value instanceof Value.Codes many) {
        all.addAll(many.codes());
      }
    }
    return Value.codes(List.copyOf(all));
  }

  /** The sum; not decided when it reaches the bound on numbers. */
  private static Optional<Value> sum(String code, List<Hit> hits) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Hit hit : hits) {
      if (hit.outputs().getOrDefault(code, Value.UNKNOWN) instanceof Value.Num number) {
        sum = sum.add(number.decimal());
      }
    }
    return sum.abs().compareTo(Micros.LIMIT) < 0
        ? Optional.of(Value.number(sum))
        : Optional.empty();
  }
}
