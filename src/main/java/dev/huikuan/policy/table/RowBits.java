package dev.huikuan.policy.table;

import java.util.function.IntPredicate;

/** Sets of row numbers as bits of longs. */
final class RowBits {

  private RowBits() {}

  static long[] none(int rows) {
    return new long[(rows + 63) >>> 6];
  }

  static long[] where(int rows, IntPredicate test) {
    long[] bits = none(rows);
    for (int row = 0; row < rows; row++) {
      if (test.test(row)) {
        set(bits, row);
      }
    }
    return bits;
  }

  static void set(long[] bits, int row) {
    bits[row >>> 6] |= 1L << row;
  }

  static void put(long[] bits, int row, boolean member) {
    if (member) {
      set(bits, row);
    } else {
      bits[row >>> 6] &= ~(1L << row);
    }
  }

  static void flip(long[] bits, int row) {
    bits[row >>> 6] ^= 1L << row;
  }

  static boolean get(long[] bits, int row) {
    return (bits[row >>> 6] & 1L << row) != 0;
  }

  /** Keeps in the first what is also in the second. */
  static void and(long[] bits, long[] other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= other[i];
    }
  }

  static void or(long[] bits, long[] other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= other[i];
    }
  }

  static void remove(long[] bits, long[] other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= ~other[i];
    }
  }

  /** The least row from that one on, or -1. */
  static int next(long[] bits, int from) {
    int word = from >>> 6;
    if (word >= bits.length) {
      return -1;
    }
    long rest = bits[word] & -1L << from;
    while (rest == 0) {
      word++;
      if (word == bits.length) {
        return -1;
      }
      rest = bits[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }
}
