package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;

/**
 * An interval of points on an axis. Points are whole, so that an open end is the neighbour's closed
 * one and every comparison is exact; an unbounded end is the least or greatest long, closed.
 */
public record Interval(Axis axis, long low, boolean lowOpen, long high, boolean highOpen) {

  /** What the points of a column are. */
  public enum Axis {
    /** Millionths. */
    NUMBER,
    /** Days since 1970-01-01. */
    DATE,
    /** Nanoseconds of the day. */
    TIME;

    /** The axis of a term of that type; a bug for types that have no order. */
    public static Axis of(TermType type) {
      if (type.isNumeric()) {
        return NUMBER;
      }
      return switch (type) {
        case DATE -> DATE;
        case TIME -> TIME;
        default -> throw new IllegalArgumentException(type + " has no order");
      };
    }

    /** True when the value lies on this axis. */
    public boolean covers(Value value) {
      return switch (this) {
        case NUMBER -> value instanceof Value.Num;
        case DATE -> value instanceof Value.Day;
        case TIME -> value instanceof Value.Clock;
      };
    }

    /** The point of a value on this axis. */
    public long point(Value value) {
      return switch (this) {
        case NUMBER -> ((Value.Num) value).micros();
        case DATE -> ((Value.Day) value).date().toEpochDay();
        case TIME -> ((Value.Clock) value).time().toNanoOfDay();
      };
    }
  }

  public static Interval single(Axis axis, long point) {
    return new Interval(axis, point, false, point, false);
  }

  /** The points that stand in this relation to the given one; not for NOT_EQUAL. */
  public static Interval of(Axis axis, Comparison comparison, long point) {
    return switch (comparison) {
      case EQUAL -> single(axis, point);
      case LESS -> new Interval(axis, Long.MIN_VALUE, false, point, true);
      case AT_MOST -> new Interval(axis, Long.MIN_VALUE, false, point, false);
      case GREATER -> new Interval(axis, point, true, Long.MAX_VALUE, false);
      case AT_LEAST -> new Interval(axis, point, false, Long.MAX_VALUE, false);
      case NOT_EQUAL -> throw new IllegalArgumentException("not one interval");
    };
  }

  /** The least point inside. */
  public long first() {
    return lowOpen ? low + 1 : low;
  }

  /** The greatest point inside. */
  public long last() {
    return highOpen ? high - 1 : high;
  }

  public boolean contains(long point) {
    return first() <= point && point <= last();
  }

  /**
   * True when no value lies inside.
   *
   * @param whole only whole numbers are values
   */
  public boolean isEmpty(boolean whole) {
    if (!whole || low == Long.MIN_VALUE || high == Long.MAX_VALUE) {
      return first() > last();
    }
    return -Math.floorDiv(-first(), Micros.ONE) > Math.floorDiv(last(), Micros.ONE);
  }
}
