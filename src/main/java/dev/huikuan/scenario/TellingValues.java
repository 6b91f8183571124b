package dev.huikuan.scenario;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.Interval;
import dev.huikuan.policy.table.UnaryTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The values at which the cells of a term change their mind: the ends of their ranges and the
 * neighbours of those, their codes. In this order, so that the first that fits reads best.
 */
final class TellingValues implements UnaryTest.Cases<Void> {

  /** Away from an end: by one, by a cent, by the least step there is. */
  private static final List<Long> STEPS = List.of(Micros.ONE, Micros.ONE / 100, 1L);

  private static final List<Long> USUAL = List.of(1L, 100L, 100_000L, 0L);
  private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

  private final Term term;
  private final Set<Value> values = new LinkedHashSet<>();

  TellingValues(Term term) {
    this.term = term;
  }

  Set<Value> values() {
    return values;
  }

  TellingValues of(UnaryTest test) {
    test.fold(this);
    return this;
  }

  /** Around factor × another term's value. */
  TellingValues around(Value other, long factor) {
    if (other instanceof Value.Num number) {
      around(
          Interval.Axis.NUMBER,
          Micros.round(number.decimal().multiply(Micros.toDecimal(factor))));
    } else if (other instanceof Value.Day day) {
      around(Interval.Axis.DATE, day.date().toEpochDay());
    } else if (other instanceof Value.Clock clock) {
      around(Interval.Axis.TIME, clock.time().toNanoOfDay());
    }
    return this;
  }

  /** What a term of its type may be besides; unknown last. */
  TellingValues others() {
    switch (term.type()) {
      case YES_NO -> {
        values.add(Value.flag(true));
        values.add(Value.flag(false));
      }
      case DATE -> {
        values.add(Value.date(SOME_DAY));
        values.add(Value.NOT_YET);
      }
      case TIME -> values.add(Value.time(LocalTime.NOON));
      case TEXT -> values.add(Value.words(Text.same("…")));
      case CODE -> codes().forEach(code -> values.add(Value.code(code)));
      case CODES -> {
        codes().forEach(code -> values.add(Value.codes(List.of(code))));
        values.add(Value.codes(List.of()));
      }
      default -> {
        if (term.type() == TermType.RATIO) {
          number(Micros.ONE / 2);
        }
        USUAL.forEach(whole -> number(Micros.of(whole)));
      }
    }
    values.add(Value.UNKNOWN);
    return this;
  }

  private List<String> codes() {
    return term.values().isEmpty()
        ? List.of("OTHER")
        : term.values().stream().map(value -> value.code()).toList();
  }

  @Override
  public Void anything() {
    return null;
  }

  @Override
  public Void state(UnaryTest.State state) {
    switch (state) {
      case UNKNOWN -> values.add(Value.UNKNOWN);
      case NOT_YET -> values.add(Value.NOT_YET);
      case KNOWN -> {}
    }
    return null;
  }

  @Override
  public Void within(Interval interval) {
    if (interval.low() != Long.MIN_VALUE) {
      around(interval.axis(), interval.low());
    }
    if (interval.high() != Long.MAX_VALUE && interval.high() != interval.low()) {
      around(interval.axis(), interval.high());
    }
    return null;
  }

  private void around(Interval.Axis axis, long end) {
    point(axis, end);
    if (axis != Interval.Axis.NUMBER) {
      point(axis, end + 1);
      point(axis, end - 1);
      return;
    }
    for (long step : STEPS) {
      point(axis, end + step);
      point(axis, end - step);
    }
  }

  private void point(Interval.Axis axis, long point) {
    switch (axis) {
      case NUMBER -> number(point);
      case DATE -> values.add(Value.date(LocalDate.ofEpochDay(point)));
      case TIME -> {
        if (point >= 0 && point < 86_400_000_000_000L) {
          values.add(Value.time(LocalTime.ofNanoOfDay(point)));
        }
      }
    }
  }

  private void number(long micros) {
    boolean fits =
        term.min().map(min -> micros >= min).orElse(true)
            && term.max().map(max -> micros <= max).orElse(true)
            && (!term.type().isWhole() || micros % Micros.ONE == 0);
    if (fits && Micros.toDecimal(micros).abs().compareTo(Micros.LIMIT) < 0) {
      values.add(Value.number(micros));
    }
  }

  @Override
  public Void codes(Set<String> codes) {
    boolean list = term.type() == TermType.CODES;
    codes.stream()
        .sorted()
        .forEach(code -> values.add(list ? Value.codes(List.of(code)) : Value.code(code)));
    return null;
  }

  @Override
  public Void texts(Set<String> texts) {
    texts.stream().sorted().forEach(text -> values.add(Value.words(Text.same(text))));
    return null;
  }

  @Override
  public Void flag(boolean yes) {
    values.add(Value.flag(yes));
    return null;
  }

  @Override
  public Void compared(UnaryTest.Compared compared) {
    return null;
  }

  @Override
  public Void anyOf(List<UnaryTest> parts) {
    parts.forEach(part -> part.fold(this));
    return null;
  }

  @Override
  public Void noneOf(List<UnaryTest> parts) {
    parts.forEach(part -> part.fold(this));
    if (term.type() == TermType.CODES) {
      // A list may hold what one row forbids beside what another wants.
      for (String one : codes()) {
        codes().stream()
            .filter(other -> one.compareTo(other) < 0)
            .forEach(other -> values.add(Value.codes(List.of(one, other))));
      }
    }
    return null;
  }
}
