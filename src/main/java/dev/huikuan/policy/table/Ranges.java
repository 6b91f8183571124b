package dev.huikuan.policy.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The points that a test without terms lets pass, as closed intervals that neither touch nor
 * overlap, in order. Unknown and not yet are no points.
 */
record Ranges(List<Range> list) {

  /** A closed interval. */
  record Range(long first, long last) {}

  private static final Ranges NONE = new Ranges(List.of());
  private static final Ranges ALL = new Ranges(List.of(new Range(Long.MIN_VALUE, Long.MAX_VALUE)));

  Ranges {
    list = List.copyOf(list);
  }

  static Ranges of(UnaryTest test) {
    return test.fold(READER);
  }

  /** The days of a period, counted from 1970-01-01. */
  static Ranges of(Period period) {
    long first = period.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
    long last = period.until().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    return first > last ? NONE : new Ranges(List.of(new Range(first, last)));
  }

  private static Ranges union(List<Ranges> parts) {
    List<Range> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(part.list));
    all.sort(Comparator.comparingLong(Range::first));
    List<Range> joined = new ArrayList<>();
    for (Range next : all) {
      int last = joined.size() - 1;
      if (last >= 0 && touches(joined.get(last), next)) {
        Range before = joined.get(last);
        joined.set(last, new Range(before.first, Math.max(before.last, next.last)));
      } else {
        joined.add(next);
      }
    }
    return new Ranges(joined);
  }

  private static boolean touches(Range before, Range next) {
    return before.last == Long.MAX_VALUE || next.first <= before.last + 1;
  }

  private Ranges complement() {
    List<Range> gaps = new ArrayList<>();
    long from = Long.MIN_VALUE;
    for (Range range : list) {
      if (range.first > from) {
        gaps.add(new Range(from, range.first - 1));
      }
      if (range.last == Long.MAX_VALUE) {
        return new Ranges(gaps);
      }
      from = range.last + 1;
    }
    gaps.add(new Range(from, Long.MAX_VALUE));
    return new Ranges(gaps);
  }

  /** Boundaries: points from which on a row's answer is another, over all rows, sorted. */
  static long[] boundaries(List<Ranges> rows) {
    return rows.stream()
        .flatMap(row -> row.list.stream())
        .flatMapToLong(
            range ->
                range.last == Long.MAX_VALUE
                    ? Arrays.stream(new long[] {range.first})
                    : Arrays.stream(new long[] {range.first, range.last + 1}))
        .sorted()
        .distinct()
        .toArray();
  }

  private static final UnaryTest.Cases<Ranges> READER =
      new UnaryTest.Cases<>() {
        @Override
        public Ranges anything() {
          return ALL;
        }

        @Override
        public Ranges state(UnaryTest.State state) {
          return state == UnaryTest.State.KNOWN ? ALL : NONE;
        }

        @Override
        public Ranges within(Interval interval) {
          return interval.first() > interval.last()
              ? NONE
              : new Ranges(List.of(new Range(interval.first(), interval.last())));
        }

        @Override
        public Ranges codes(Set<String> codes) {
          return NONE;
        }

        @Override
        public Ranges texts(Set<String> texts) {
          return NONE;
        }

        @Override
        public Ranges flag(boolean yes) {
          return NONE;
        }

        @Override
        public Ranges compared(UnaryTest.Compared compared) {
          throw new IllegalArgumentException("depends on " + compared.ref().code());
        }

        @Override
        public Ranges anyOf(List<UnaryTest> parts) {
          return union(parts.stream().map(Ranges::of).toList());
        }

        @Override
        public Ranges noneOf(List<UnaryTest> parts) {
          return union(parts.stream().map(Ranges::of).toList()).complement();
        }
      };
}
