package dev.huikuan.policy.verification;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.ValueSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** A decision table as regions: each row the box of values that it matches. */
final class TableRegions {

  private final DecisionTable table;
  private final List<Dimension> dimensions;
  private final Meetings meetings;
  private final List<Region> sure;
  private final List<Region> possible;
  private final RowKeys keys;
  private final boolean hasDefault;

  private TableRegions(DecisionTable table, List<Dimension> dimensions) {
    this.table = table;
    this.dimensions = dimensions;
    this.meetings = new Meetings(dimensions, rows());
    this.sure = regions(Dimension::sureCells);
    this.possible = regions(Dimension::possibleCells);
    this.keys = RowKeys.of(table, dimensions);
    this.hasDefault = table.defaultRow().isPresent();
  }

  static TableRegions of(DecisionTable table, Optional<Catalogue> actions) {
    return new TableRegions(table, Dimensions.of(table, actions));
  }

  DecisionTable table() {
    return table;
  }

  int rows() {
    return table.rows().size();
  }

  DecisionTable.Row row(int row) {
    return table.rows().get(row);
  }

  List<Dimension> dimensions() {
    return dimensions;
  }

  private List<Region> regions(Function<Dimension, long[][]> cells) {
    List<Region> regions = new ArrayList<>();
    for (int row = 0; row < rows(); row++) {
      int at = row;
      regions.add(Region.of(dimensions.stream().map(d -> cells.apply(d)[at]).toList()));
    }
    return regions;
  }

  /** What a row matches whatever other terms are. */
  Region sure(int row) {
    return sure.get(row);
  }

  List<Region> sure() {
    return sure;
  }

  /** What a row may match. */
  Region possible(int row) {
    return possible.get(row);
  }

  List<Region> possible() {
    return possible;
  }

  RowKeys keys() {
    return keys;
  }

  /** Every value that there is. */
  Region everything() {
    return Region.of(dimensions.stream().map(Dimension::all).toList());
  }

  /**
   * Every value that is known, on the days that count: nothing is said of the time before the first
   * row begins that is dated.
   */
  Region known() {
    return Region.of(dimensions.stream().map(this::known).toList());
  }

  private long[] known(Dimension dimension) {
    LongStream begins =
        table.rows().stream()
            .flatMap(r -> r.effective().from().stream())
            .mapToLong(LocalDate::toEpochDay);
    long begin = dimension.isPeriods() ? begins.min().orElse(Long.MIN_VALUE) : Long.MIN_VALUE;
    long[] known = dimension.known().clone();
    for (int c = 0; c < dimension.size() && dimension.isPeriods(); c++) {
      if (dimension.classes().get(c).get(0) instanceof ValueSet.Stretch stretch
          && stretch.first() < begin) {
        Bits.drop(known, c);
      }
    }
    return known;
  }

  /** Rows that match some value of a row's region for sure. */
  long[] meeting(Region region) {
    return meetings.of(region);
  }

  /** True when the row's answer depends on a term that it compares with. */
  boolean isUncertain(int row) {
    return !sure.get(row).isSame(possible.get(row));
  }

  /** The row that decides only where no other matches ({@link DecisionTable#defaultRow()}). */
  boolean isOtherwise(int row) {
    return hasDefault && row == rows() - 1;
  }

  /** The last row when all of its cells are empty, under any hit policy. */
  boolean isDefault(int row) {
    return row == rows() - 1
        && table.rows().get(row).effective().isAlways()
        && dimensions.stream().allMatch(d -> d.isOpen(row));
  }
}
