package dev.huikuan.policy.verification;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Sets of small numbers, of rows or of classes of values, as bits of longs. */
final class Bits {

  private Bits() {}

  static long[] none(int size) {
    return new long[(size + 63) >>> 6];
  }

  static long[] all(int size) {
    long[] bits = none(size);
    Arrays.fill(bits, -1L);
    if ((size & 63) != 0) {
      bits[bits.length - 1] = (1L << size) - 1;
    }
    return bits;
  }

  static boolean has(long[] bits, int member) {
    return (bits[member >>> 6] & 1L << member) != 0;
  }

  static void add(long[] bits, int member) {
    bits[member >>> 6] |= 1L << member;
  }

  static void drop(long[] bits, int member) {
    bits[member >>> 6] &= ~(1L << member);
  }

  static boolean isEmpty(long[] bits) {
    for (long word : bits) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  static int count(long[] bits) {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    return count;
  }

  static int countBoth(long[] one, long[] other) {
    int count = 0;
    for (int i = 0; i < one.length; i++) {
      count += Long.bitCount(one[i] & other[i]);
    }
    return count;
  }

  static boolean meet(long[] one, long[] other) {
    for (int i = 0; i < one.length; i++) {
      if ((one[i] & other[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** True when all of the first are among the second. */
  static boolean within(long[] some, long[] others) {
    for (int i = 0; i < some.length; i++) {
      if ((some[i] & ~others[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  static long[] both(long[] one, long[] other) {
    long[] both = new long[one.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = one[i] & other[i];
    }
    return both;
  }

  static long[] either(long[] one, long[] other) {
    long[] either = new long[one.length];
    for (int i = 0; i < either.length; i++) {
      either[i] = one[i] | other[i];
    }
    return either;
  }

  static long[] without(long[] some, long[] others) {
    long[] rest = new long[some.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = some[i] & ~others[i];
    }
    return rest;
  }

  static void join(long[] into, long[] more) {
    for (int i = 0; i < into.length; i++) {
      into[i] |= more[i];
    }
  }

  static void keep(long[] in, long[] only) {
    for (int i = 0; i < in.length; i++) {
      in[i] &= only[i];
    }
  }

  static int first(long[] bits) {
    return next(bits, 0);
  }

  /** The least member from that number on, or -1. */
  static int next(long[] bits, int from) {
    int word = from >>> 6;
    if (word >= bits.length) {
      return -1;
    }
    long rest = bits[word] & -1L << from;
    while (rest == 0) {
      if (++word == bits.length) {
        return -1;
      }
      rest = bits[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }

  static void each(long[] bits, IntConsumer visit) {
    for (int i = next(bits, 0); i >= 0; i = next(bits, i + 1)) {
      visit.accept(i);
    }
  }

  /** The members from the given number on, as a set of their own that begins at 0. */
  static long[] slice(long[] bits, int from, int size) {
    long[] slice = none(size);
    for (int i = next(bits, from); i >= 0 && i < from + size; i = next(bits, i + 1)) {
      add(slice, i - from);
    }
    return slice;
  }
}
