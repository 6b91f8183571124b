package dev.huikuan.policy.table;

import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.TableResult.Hit;
import dev.huikuan.policy.table.TableResult.NearMiss;
import dev.huikuan.policy.table.TableResult.Tested;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reference for the index: row by row, cell by cell, as the policy format words it. */
final class NaiveScan {

  private NaiveScan() {}

  static TableResult evaluate(DecisionTable table, Reading reading) {
    List<Hit> hits = new ArrayList<>();
    for (Row row : table.rows()) {
      if (row.effective().contains(reading.asOf())
          && cells(table, row, reading, true).size() == table.inputs().size()) {
        hits.add(hit(table, row, reading));
      }
    }
    return switch (table.hitPolicy()) {
      case UNIQUE ->
          hits.size() > 1
              ? new TableResult(
                  table,
                  false,
                  List.of(),
                  hits.stream().map(h -> h.row().id()).toList(),
                  Map.of(),
                  List.of())
              : one(table, hits, reading);
      case FIRST -> one(table, hits, reading);
      case RULE_ORDER -> all(table, hits, hits.isEmpty() ? closest(table, reading) : List.of());
      default -> all(table, hits, List.of());
    };
  }

  private static TableResult one(DecisionTable table, List<Hit> hits, Reading reading) {
    return hits.isEmpty()
        ? new TableResult(table, false, hits, List.of(), Map.of(), closest(table, reading))
        : new TableResult(
            table, true, hits.subList(0, 1), List.of(), hits.get(0).outputs(), List.of());
  }

  private static TableResult all(DecisionTable table, List<Hit> hits, List<NearMiss> closest) {
    Map<String, Value> outputs = new HashMap<>();
    for (DecisionTable.Column column : table.outputs()) {
      TermType type = column.term().term().type();
      List<String> codes = new ArrayList<>();
      long sum = 0;
      for (Hit hit : hits) {
        Value value = hit.outputs().get(column.term().code());
        if (value instanceof Value.Code one) {
          codes.add(one.code());
        } else if (value instanceof Value.Codes many) {
          codes.addAll(many.codes());
        } else if (value instanceof Value.Num number) {
          sum += number.micros();
        }
      }
      if (type == TermType.CODE || type == TermType.CODES) {
        outputs.put(column.term().code(), Value.codes(codes.stream().distinct().toList()));
      } else if (type.isNumeric() && table.hitPolicy() == HitPolicy.COLLECT_SUM) {
        outputs.put(column.term().code(), Value.number(sum));
      }
    }
    return new TableResult(table, true, hits, List.of(), outputs, closest);
  }

  private static Hit hit(DecisionTable table, Row row, Reading reading) {
    Map<String, Value> outputs = new HashMap<>();
    for (int i = 0; i < table.outputs().size(); i++) {
      String code = table.outputs().get(i).term().code();
      row.outputs()
          .get(i)
          .entry()
          .map(entry -> entry.value(reading))
          .filter(value -> !value.isUnknown())
          .ifPresent(value -> outputs.put(code, value));
    }
    List<Tested> tested =
        cells(table, row, reading, true).stream()
            .filter(t -> !(t.cell().test() instanceof UnaryTest.Anything))
            .toList();
    return new Hit(row, tested, outputs);
  }

  private static List<Tested> cells(
      DecisionTable table, Row row, Reading reading, boolean passing) {
    List<Tested> found = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      Value value = reading.value(table.inputs().get(i).term());
      if (row.inputs().get(i).test().matches(value, reading) == passing) {
        found.add(new Tested(table.inputs().get(i), value, row.inputs().get(i)));
      }
    }
    return found;
  }

  private static List<NearMiss> closest(DecisionTable table, Reading reading) {
    TreeMap<Integer, List<NearMiss>> byFailures = new TreeMap<>();
    for (Row row : table.rows()) {
      if (row.effective().contains(reading.asOf())) {
        List<Tested> failed = cells(table, row, reading, false);
        byFailures
            .computeIfAbsent(failed.size(), n -> new ArrayList<>())
            .add(new NearMiss(row, failed));
      }
    }
    return byFailures.isEmpty()
        ? List.of()
        : byFailures.firstEntry().getValue().stream().limit(3).toList();
  }
}
