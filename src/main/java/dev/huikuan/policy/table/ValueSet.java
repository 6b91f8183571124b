package dev.huikuan.policy.table;

import dev.huikuan.domain.Value;
import java.util.Set;

/** A set of values of one term that the cells of its column cannot tell apart. */
public sealed interface ValueSet {

  /** All points of an axis from the first to the last, both inside. */
  record Stretch(Interval.Axis axis, long first, long last) implements ValueSet {}

  /** A single code, text, or yes or no. */
  record One(Value value) implements ValueSet {}

  /** Every code or text that no cell names, of a term whose values are open. */
  record AnyOther(Set<String> named) implements ValueSet {
    public AnyOther {
      named = Set.copyOf(named);
    }
  }

  /**
   * Lists of codes that hold these and none of those; other codes make no difference.
   *
   * @param present each stands for itself and for all that the cells name together with it
   */
  record Lists(Set<String> present, Set<String> absent) implements ValueSet {
    public Lists {
      present = Set.copyOf(present);
      absent = Set.copyOf(absent);
    }
  }

  /** No value: unknown, or a date that has not come. */
  enum Absent implements ValueSet {
    UNKNOWN,
    NOT_YET
  }
}
