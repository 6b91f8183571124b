package dev.huikuan.policy.table;

import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.TableResult.Hit;
import dev.huikuan.policy.table.TableResult.NearMiss;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the matching rows mean together (DMN 1.5, 8.2.10 and 8.2.11). */
final class HitPolicies {

  private final DecisionTable table;
  private final OutputPriority priority;
  private final Optional<DecisionTable.Row> defaultRow;

  HitPolicies(DecisionTable table) {
    this.table = table;
    this.priority = new OutputPriority(table);
    this.defaultRow = table.defaultRow();
  }

  /**
   * The result of the rows that matched.
   *
   * @param hits in the order of the table
   * @param closest asked for only when nothing matched
   */
  TableResult result(List<Hit> hits, Supplier<List<NearMiss>> closest) {
    return switch (table.hitPolicy()) {
      case UNIQUE, ANY -> together(withoutDefault(hits), closest);
      case FIRST -> one(hits, closest);
      case PRIORITY -> one(priority.best(hits), closest);
      case RULE_ORDER -> collected(hits, hits.isEmpty() ? closest.get() : List.of());
      case COLLECT, COLLECT_SUM, COLLECT_COUNT -> collected(hits, List.of());
      case COLLECT_MIN, COLLECT_MAX -> extreme(hits, closest);
    };
  }

  /** The default row gives way to any other that matches; it is the last. */
  private List<Hit> withoutDefault(List<Hit> hits) {
    int last = hits.size() - 1;
    return last > 0 && defaultRow.isPresent() && hits.get(last).row() == defaultRow.get()
        ? hits.subList(0, last)
        : hits;
  }

  private TableResult together(List<Hit> hits, Supplier<List<NearMiss>> closest) {
    boolean fits = table.hitPolicy() == HitPolicy.UNIQUE ? hits.size() <= 1 : agree(hits);
    return fits ? one(hits, closest) : violated(hits);
  }

  private static boolean agree(List<Hit> hits) {
    return hits.stream().map(Hit::outputs).distinct().count() <= 1;
  }

  private TableResult violated(List<Hit> hits) {
    List<String> ids = hits.stream().map(hit -> hit.row().id()).toList();
    return new TableResult(table, false, List.of(), ids, Map.of(), List.of());
  }

  /** The outputs of the first hit, which speaks for all of them. */
  private TableResult one(List<Hit> hits, Supplier<List<NearMiss>> closest) {
    return hits.isEmpty()
        ? new TableResult(table, false, List.of(), List.of(), Map.of(), closest.get())
        : new TableResult(table, true, hits, List.of(), hits.get(0).outputs(), List.of());
  }

  private TableResult collected(List<Hit> hits, List<NearMiss> closest) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (DecisionTable.Column column : table.outputs()) {
      TermType type = column.term().term().type();
      Value value =
          type == TermType.CODE || type == TermType.CODES
              ? Collected.codes(column, hits)
              : type.isNumeric() ? number(column, hits) : Value.UNKNOWN;
      put(outputs, column, value);
    }
    return new TableResult(
        table, true, hits, List.of(), Collections.unmodifiableMap(outputs), closest);
  }

  private Value number(DecisionTable.Column column, List<Hit> hits) {
    return switch (table.hitPolicy()) {
      case COLLECT_SUM -> Collected.sum(column, hits);
      case COLLECT_COUNT -> Collected.count(column, hits);
      default -> Value.UNKNOWN;
    };
  }

  /** Each column by itself; the hits are the rows that gave a least or greatest value. */
  private TableResult extreme(List<Hit> hits, Supplier<List<NearMiss>> closest) {
    if (hits.isEmpty()) {
      return one(hits, closest);
    }
    boolean greatest = table.hitPolicy() == HitPolicy.COLLECT_MAX;
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (DecisionTable.Column column : table.outputs()) {
      put(outputs, column, Collected.extreme(column, greatest, hits));
    }
    List<Hit> giving =
        hits.stream()
            .filter(
                hit ->
                    hit.outputs().entrySet().stream()
                        .anyMatch(e -> e.getValue().equals(outputs.get(e.getKey()))))
            .toList();
    return new TableResult(
        table,
        true,
        giving.isEmpty() ? hits : giving,
        List.of(),
        Collections.unmodifiableMap(outputs),
        List.of());
  }

  private static void put(Map<String, Value> outputs, DecisionTable.Column column, Value value) {
    if (!value.isUnknown()) {
      outputs.put(column.term().code(), value);
    }
  }
}
