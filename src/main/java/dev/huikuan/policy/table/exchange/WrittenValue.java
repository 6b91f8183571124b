package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.Interval.Axis;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Collectors;

/** Values in the spelling of the policy format. */
final class WrittenValue {

  private static final String NEEDS_QUOTES = "()[],，、;；\"'";

  private WrittenValue() {}

  /** A point of an axis: a number, date or time. */
  static String point(Axis axis, long point, Term term) {
    return switch (axis) {
      case NUMBER -> number(point, term);
      case DATE ->
          point == Long.MIN_VALUE || point == Long.MAX_VALUE
              ? ""
              : LocalDate.ofEpochDay(point).toString();
      case TIME ->
          point == Long.MIN_VALUE || point == Long.MAX_VALUE
              ? ""
              : LocalTime.ofNanoOfDay(point).toString();
    };
  }

  /** A ratio beyond 1 is written as a percent, which nobody takes for a slip. */
  static String number(long micros, Term term) {
    boolean percent = term.type() == TermType.RATIO && Math.abs(micros) > Micros.ONE;
    return percent
        ? Micros.toDecimal(micros).movePointRight(2).stripTrailingZeros().toPlainString() + "%"
        : Micros.toDecimal(micros).toPlainString();
  }

  /** One code or text of a list; in quotes where it holds a sign of the cell language. */
  static String item(String word) {
    boolean plain = word.chars().noneMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
    char quote = word.indexOf('"') >= 0 ? '\'' : '"';
    return plain ? word : quote + word + quote;
  }

  /** One value as an output; texts take two cells and are not written here. */
  static String of(Value value, Term term) {
    if (value instanceof Value.Num number) {
      return number(number.micros(), term);
    }
    if (value instanceof Value.Day day) {
      return day.date().toString();
    }
    if (value instanceof Value.Clock clock) {
      return clock.time().toString();
    }
    if (value instanceof Value.Flag flag) {
      return flag.yes() ? "yes" : "no";
    }
    if (value instanceof Value.Code code) {
      return item(code.code());
    }
    if (value instanceof Value.Codes list) {
      return list.codes().isEmpty()
          ? "none"
          : list.codes().stream().map(WrittenValue::item).collect(Collectors.joining(", "));
    }
    throw new IllegalArgumentException("not written in one cell: " + value);
  }
}
