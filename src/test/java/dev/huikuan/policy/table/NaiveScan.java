package dev.huikuan.policy.table;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.TableResult.Hit;
import dev.huikuan.policy.table.TableResult.NearMiss;
import dev.huikuan.policy.table.TableResult.Tested;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    if (hits.size() > 1 && isDefault(table, hits.get(hits.size() - 1).row())) {
      hits.remove(hits.size() - 1);
    }
    List<NearMiss> closest = hits.isEmpty() ? closest(table, reading) : List.of();
    return switch (table.hitPolicy()) {
      case UNIQUE -> hits.size() > 1 ? violated(table, hits) : one(table, hits, closest);
      case FIRST -> one(table, hits.stream().limit(1).toList(), closest);
      case ANY ->
          hits.stream().allMatch(hit -> hit.outputs().equals(hits.get(0).outputs()))
              ? one(table, hits, closest)
              : violated(table, hits);
      case PRIORITY -> one(table, first(table, hits), closest);
      case RULE_ORDER -> all(table, hits, closest);
      case COLLECT, COLLECT_SUM, COLLECT_COUNT -> all(table, hits, List.of());
      case COLLECT_MIN, COLLECT_MAX ->
          hits.isEmpty() ? one(table, hits, closest) : extremes(table, hits);
    };
  }

  /** Under UNIQUE and ANY the last row, if undated and empty, is for what no other row matches. */
  private static boolean isDefault(DecisionTable table, Row row) {
    return (table.hitPolicy() == HitPolicy.UNIQUE || table.hitPolicy() == HitPolicy.ANY)
        && row.id().equals(table.rows().get(table.rows().size() - 1).id())
        && row.effective().equals(Period.ALWAYS)
        && row.inputs().stream().allMatch(cell -> cell.test().equals(new UnaryTest.Anything()));
  }

  private static TableResult violated(DecisionTable table, List<Hit> hits) {
    List<String> ids = hits.stream().map(h -> h.row().id()).toList();
    return new TableResult(table, false, List.of(), ids, Map.of(), List.of());
  }

  /** Column by column, only the rows with the best code left; the uppermost of those. */
  private static List<Hit> first(DecisionTable table, List<Hit> hits) {
    List<Hit> left = hits;
    for (DecisionTable.Column column : table.outputs()) {
      Term term = column.term().term();
      if (term.type() == TermType.CODE && !term.values().isEmpty()) {
        for (AllowedValue value : term.values()) {
          List<Hit> having =
              left.stream()
                  .filter(h -> Value.code(value.code()).equals(h.outputs().get(term.code())))
                  .toList();
          if (!having.isEmpty()) {
            left = having;
            break;
          }
        }
      }
    }
    return left.stream().limit(1).toList();
  }

  private static TableResult extremes(DecisionTable table, List<Hit> hits) {
    Map<String, Value> outputs = new HashMap<>();
    Set<Hit> giving = new LinkedHashSet<>();
    for (DecisionTable.Column column : table.outputs()) {
      String code = column.term().code();
      TreeMap<BigDecimal, List<Hit>> byValue = new TreeMap<>();
      for (Hit hit : hits) {
        ordered(hit.outputs().get(code))
            .ifPresent(value -> byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(hit));
      }
      if (!byValue.isEmpty()) {
        List<Hit> best =
            (table.hitPolicy() == HitPolicy.COLLECT_MIN
                    ? byValue.firstEntry()
                    : byValue.lastEntry())
                .getValue();
        outputs.put(code, best.get(0).outputs().get(code));
        giving.addAll(best);
      }
    }
    List<Hit> deciding = hits.stream().filter(h -> giving.isEmpty() || giving.contains(h)).toList();
    return new TableResult(table, true, deciding, List.of(), outputs, List.of());
  }

  private static Optional<BigDecimal> ordered(Value value) {
    if (value instanceof Value.Num number) {
      return Optional.of(number.decimal());
    }
    return value instanceof Value.Day day
        ? Optional.of(BigDecimal.valueOf(day.date().toEpochDay()))
        : Optional.empty();
  }

  private static TableResult one(DecisionTable table, List<Hit> hits, List<NearMiss> closest) {
    Map<String, Value> outputs = hits.isEmpty() ? Map.of() : hits.get(0).outputs();
    return new TableResult(table, !hits.isEmpty(), hits, List.of(), outputs, closest);
  }

  private static TableResult all(DecisionTable table, List<Hit> hits, List<NearMiss> closest) {
    Map<String, Value> outputs = new HashMap<>();
    for (DecisionTable.Column column : table.outputs()) {
      TermType type = column.term().term().type();
      List<String> codes = new ArrayList<>();
      long sum = 0;
      int count = 0;
      for (Hit hit : hits) {
        Value value = hit.outputs().get(column.term().code());
        if (value instanceof Value.Code one) {
          codes.add(one.code());
        } else if (value instanceof Value.Codes many) {
          codes.addAll(many.codes());
        } else if (value instanceof Value.Num number) {
          sum += number.micros();
          count++;
        }
      }
      if (type == TermType.CODE || type == TermType.CODES) {
        outputs.put(column.term().code(), Value.codes(codes.stream().distinct().toList()));
      } else if (type.isNumeric() && table.hitPolicy() == HitPolicy.COLLECT_SUM) {
        outputs.put(column.term().code(), Value.number(sum));
      } else if (type.isNumeric() && table.hitPolicy() == HitPolicy.COLLECT_COUNT) {
        outputs.put(column.term().code(), Value.whole(count));
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
