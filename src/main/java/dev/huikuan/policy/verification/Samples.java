package dev.huikuan.policy.verification;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.Interval;
import dev.huikuan.policy.table.ValueSet;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** One value of a set, as plain as the set has: whole before broken, near before far. */
final class Samples {

  private static final long SECOND = 1_000_000_000L;

  private Samples() {}

  static Value of(ValueSet set) {
    if (set instanceof ValueSet.One one) {
      return one.value();
    }
    if (set instanceof ValueSet.AnyOther other) {
      return Value.code(other(other));
    }
    if (set instanceof ValueSet.Lists lists) {
      return Value.codes(List.copyOf(new java.util.TreeSet<>(lists.present())));
    }
    if (set instanceof ValueSet.Stretch stretch) {
      return value(stretch.axis(), point(stretch));
    }
    return set == ValueSet.Absent.NOT_YET ? Value.NOT_YET : Value.UNKNOWN;
  }

  /** A word that no cell names. */
  private static String other(ValueSet.AnyOther other) {
    String word = "OTHER";
    while (other.named().contains(word)
        || other.named().contains(dev.huikuan.domain.Wording.normalise(word))) {
      word += "X";
    }
    return word;
  }

  private static Value value(Interval.Axis axis, long point) {
    return switch (axis) {
      case NUMBER -> Value.number(point);
      case DATE -> Value.date(LocalDate.ofEpochDay(point));
      case TIME -> Value.time(LocalTime.ofNanoOfDay(point));
    };
  }

  static long point(ValueSet.Stretch stretch) {
    return switch (stretch.axis()) {
      case NUMBER -> number(stretch.first(), stretch.last());
      case DATE -> nearest(stretch, LocalDate.of(2026, 1, 1).toEpochDay());
      case TIME -> roundest(stretch.first(), stretch.last(), 60 * SECOND, SECOND, 1_000_000);
    };
  }

  /** Zero if it lies inside, else the least round number, or the greatest of those below zero. */
  private static long number(long first, long last) {
    if (first <= 0 && last >= 0) {
      return 0;
    }
    return last < 0
        ? -roundest(-last, -first, Micros.ONE, 100_000, 10_000, 1_000, 100, 10)
        : roundest(first, last, Micros.ONE, 100_000, 10_000, 1_000, 100, 10);
  }

  private static long roundest(long first, long last, long... steps) {
    for (long step : steps) {
      long up = -Math.floorDiv(-first, step) * step;
      if (up <= last) {
        return up;
      }
    }
    return first;
  }

  private static long nearest(ValueSet.Stretch stretch, long to) {
    return Math.max(stretch.first(), Math.min(stretch.last(), to));
  }
}
