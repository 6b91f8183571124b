package dev.huikuan.policy.verification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides whether boxes cover a box, and finds what they leave. The box is taken apart along its
 * sides by the box that leaves least, until a part lies in one of them or meets none: the boxes
 * with fewest sides inside come first, as in unit propagation, so that tables of many rows with few
 * conditions each take little work. Exact; work is bounded by an {@link Effort}.
 */
final class CoverSearch {

  /** What came of a search. */
  enum Outcome {
    COVERED,
    UNCOVERED,
    GAVE_UP
  }

  private final Region[] boxes;
  private final Effort effort;
  private final long[] used;
  private boolean gaveUp;

  CoverSearch(List<Region> boxes, Effort effort) {
    this.boxes = boxes.toArray(new Region[0]);
    this.effort = effort;
    this.used = Bits.none(Math.max(1, boxes.size()));
  }

  /** A part of the box with the boxes that meet it, and in which sides each is narrower. */
  private record Part(Region box, int[] meeting, long[] narrower) {}

  /** Whether some part of the box is covered by none. */
  Outcome search(Region box) {
    return each(box, part -> true);
  }

  /** A part of the box that no box covers. */
  Optional<Region> uncovered(Region box) {
    List<Region> parts = new ArrayList<>();
    find(
        box,
        part -> {
          parts.add(part);
          return true;
        });
    return parts.stream().findFirst();
  }

  /** Shows parts that no box covers, each once, until the visitor has seen enough. */
  Outcome each(Region box, Predicate<Region> enough) {
    boolean found = find(box, enough);
    return found ? Outcome.UNCOVERED : gaveUp ? Outcome.GAVE_UP : Outcome.COVERED;
  }

  /** True when the last search ended because its work was used up. */
  boolean gaveUp() {
    return gaveUp;
  }

  /** Places of the boxes that were needed to see that the box is covered. */
  long[] used() {
    return used;
  }

  private boolean find(Region box, Predicate<Region> enough) {
    if (box.isEmpty()) {
      return false;
    }
    int[] all = new int[boxes.length];
    Arrays.setAll(all, i -> i);
    Deque<Part> open = new ArrayDeque<>();
    open.push(part(box, all, new long[all.length], -1L));
    while (!open.isEmpty()) {
      Part part = open.pop();
      if (part.meeting.length == 0) {
        if (enough.test(part.box)) {
          return true;
        }
      } else if (effort.isSpent()) {
        gaveUp = true;
        return false;
      } else {
        takeApart(part, open);
      }
    }
    return false;
  }

  private void takeApart(Part part, Deque<Part> open) {
    effort.spend(part.meeting.length);
    int taken = best(part);
    Bits.add(used, part.meeting[taken]);
    if (part.narrower[taken] != 0) {
      rests(part, taken).forEach(open::push);
    }
  }

  /** The box that is narrower in fewest sides; of equals the one that covers most. */
  private int best(Part part) {
    int best = 0;
    int fewest = Integer.MAX_VALUE;
    double most = -1;
    for (int i = 0; i < part.meeting.length; i++) {
      int sides = Long.bitCount(part.narrower[i]);
      if (sides > fewest) {
        continue;
      }
      if (sides == 0) {
        return i;
      }
      double share = share(part, i);
      if (sides < fewest || share > most) {
        best = i;
        fewest = sides;
        most = share;
      }
    }
    return best;
  }

  private double share(Part part, int i) {
    double share = 1;
    Region box = boxes[part.meeting[i]];
    for (long sides = part.narrower[i]; sides != 0; sides &= sides - 1) {
      int d = Long.numberOfTrailingZeros(sides);
      share *=
          (double) Bits.countBoth(box.side(d), part.box.side(d)) / Bits.count(part.box.side(d));
    }
    return share;
  }

  /** What one box leaves of a part, side by side; those that fewest boxes meet come last. */
  private List<Part> rests(Part part, int taken) {
    List<Part> rests = new ArrayList<>();
    Region box = boxes[part.meeting[taken]];
    Part inside = part;
    for (long sides = part.narrower[taken]; sides != 0; sides &= sides - 1) {
      int d = Long.numberOfTrailingZeros(sides);
      long[] side = inside.box.side(d);
      Region outside = inside.box.with(d, Bits.without(side, box.side(d)));
      rests.add(part(outside, inside.meeting, inside.narrower, 1L << d));
      if ((sides & sides - 1) != 0) {
        Region within = inside.box.with(d, Bits.both(side, box.side(d)));
        inside = part(within, inside.meeting, inside.narrower, 1L << d);
      }
    }
    rests.sort(Comparator.comparingInt((Part rest) -> rest.meeting.length).reversed());
    return rests;
  }

  /** The part of those boxes that meet it; only the changed sides are looked at again. */
  private Part part(Region box, int[] meeting, long[] narrower, long changed) {
    int[] still = new int[meeting.length];
    long[] sides = new long[meeting.length];
    int count = 0;
    long own = changed & (1L << box.sides().size()) - 1;
    for (int i = 0; i < meeting.length; i++) {
      Region other = boxes[meeting[i]];
      long narrow = narrower[i] & ~changed;
      boolean meets = true;
      for (long rest = own; rest != 0 && meets; rest &= rest - 1) {
        int d = Long.numberOfTrailingZeros(rest);
        if (!Bits.within(box.side(d), other.side(d))) {
          narrow |= 1L << d;
          meets = Bits.meet(box.side(d), other.side(d));
        }
      }
      if (meets) {
        still[count] = meeting[i];
        sides[count++] = narrow;
      }
    }
    effort.spend(meeting.length);
    return new Part(box, Arrays.copyOf(still, count), Arrays.copyOf(sides, count));
  }
}
