package dev.huikuan.policy.table;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column of numbers, dates or times: between two boundaries the same rows pass. */
final class RangeIndex extends ColumnIndex {

  private final Interval.Axis axis;
  private final Regions regions;

  RangeIndex(Interval.Axis axis, List<UnaryTest> tests) {
    super(tests);
    this.axis = axis;
    this.regions = Regions.of(tests.stream().map(Ranges::of).toList());
  }

  @Override
  void keepPresent(Value value, long[] rows) {
    RowBits.and(rows, axis.covers(value) ? regions.at(axis.point(value)) : scan(value));
  }

  @Override
  void cut(Term term, List<ValueClasses.ValueClass> classes) {
    ValueClasses.cut(term, regions, classes);
  }

  /**
   * Boundaries and, for each stretch between two of them, the rows that pass.
   *
   * @param starts first points of the stretches but the first, which has none
   * @param rows one more than starts
   */
  record Regions(long[] starts, List<long[]> rows) {

    static Regions of(List<Ranges> byRow) {
      long[] starts = Ranges.boundaries(byRow);
      List<List<Integer>> flips = new ArrayList<>();
      for (int i = 0; i < starts.length; i++) {
        flips.add(new ArrayList<>());
      }
      for (int row = 0; row < byRow.size(); row++) {
        for (Ranges.Range range : byRow.get(row).list()) {
          flips.get(Arrays.binarySearch(starts, range.first())).add(row);
          if (range.last() != Long.MAX_VALUE) {
            flips.get(Arrays.binarySearch(starts, range.last() + 1)).add(row);
          }
        }
      }
      List<long[]> rows = new ArrayList<>();
      rows.add(RowBits.none(byRow.size()));
      for (List<Integer> atBoundary : flips) {
        long[] next = rows.get(rows.size() - 1).clone();
        atBoundary.forEach(row -> RowBits.flip(next, row));
        rows.add(next);
      }
      return new Regions(starts, List.copyOf(rows));
    }

    /** The stretches between the least and the greatest point, of those that have a point. */
    void cut(
        Interval.Axis axis,
        long least,
        long greatest,
        long step,
        List<ValueClasses.ValueClass> classes) {
      for (int i = 0; i <= starts.length; i++) {
        if (i < starts.length && starts[i] == Long.MIN_VALUE) {
          continue;
        }
        long first = i == 0 ? least : Math.max(least, starts[i - 1]);
        long last = i == starts.length ? greatest : Math.min(greatest, starts[i] - 1);
        long up = step == 1 ? first : -Math.floorDiv(-first, step) * step;
        long down = step == 1 ? last : Math.floorDiv(last, step) * step;
        if (up <= down) {
          classes.add(
              new ValueClasses.ValueClass(new ValueSet.Stretch(axis, up, down), rows.get(i)));
        }
      }
    }

    long[] at(long point) {
      int index = Arrays.binarySearch(starts, point);
      return rows.get(index >= 0 ? index + 1 : -index - 1);
    }
  }
}
