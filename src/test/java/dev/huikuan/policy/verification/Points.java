package dev.huikuan.policy.verification;

import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.domain.TermRef;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All values of the terms of {@link SmallTables} that any cell could tell apart. */
final class Points {

  private Points() {}

  static List<Value> of(String term) {
    List<Value> values = new ArrayList<>();
    switch (term) {
      case "steps", "bound" -> {
        for (int i = 0; i <= 3; i++) {
          values.add(Value.whole(i));
        }
      }
      case "share" -> {
        for (int i = 0; i <= 8; i++) {
          values.add(Value.number(i * 250_000L));
        }
      }
      case "agreedOn" -> {
        for (int i = 0; i < 5; i++) {
          values.add(Value.date(LocalDate.of(2025, 12, 31).plusDays(i)));
        }
        values.add(Value.NOT_YET);
      }
      case "opensAt" -> {
        for (int i = 0; i < 8; i++) {
          values.add(Value.time(LocalTime.of(7 + i / 2, i % 2 * 30)));
        }
      }
      case "urgent" -> values.addAll(List.of(Value.flag(true), Value.flag(false)));
      case "grade" -> List.of("GA", "GB", "GC").forEach(c -> values.add(Value.code(c)));
      case "region" -> List.of("NORTH", "SOUTH", "EAST").forEach(c -> values.add(Value.code(c)));
      case "remark" ->
          List.of("north", "south", "east")
              .forEach(c -> values.add(Value.words(Text.same(c))));
      case "marks" -> {
        for (int i = 0; i < 8; i++) {
          List<String> codes = new ArrayList<>();
          for (int bit = 0; bit < 3; bit++) {
            if ((i & 1 << bit) != 0) {
              codes.add("M" + "ABC".charAt(bit));
            }
          }
          values.add(Value.codes(codes));
        }
      }
      default -> throw new IllegalArgumentException(term);
    }
    values.add(Value.UNKNOWN);
    return values;
  }

  /** Every combination of values of the table's terms and of days, as readings. */
  static List<Point> of(DecisionTable table) {
    Set<String> terms = new LinkedHashSet<>();
    table.inputs().forEach(column -> terms.add(column.term().code()));
    table.rows().forEach(
        row -> row.inputs().forEach(c -> c.test().reads().forEach(ref -> terms.add(ref.code()))));
    boolean dated = table.rows().stream().anyMatch(row -> !row.effective().isAlways());
    LocalDate first = LocalDate.of(2025, 12, 31);
    List<Point> points = new ArrayList<>();
    for (int day = 0; day <= (dated ? 7 : 0); day++) {
      points.add(new Point(Map.of(), first.plusDays(day)));
    }
    for (String term : terms) {
      List<Point> longer = new ArrayList<>();
      for (Point point : points) {
        for (Value value : of(term)) {
          Map<String, Value> values = new HashMap<>(point.values());
          values.put(term, value);
          longer.add(new Point(values, point.asOf()));
        }
      }
      points = longer;
    }
    return points;
  }

  /** A combination of values. */
  record Point(Map<String, Value> values, LocalDate asOf) implements Reading {
    @Override
    public Value value(TermRef ref) {
      return values.getOrDefault(ref.code(), Value.UNKNOWN);
    }

    @Override
    public Value parameter(String code, LocalDate on) {
      return Value.UNKNOWN;
    }

    boolean isKnown() {
      return values.values().stream().allMatch(Value::isPresent);
    }

    /** Rows that match, in their order, tested one by one. */
    List<Integer> rows(DecisionTable table) {
      List<Integer> rows = new ArrayList<>();
      for (int i = 0; i < table.rows().size(); i++) {
        DecisionTable.Row row = table.rows().get(i);
        boolean matches = row.effective().contains(asOf);
        for (int c = 0; c < table.inputs().size() && matches; c++) {
          matches =
              row.inputs().get(c).test().matches(value(table.inputs().get(c).term()), this);
        }
        if (matches) {
          rows.add(i);
        }
      }
      return rows;
    }
  }

}
