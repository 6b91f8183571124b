package dev.huikuan.policy.table;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.Interval.Axis;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random tables over every type of column, and readings that like their boundaries. */
final class RandomTables {

  private static final List<String> INPUTS =
      List.of(
          "daysPastDue",
          "balance",
          "onTimeRatio",
          "acceptedOn",
          "contactFrom",
          "doNotContact",
          "delayReason",
          "holds",
          "region",
          "jurisdiction");
  private static final List<String> OUTPUTS =
      List.of("nextAction", "delayReason", "holds", "score", "dueOn", "consent", "talkingPoint");
  private static final List<String> CODES = List.of("A", "B", "C", "D", "E");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private final Random random;

  RandomTables(long seed) {
    this.random = new Random(seed);
  }

  DecisionTable table(HitPolicy hitPolicy) {
    List<TermRef> inputs = some(INPUTS, 1 + random.nextInt(5));
    List<TermRef> outputs = outputs(hitPolicy);
    int rows = random.nextInt(random.nextInt(4) == 0 ? 200 : 20);
    int emptiness = random.nextInt(10);
    List<DecisionTable.Row> list = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      list.add(row(i, inputs, outputs, emptiness));
    }
    if (random.nextInt(3) == 0) {
      list.add(defaultRow(rows, inputs, outputs));
    }
    return new DecisionTable(
        "random",
        Text.same("random"),
        hitPolicy,
        Period.ALWAYS,
        "",
        DecisionTable.NoMatch.DEFAULT,
        Level.ACCOUNT,
        inputs.stream().map(ref -> new DecisionTable.Column(ref, "B", ref.code())).toList(),
        outputs.stream().map(ref -> new DecisionTable.Column(ref, "C", ref.code())).toList(),
        list,
        "t.xlsx#T!A1");
  }

  /** Columns that the hit policy takes. */
  private List<TermRef> outputs(HitPolicy hitPolicy) {
    List<String> codes =
        switch (hitPolicy) {
          case COLLECT_MIN, COLLECT_MAX -> List.of("score", "dueOn", "balance");
          case COLLECT_SUM, COLLECT_COUNT -> List.of("score", "balance");
          case PRIORITY -> List.of("score", "nextAction", "delayReason");
          default -> OUTPUTS;
        };
    return some(codes, hitPolicy == HitPolicy.PRIORITY ? 3 : 1 + random.nextInt(codes.size()));
  }

  private List<TermRef> some(List<String> codes, int count) {
    List<String> shuffled = new ArrayList<>(codes);
    java.util.Collections.shuffle(shuffled, random);
    return shuffled.stream().limit(count).map(Words::ref).toList();
  }

  private DecisionTable.Row row(
      int number, List<TermRef> inputs, List<TermRef> outputs, int emptiness) {
    List<DecisionTable.InputCell> tests = new ArrayList<>();
    for (TermRef input : inputs) {
      UnaryTest test =
          random.nextInt(10) < emptiness ? new UnaryTest.Anything() : cell(input.term().type());
      tests.add(new DecisionTable.InputCell(test, test.toString(), "B" + number));
    }
    List<DecisionTable.OutputCell> entries =
        outputs.stream()
            .map(o -> new DecisionTable.OutputCell(entry(o), "", "C" + number))
            .toList();
    return new DecisionTable.Row(
        "R-" + number, tests, entries, period(), Optional.empty(), "", "t.xlsx#T!A" + number);
  }

  /** A last row for everything; now and then with a period, which makes it a row like others. */
  private DecisionTable.Row defaultRow(int number, List<TermRef> inputs, List<TermRef> outputs) {
    DecisionTable.Row row = row(number, inputs, outputs, 10);
    return new DecisionTable.Row(
        row.id(),
        row.inputs(),
        row.outputs(),
        random.nextInt(4) == 0 ? row.effective() : Period.ALWAYS,
        row.reason(),
        row.note(),
        row.location());
  }

  private Period period() {
    return random.nextInt(3) > 0
        ? Period.ALWAYS
        : new Period(
            random.nextBoolean() ? Optional.of(day()) : Optional.empty(),
            random.nextBoolean() ? Optional.of(day()) : Optional.empty());
  }

  private UnaryTest cell(TermType type) {
    return switch (random.nextInt(6)) {
      case 0 -> new UnaryTest.AnyOf(parts(type));
      case 1 -> new UnaryTest.NoneOf(parts(type));
      case 2 ->
          new UnaryTest.AnyOf(List.of(new UnaryTest.NoneOf(parts(type)), state(), part(type)));
      case 3 -> new UnaryTest.AnyOf(List.of(new UnaryTest.NoneOf(parts(type)), state()));
      default -> part(type);
    };
  }

  private List<UnaryTest> parts(TermType type) {
    List<UnaryTest> parts = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      parts.add(part(type));
    }
    return parts;
  }

  private UnaryTest.State state() {
    return UnaryTest.State.values()[random.nextInt(3)];
  }

  private UnaryTest part(TermType type) {
    if (random.nextInt(6) == 0) {
      return state();
    }
    return switch (type) {
      case YES_NO -> new UnaryTest.Is(random.nextBoolean());
      case CODE, CODES -> new UnaryTest.CodeIn(codes());
      case TEXT -> new UnaryTest.TextIn(codes());
      default -> ordered(type);
    };
  }

  private Set<String> codes() {
    Set<String> codes = new HashSet<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      codes.add(CODES.get(random.nextInt(CODES.size() - 1)));
    }
    return codes;
  }

  private UnaryTest ordered(TermType type) {
    Axis axis = Axis.of(type);
    if (random.nextInt(5) == 0) {
      String other =
          axis == Axis.NUMBER ? "creditLimit" : axis == Axis.DATE ? "dueOn" : "contactFrom";
      Comparison comparison = Comparison.values()[random.nextInt(6)];
      long factor = axis == Axis.NUMBER && random.nextBoolean() ? 500_000 : Micros.ONE;
      return new UnaryTest.Compared(comparison, factor, Words.ref(other));
    }
    long a = axis.point(value(type));
    long b = axis.point(value(type));
    return switch (random.nextInt(3)) {
      case 0 -> new UnaryTest.Within(Interval.single(axis, a));
      case 1 -> new UnaryTest.Within(Interval.of(axis, Comparison.values()[random.nextInt(5)], a));
      default ->
          new UnaryTest.Within(
              new Interval(
                  axis,
                  Math.min(a, b),
                  random.nextBoolean(),
                  Math.max(a, b),
                  random.nextBoolean()));
    };
  }

  private Optional<OutputEntry> entry(TermRef output) {
    if (random.nextInt(4) == 0) {
      return Optional.empty();
    }
    boolean read = random.nextInt(3) == 0;
    return Optional.of(
        switch (output.term().type()) {
          case CODE ->
              read
                  ? new OutputEntry.TermValue(Words.ref("delayReason"))
                  : new OutputEntry.Literal(Value.code(code(output.term())));
          case CODES -> new OutputEntry.Literal(Value.codes(List.copyOf(codes())));
          case DATE ->
              read
                  ? new OutputEntry.TermValue(Words.ref("acceptedOn"))
                  : new OutputEntry.DaysLater(
                      new OutputEntry.TermValue(Words.ref("acceptedOn")), random.nextInt(9));
          case YES_NO -> new OutputEntry.Literal(Value.flag(random.nextBoolean()));
          case TEXT -> new OutputEntry.Literal(Value.words(new Text("“好”", "\"good\"\n")));
          default ->
              read
                  ? computed()
                  : new OutputEntry.Literal(Value.number(500_000L * (random.nextInt(9) - 4)));
        });
  }

  private OutputEntry computed() {
    OutputEntry balance = new OutputEntry.TermValue(Words.ref("balance"));
    OutputEntry scaled = new OutputEntry.Scaled(333_333, balance, 7, random.nextBoolean());
    return switch (random.nextInt(3)) {
      case 0 -> scaled;
      case 1 ->
          new OutputEntry.Extreme(
              random.nextBoolean(),
              Axis.NUMBER,
              List.of(scaled, new OutputEntry.TermValue(Words.ref("creditLimit")), balance));
      default -> new OutputEntry.ParameterAt(Words.ref("lprOneYear"), Words.ref("acceptedOn"));
    };
  }

  /** One of the term's own codes, or one that it does not list. */
  private String code(Term term) {
    int at = random.nextInt(term.values().size() + 1);
    return at < term.values().size() ? term.values().get(at).code() : "A";
  }

  /** Values of every term; some unknown, some not yet, a few of another type. */
  Map<String, Value> values() {
    Map<String, Value> values = new HashMap<>();
    List<String> terms = new ArrayList<>(INPUTS);
    terms.addAll(List.of("creditLimit", "dueOn"));
    for (String code : terms) {
      TermType type = Words.ref(code).term().type();
      int kind = random.nextInt(12);
      if (kind == 0) {
        values.put(code, Value.NOT_YET);
      } else if (kind == 1) {
        values.put(code, Value.code("A"));
      } else if (kind > 2) {
        values.put(code, nudged(value(type)));
      }
    }
    return values;
  }

  LocalDate day() {
    return DAY.plusDays(random.nextInt(7) - 3);
  }

  private Value value(TermType type) {
    if (type.isNumeric()) {
      return Value.number(random.nextInt(9) * 500_000L - 2_000_000);
    }
    return switch (type) {
      case DATE -> Value.date(day());
      case TIME -> Value.time(LocalTime.of(8 + random.nextInt(4), 0));
      case YES_NO -> Value.flag(random.nextBoolean());
      case CODE -> Value.code(CODES.get(random.nextInt(CODES.size())));
      case CODES -> Value.codes(random.nextInt(4) == 0 ? List.of() : List.copyOf(codes()));
      default ->
          random.nextInt(4) == 0
              ? Value.words(new Text("a", "B"))
              : Value.words(Text.same(CODES.get(random.nextInt(CODES.size()))));
    };
  }

  /** Just beside a boundary now and then. */
  private Value nudged(Value value) {
    int by = random.nextInt(3) - 1;
    if (value instanceof Value.Num number) {
      return Value.number(number.micros() + by);
    }
    return value instanceof Value.Clock clock ? Value.time(clock.time().plusNanos(by)) : value;
  }
}
