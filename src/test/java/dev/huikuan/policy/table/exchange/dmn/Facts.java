package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.Interval;
import dev.huikuan.policy.table.OutputEntry;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.policy.table.UnaryTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What tables read, with values that like the boundaries of their cells: once for our index, once
 * as the inputs of a DMN engine.
 */
final class Facts {

  private static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2019, 8, 20), LocalDate.of(2025, 6, 1), LocalDate.of(2026, 6, 1));

  private final Map<String, Term> terms = new TreeMap<>();
  private final Map<String, Set<Long>> boundaries = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Value> parameters = new HashMap<>();
  private LocalDate asOf = DAYS.get(2);
  private final Random random;

  Facts(List<DecisionTable> tables, long seed) {
    this.random = new Random(seed);
    for (DecisionTable table : tables) {
      for (int i = 0; i < table.inputs().size(); i++) {
        TermRef ref = table.inputs().get(i).term();
        String name = FeelNames.of(ref, table.level());
        terms.put(name, ref.term());
        for (DecisionTable.Row row : table.rows()) {
          UnaryTest test = row.inputs().get(i).test();
          look(name, test);
          test.reads()
              .forEach(other -> terms.put(FeelNames.of(other, table.level()), other.term()));
        }
      }
      for (DecisionTable.Row row : table.rows()) {
        row.outputs().stream()
            .flatMap(cell -> cell.entry().stream())
            .map(OutputEntry::reads)
            .flatMap(Set::stream)
            .forEach(other -> terms.put(FeelNames.of(other, table.level()), other.term()));
      }
    }
  }

  private void look(String name, UnaryTest test) {
    if (test instanceof UnaryTest.AnyOf list) {
      list.parts().forEach(part -> look(name, part));
    } else if (test instanceof UnaryTest.NoneOf list) {
      list.parts().forEach(part -> look(name, part));
    } else if (test instanceof UnaryTest.Within within) {
      Interval interval = within.interval();
      for (long end : new long[] {interval.low(), interval.high()}) {
        if (end != Long.MIN_VALUE && end != Long.MAX_VALUE) {
          boundaries.computeIfAbsent(name, n -> new TreeSet<>()).add(end);
        }
      }
    } else if (test instanceof UnaryTest.CodeIn codes) {
      words.computeIfAbsent(name, n -> new TreeSet<>()).addAll(codes.codes());
    } else if (test instanceof UnaryTest.TextIn texts) {
      words.computeIfAbsent(name, n -> new TreeSet<>()).addAll(texts.texts());
    }
  }

  /** Other values for everything. */
  void shake() {
    asOf = DAYS.get(random.nextInt(DAYS.size())).plusDays(random.nextInt(3) - 1);
    values.clear();
    parameters.clear();
    terms.forEach((name, term) -> values.put(name, value(name, term)));
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Value value(String name, Term term) {
    int kind = random.nextInt(8);
    if (kind == 0) {
      return Value.UNKNOWN;
    }
    if (kind == 1 && term.type() == TermType.DATE) {
      return Value.NOT_YET;
    }
    if (term.type().isNumeric()) {
      return Value.number(number(name, term));
    }
    return switch (term.type()) {
      case DATE -> Value.date(LocalDate.ofEpochDay(point(name, one(DAYS).toEpochDay(), 1)));
      case TIME ->
          Value.time(
              LocalTime.ofNanoOfDay(
                  Math.floorMod(
                      point(name, 30_000_000_000_000L, 1_000_000_000L), 86_400_000_000_000L)));
      case YES_NO -> Value.flag(random.nextBoolean());
      case CODES -> Value.codes(codes(name, term));
      case CODE -> Value.code(code(name, term));
      default -> Value.words(Text.same(code(name, term)));
    };
  }

  private long number(String name, Term term) {
    long step = term.type().isWhole() ? Micros.ONE : 1;
    long value = point(name, Micros.of(random.nextInt(200)), step);
    long rounded = step == 1 ? value : Math.floorDiv(value, step) * step;
    return Math.max(
        term.min().orElse(-1_000_000_000L), Math.min(term.max().orElse(rounded), rounded));
  }

  /** A boundary or beside it, or anything. */
  private long point(String name, long other, long step) {
    List<Long> known = new ArrayList<>(boundaries.getOrDefault(name, Set.of()));
    return known.isEmpty() || random.nextInt(6) == 0
        ? other
        : one(known) + step * (random.nextInt(3) - 1);
  }

  private String code(String name, Term term) {
    List<String> known = new ArrayList<>(words.getOrDefault(name, Set.of()));
    List<String> all = term.values().stream().map(AllowedValue::code).toList();
    if (all.isEmpty()) {
      known.add("ZZ");
      return one(known);
    }
    return known.isEmpty() || random.nextInt(3) == 0 ? one(all) : one(known);
  }

  private List<String> codes(String name, Term term) {
    List<String> codes = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      codes.add(code(name, term));
    }
    return codes.stream().distinct().toList();
  }

  LocalDate asOf() {
    return asOf;
  }

  /** As a table of that level reads them; what was decided so far goes before. */
  Reading reading(Level level, Map<String, Value> decided) {
    return new Reading() {
      @Override
      public Value value(TermRef ref) {
        String name = FeelNames.of(ref, level);
        boolean text = ref.term().type() == TermType.TEXT;
        return decided.containsKey(name) && !text
            ? decided.get(name)
            : values.getOrDefault(name, Value.UNKNOWN);
      }

      @Override
      public Value parameter(String code, LocalDate on) {
        return parameters.computeIfAbsent(
            code + "@" + on, key -> values.getOrDefault(FeelNames.plain(code), Value.UNKNOWN));
      }

      @Override
      public LocalDate asOf() {
        return asOf;
      }
    };
  }

  /** As the inputs that the model names. */
  Map<String, Object> inputs(Set<String> names) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    for (String name : names) {
      inputs.put(name, input(name));
    }
    return inputs;
  }

  private Object input(String name) {
    if (name.equals(FeelNames.AS_OF)) {
      return asOf;
    }
    if (name.endsWith(FeelNames.NOT_YET)) {
      return values.get(before(name, FeelNames.NOT_YET)) == Value.NOT_YET ? true : null;
    }
    if (name.endsWith(FeelNames.PLAIN)) {
      return values.get(before(name, FeelNames.PLAIN)) instanceof Value.Words text
          ? Wording.normalise(text.text().en())
          : null;
    }
    int at = name.indexOf(FeelNames.AT);
    if (at > 0) {
      String date = name.substring(at + FeelNames.AT.length());
      boolean known = date.equals("accrual") || values.get(date) instanceof Value.Day;
      return known ? object(values.get(name.substring(0, at))) : null;
    }
    return object(values.getOrDefault(name, Value.UNKNOWN));
  }

  private static String before(String name, String suffix) {
    return name.substring(0, name.length() - suffix.length());
  }

  /** A value as an engine takes it. */
  static Object object(Value value) {
    if (value instanceof Value.Num number) {
      return number.decimal();
    }
    if (value instanceof Value.Day day) {
      return day.date();
    }
    if (value instanceof Value.Clock clock) {
      return clock.time();
    }
    if (value instanceof Value.Flag flag) {
      return flag.yes();
    }
    if (value instanceof Value.Code code) {
      return code.code();
    }
    return value instanceof Value.Codes codes ? codes.codes() : null;
  }
}
