package dev.huikuan.policy.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Widens a point that no box covers to a largest region that none covers, naming as few conditions
 * as possible: the smallest set of dimensions such that every box misses the point in one of them.
 */
final class Primes {

  /** Up to so many dimensions the smallest set is sought, beyond it a small one. */
  private static final int MOST_TRIED = 16;

  private final List<Region> boxes;
  private final Region within;

  /**
   * @param boxes what covers
   * @param within where the point lies and the region must stay
   */
  Primes(List<Region> boxes, Region within) {
    this.boxes = boxes;
    this.within = within;
  }

  Region around(int[] point) {
    long kept = kept(point);
    Region region = within;
    for (long rest = kept; rest != 0; rest &= rest - 1) {
      int d = Long.numberOfTrailingZeros(rest);
      long[] side = Bits.none(within.side(d).length * 64);
      Bits.add(side, point[d]);
      region = region.with(d, side);
    }
    for (long rest = kept; rest != 0; rest &= rest - 1) {
      region = widened(region, Long.numberOfTrailingZeros(rest), kept);
    }
    return region;
  }

  /** The region with one side as wide as the boxes allow that it meets in all other sides. */
  private Region widened(Region region, int d, long kept) {
    long[] side = within.side(d).clone();
    for (Region box : boxes) {
      if (meetsBut(region, box, d, kept)) {
        for (int i = 0; i < side.length; i++) {
          side[i] &= ~box.side(d)[i];
        }
      }
    }
    return region.with(d, side);
  }

  private boolean meetsBut(Region region, Region box, int but, long kept) {
    for (long rest = kept & ~(1L << but); rest != 0; rest &= rest - 1) {
      int d = Long.numberOfTrailingZeros(rest);
      if (!Bits.meet(region.side(d), box.side(d))) {
        return false;
      }
    }
    return true;
  }

  private long kept(int[] point) {
    Set<Long> misses = new LinkedHashSet<>();
    for (Region box : boxes) {
      misses.add(missed(box, point));
    }
    List<Long> least = new ArrayList<>();
    misses.stream()
        .sorted(java.util.Comparator.comparingInt(Long::bitCount))
        .filter(mask -> least.stream().noneMatch(small -> (small & ~mask) == 0))
        .forEach(least::add);
    long all = least.stream().reduce(0L, (a, b) -> a | b);
    return Long.bitCount(all) <= MOST_TRIED ? smallest(least, all) : small(least);
  }

  private static long missed(Region box, int[] point) {
    long missed = 0;
    for (int d = 0; d < point.length; d++) {
      if (!Bits.has(box.side(d), point[d])) {
        missed |= 1L << d;
      }
    }
    return missed;
  }

  /** The smallest set that has a member of each; of equal ones the first dimensions. */
  private static long smallest(List<Long> sets, long members) {
    long best = members;
    for (long some = members; ; some = some - 1 & members) {
      if (Long.bitCount(some) <= Long.bitCount(best) && hitsAll(some, sets)) {
        best = some;
      }
      if (some == 0) {
        return best;
      }
    }
  }

  private static boolean hitsAll(long some, List<Long> sets) {
    for (long set : sets) {
      if ((set & some) == 0) {
        return false;
      }
    }
    return true;
  }

  /** A set that has a member of each, and none to spare. */
  private static long small(List<Long> sets) {
    long kept = 0;
    for (long set : sets) {
      if ((set & kept) == 0) {
        kept |= Long.lowestOneBit(set);
      }
    }
    for (long rest = kept; rest != 0; rest &= rest - 1) {
      long without = kept & ~Long.lowestOneBit(rest);
      if (hitsAll(without, sets)) {
        kept = without;
      }
    }
    return kept;
  }
}
