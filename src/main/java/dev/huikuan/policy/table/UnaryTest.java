package dev.huikuan.policy.table;

import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Wording;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an input entry says: one of a closed set of typed tests, data only. An unknown value passes
 * only {@link Anything} and the word unknown; a date that has not come only {@link Anything} and
 * <em>not yet</em>.
 */
public sealed interface UnaryTest {

  /** True when the value of the column's term passes; terms that the cell names are read. */
  boolean matches(Value value, Reading reading);

  /** Terms and parameters that the cell itself names, the column's term not among them. */
  default Set<TermRef> reads() {
    return Set.of();
  }

  /** The answer of one of the cases: readers of the structure must answer for all of them. */
  <T> T fold(Cases<T> cases);

  /** One answer per kind of test. */
  interface Cases<T> {
    T anything();

    T state(State state);

    T within(Interval interval);

    T codes(Set<String> codes);

    T texts(Set<String> texts);

    T flag(boolean yes);

    T compared(Compared compared);

    T anyOf(List<UnaryTest> parts);

    T noneOf(List<UnaryTest> parts);
  }

  /** An empty cell: any value, also unknown. */
  record Anything() implements UnaryTest {
    @Override
    public boolean matches(Value value, Reading reading) {
      return true;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.anything();
    }
  }

  /** The words unknown, known and not yet; known means that there is a value. */
  enum State implements UnaryTest {
    UNKNOWN,
    KNOWN,
    NOT_YET;

    @Override
    public boolean matches(Value value, Reading reading) {
      return switch (this) {
        case UNKNOWN -> value.isUnknown();
        case KNOWN -> value.isPresent();
        case NOT_YET -> value == Value.NOT_YET;
      };
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.state(this);
    }
  }

  /** A number, date or time in an interval; a single value is an interval of one point. */
  record Within(Interval interval) implements UnaryTest {
    @Override
    public boolean matches(Value value, Reading reading) {
      return interval.axis().covers(value) && interval.contains(interval.axis().point(value));
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.within(interval);
    }
  }

  /** One of the codes; of a list of codes, any. */
  record CodeIn(Set<String> codes) implements UnaryTest {
    public CodeIn {
      codes = Set.copyOf(codes);
    }

    @Override
    public boolean matches(Value value, Reading reading) {
      return value instanceof Value.Code one && codes.contains(one.code())
          || value instanceof Value.Codes many && many.codes().stream().anyMatch(codes::contains);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.codes(codes);
    }
  }

  /** One of the texts, without regard to case, blanks and width; kept in normal form. */
  record TextIn(Set<String> texts) implements UnaryTest {
    public TextIn {
      texts = texts.stream().map(Wording::normalise).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean matches(Value value, Reading reading) {
      return value instanceof Value.Words words
              && (texts.contains(Wording.normalise(words.text().zh()))
                  || texts.contains(Wording.normalise(words.text().en())))
          || value instanceof Value.Code code && texts.contains(Wording.normalise(code.code()));
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.texts(texts);
    }
  }

  /** Yes, or no. */
  record Is(boolean yes) implements UnaryTest {
    @Override
    public boolean matches(Value value, Reading reading) {
      return value instanceof Value.Flag flag && flag.yes() == yes;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.flag(yes);
    }
  }

  /**
   * Against another term times a factor; fails when either side has no value.
   *
   * @param factor in millionths; {@link dev.huikuan.domain.Micros#ONE} for dates and times
   */
  record Compared(Comparison comparison, long factor, TermRef ref) implements UnaryTest {
    @Override
    public boolean matches(Value value, Reading reading) {
      return comparison.holds(value, factor, Readings.tested(reading, ref));
    }

    /** False when the other term has no value, so that nothing can be said. */
    boolean canBeSaid(Reading reading) {
      return Readings.tested(reading, ref).isPresent();
    }

    @Override
    public Set<TermRef> reads() {
      return Set.of(ref);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.compared(this);
    }
  }

  /** A list: at least one part passes. Parts are no lists themselves. */
  record AnyOf(List<UnaryTest> parts) implements UnaryTest {
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(Value value, Reading reading) {
      for (UnaryTest part : parts) {
        if (part.matches(value, reading)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Set<TermRef> reads() {
      return readsOf(parts);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.anyOf(parts);
    }
  }

  /**
   * {@code not(…)} and {@code !=}: there is a value and no part passes. Never matches unknown;
   * matches <em>not yet</em> only when all parts are words (unknown, known, not yet).
   */
  record NoneOf(List<UnaryTest> parts) implements UnaryTest {
    public NoneOf {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(Value value, Reading reading) {
      if (value.isUnknown()) {
        return false;
      }
      for (UnaryTest part : parts) {
        boolean comparable = value.isPresent() || part instanceof State;
        if (!comparable
            || part instanceof Compared compared && !compared.canBeSaid(reading)
            || part.matches(value, reading)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Set<TermRef> reads() {
      return readsOf(parts);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.noneOf(parts);
    }
  }

  private static Set<TermRef> readsOf(Collection<UnaryTest> parts) {
    Set<TermRef> all = new LinkedHashSet<>();
    parts.forEach(part -> all.addAll(part.reads()));
    return all;
  }
}
