package dev.huikuan.policy.verification;

import java.util.ArrayList;
import java.util.List;

/**
 * A box: for each dimension the classes of values that lie inside.
 *
 * @param sides dimension → classes
 */
record Region(List<long[]> sides) {

  static Region of(List<long[]> sides) {
    return new Region(List.copyOf(sides));
  }

  boolean isEmpty() {
    return sides.stream().anyMatch(Bits::isEmpty);
  }

  long[] side(int dimension) {
    return sides.get(dimension);
  }

  Region with(int dimension, long[] side) {
    List<long[]> changed = new ArrayList<>(sides);
    changed.set(dimension, side);
    return of(changed);
  }

  Region and(Region other) {
    List<long[]> both = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      both.add(Bits.both(sides.get(i), other.sides.get(i)));
    }
    return of(both);
  }

  boolean isWithin(Region other) {
    for (int i = 0; i < sides.size(); i++) {
      if (!Bits.within(sides.get(i), other.sides.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean meets(Region other) {
    for (int i = 0; i < sides.size(); i++) {
      if (!Bits.meet(sides.get(i), other.sides.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean isSame(Region other) {
    return isWithin(other) && other.isWithin(this);
  }

  /** One value class of each dimension: the first of each side. */
  int[] corner() {
    return sides.stream().mapToInt(Bits::first).toArray();
  }
}
