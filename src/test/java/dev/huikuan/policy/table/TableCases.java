package dev.huikuan.policy.table;

import dev.huikuan.domain.Parameters;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Random readings for a given table: on and beside the boundaries of its own cells, its codes and
 * others, unknown, and not yet for dates.
 */
public final class TableCases {

  private final DecisionTable table;
  private final Parameters parameters;
  private final Random random;
  private final Map<TermRef, List<Value>> candidates = new HashMap<>();

  public TableCases(DecisionTable table, Parameters parameters, long seed) {
    this.table = table;
    this.parameters = parameters;
    this.random = new Random(seed);
    TableIndex.of(table).reads().forEach(ref -> candidates.put(ref, start(ref.term())));
    for (int i = 0; i < table.inputs().size(); i++) {
      List<Value> values = candidates.get(table.inputs().get(i).term());
      for (DecisionTable.Row row : table.rows()) {
        row.inputs().get(i).test().fold(new Boundaries(values));
      }
    }
  }

  private static List<Value> start(Term term) {
    List<Value> values = new ArrayList<>(List.of(Value.UNKNOWN));
    term.values().forEach(allowed -> add(values, term, allowed.code()));
    switch (term.type()) {
      case DATE -> {
        values.add(Value.NOT_YET);
        values.add(Value.date(LocalDate.of(2026, 3, 1)));
        values.add(Value.date(LocalDate.of(2024, 2, 29)));
      }
      case TIME -> values.add(Value.time(LocalTime.of(9, 30)));
      case YES_NO -> values.addAll(List.of(Value.flag(true), Value.flag(false)));
      case CODE, CODES -> add(values, term, "X9");
      case TEXT -> values.add(Value.words(new Text("甲", "One")));
      default -> values.addAll(List.of(Value.whole(0), Value.whole(3), Value.number(12_345_678)));
    }
    return values;
  }

  private static void add(List<Value> values, Term term, String code) {
    boolean list = term.type() == dev.huikuan.domain.TermType.CODES;
    values.add(list ? Value.codes(List.of(code)) : Value.code(code));
  }

  /** One more reading. */
  public Reading next() {
    Map<String, Value> values = new HashMap<>();
    candidates.forEach((ref, some) -> values.put(name(ref), pick(ref, some)));
    LocalDate asOf = LocalDate.of(2026, 6, 1).plusDays(random.nextInt(1200) - 600);
    return new Reading() {
      @Override
      public Value value(TermRef ref) {
        return values.getOrDefault(name(ref), Value.UNKNOWN);
      }

      @Override
      public Value parameter(String code, LocalDate on) {
        return parameters.value(code, on);
      }

      @Override
      public LocalDate asOf() {
        return asOf;
      }
    };
  }

  private String name(TermRef ref) {
    return ref.qualifiedFrom(table.level());
  }

  private Value pick(TermRef ref, List<Value> some) {
    Value one = some.get(random.nextInt(some.size()));
    if (one instanceof Value.Codes && random.nextInt(3) == 0) {
      Set<String> all = new LinkedHashSet<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        if (some.get(random.nextInt(some.size())) instanceof Value.Codes more) {
          all.addAll(more.codes());
        }
      }
      return Value.codes(List.copyOf(all));
    }
    return one;
  }

  /** Adds the values that a cell speaks of, and their neighbours. */
  private record Boundaries(List<Value> values) implements UnaryTest.Cases<Boolean> {

    private void point(Interval.Axis axis, long point) {
      switch (axis) {
        case NUMBER -> values.add(Value.number(point));
        case DATE -> values.add(Value.date(LocalDate.ofEpochDay(point)));
        case TIME -> {
          if (point >= 0 && point < 86_400_000_000_000L) {
            values.add(Value.time(LocalTime.ofNanoOfDay(point)));
          }
        }
      }
    }

    @Override
    public Boolean within(Interval interval) {
      if (interval.low() != Long.MIN_VALUE) {
        point(interval.axis(), interval.first());
        point(interval.axis(), interval.first() - 1);
      }
      if (interval.high() != Long.MAX_VALUE) {
        point(interval.axis(), interval.last());
        point(interval.axis(), interval.last() + 1);
      }
      return true;
    }

    @Override
    public Boolean codes(Set<String> codes) {
      boolean list = values.stream().anyMatch(Value.Codes.class::isInstance);
      codes.forEach(c -> values.add(list ? Value.codes(List.of(c)) : Value.code(c)));
      return true;
    }

    @Override
    public Boolean texts(Set<String> texts) {
      texts.forEach(text -> values.add(Value.words(Text.same(text))));
      return true;
    }

    @Override
    public Boolean anyOf(List<UnaryTest> parts) {
      parts.forEach(part -> part.fold(this));
      return true;
    }

    @Override
    public Boolean noneOf(List<UnaryTest> parts) {
      return anyOf(parts);
    }

    @Override
    public Boolean anything() {
      return true;
    }

    @Override
    public Boolean state(UnaryTest.State state) {
      return true;
    }

    @Override
    public Boolean flag(boolean yes) {
      return true;
    }

    @Override
    public Boolean compared(UnaryTest.Compared compared) {
      return true;
    }
  }
}
