package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an output entry says: a literal, or a small expression over terms and parameters. */
public sealed interface OutputEntry {

  /** The value, or {@link Value#UNKNOWN} when an argument that it needs is unknown. */
  Value value(Reading reading);

  /** Terms and parameters that the cell names. */
  default Set<TermRef> reads() {
    return Set.of();
  }

  /** Codes of the parameters that the cell reads {@code @accrual}: where they change, it does. */
  default Set<String> accruesBy() {
    return Set.of();
  }

  /** A constant; texts with their placeholders as written. */
  record Literal(Value constant) implements OutputEntry {
    @Override
    public Value value(Reading reading) {
      return constant;
    }
  }

  /** The value of a term, or of a parameter as of the decision. */
  record TermValue(TermRef ref) implements OutputEntry {
    @Override
    public Value value(Reading reading) {
      return Readings.value(reading, ref);
    }

    @Override
    public Set<TermRef> reads() {
      return Set.of(ref);
    }
  }

  /** {@code param@dateTerm}: a parameter on the date that a term says. */
  record ParameterAt(TermRef parameter, TermRef date) implements OutputEntry {
    @Override
    public Value value(Reading reading) {
      return Readings.value(reading, date) instanceof Value.Day day
          ? Readings.parameter(reading, parameter, day.date())
          : Value.UNKNOWN;
    }

    @Override
    public Set<TermRef> reads() {
      return Set.of(parameter, date);
    }
  }

  /**
   * {@code param@accrual}: interest is computed piece by piece where the parameter changes. Its
   * value is that on the day the reading asks for, the day of the decision unless a piece is.
   */
  record ParameterAtAccrual(TermRef parameter) implements OutputEntry {
    @Override
    public Value value(Reading reading) {
      return Readings.parameter(reading, parameter, reading.accrual());
    }

    @Override
    public Set<TermRef> reads() {
      return Set.of(parameter);
    }

    @Override
    public Set<String> accruesBy() {
      return Set.of(parameter.code());
    }
  }

  /**
   * factor × number + plus, rounded HALF_UP to six decimals, or to a whole number; unknown at 10^12
   * and beyond.
   *
   * @param factor in millionths
   * @param plus in millionths
   */
  record Scaled(long factor, OutputEntry of, long plus, boolean whole) implements OutputEntry {
    @Override
    public Value value(Reading reading) {
      if (!(of.value(reading) instanceof Value.Num number)) {
        return Value.UNKNOWN;
      }
      BigDecimal exact =
          BigDecimal.valueOf(factor, 6)
              .multiply(BigDecimal.valueOf(number.micros(), 6))
              .add(BigDecimal.valueOf(plus, 6));
      BigDecimal rounded = exact.setScale(whole ? 0 : 6, RoundingMode.HALF_UP);
      return rounded.abs().compareTo(Micros.LIMIT) < 0 ? Value.number(rounded) : Value.UNKNOWN;
    }

    @Override
    public Set<TermRef> reads() {
      return of.reads();
    }

    @Override
    public Set<String> accruesBy() {
      return of.accruesBy();
    }
  }

  /** A date so many days later, or earlier. */
  record DaysLater(OutputEntry of, long days) implements OutputEntry {
    @Override
    public Value value(Reading reading) {
      return of.value(reading) instanceof Value.Day day
          ? Value.date(day.date().plusDays(days))
          : Value.UNKNOWN;
    }

    @Override
    public Set<TermRef> reads() {
      return of.reads();
    }
  }

  /** {@code min(…)} or {@code max(…)} of those arguments that have a value. */
  record Extreme(boolean greatest, Interval.Axis axis, List<OutputEntry> arguments)
      implements OutputEntry {
    public Extreme {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Value value(Reading reading) {
      Value best = Value.UNKNOWN;
      for (OutputEntry argument : arguments) {
        Value value = argument.value(reading);
        if (axis.covers(value) && (best.isUnknown() || isBetter(value, best))) {
          best = value;
        }
      }
      return best;
    }

    private boolean isBetter(Value value, Value best) {
      int order = Long.compare(axis.point(value), axis.point(best));
      return greatest ? order > 0 : order < 0;
    }

    @Override
    public Set<TermRef> reads() {
      Set<TermRef> all = new LinkedHashSet<>();
      arguments.forEach(argument -> all.addAll(argument.reads()));
      return all;
    }

    @Override
    public Set<String> accruesBy() {
      Set<String> all = new LinkedHashSet<>();
      arguments.forEach(argument -> all.addAll(argument.accruesBy()));
      return all;
    }
  }
}
