package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Finding.Severity;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.UnaryTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns that never change the outcome: whatever stands there, the same results follow for the
 * same reasons. Where a row tests the column, its neighbourhood is walked until two values are
 * found that make a difference; a column is told only when all was walked and none was found.
 */
final class IdleCheck {

  /** Places looked at around one row; a column that matters shows it in the first few. */
  private static final int MOST_PLACES = 2_000;

  /** Rows of a column that may take more, before the column is left undecided. */
  private static final int MOST_GIVEN_UP = 4;

  private final TableCheck check;
  private final TableRegions regions;
  private final Outcomes outcomes;
  private int places;
  private int givenUp;
  private Set<List<Object>> seen = new HashSet<>();

  IdleCheck(TableCheck check) {
    this.check = check;
    this.regions = check.regions();
    this.outcomes = new Outcomes(regions);
  }

  /**
   * @param dead rows that were reported as repeated or masked
   */
  void run(long[] dead) {
    boolean certain = true;
    for (int row = 0; row < regions.rows(); row++) {
      certain &= !regions.isUncertain(row);
    }
    for (Dimension dimension : regions.dimensions()) {
      for (int column : dimension.columns()) {
        if (isEmpty(column)) {
          report(column, true);
        }
      }
    }
    int open = 0;
    for (int d = 0; d < regions.dimensions().size() && certain; d++) {
      List<Integer> columns = regions.dimensions().get(d).columns();
      if (columns.size() == 1 && isTested(d, dead) && !matters(d)) {
        if (givenUp > 0) {
          open++;
        } else {
          report(columns.get(0), false);
        }
      }
    }
    if (open > 0) {
      check.gaveUp(
          Code.IDLE_COLUMN,
          "不影响结果的列：" + open + " 列在规定的工作量内没有查清",
          "columns without effect: " + open + " could not be settled within the allowed work");
    }
  }

  private boolean isEmpty(int column) {
    return check.table().rows().stream()
        .allMatch(row -> row.inputs().get(column).test() instanceof UnaryTest.Anything);
  }

  /** True when a row tests it that has an effect; else what is wrong with the row was said. */
  private boolean isTested(int d, long[] dead) {
    for (int row = 0; row < regions.rows(); row++) {
      if (!Bits.has(dead, row)
          && !regions.dimensions().get(d).isOpen(row)
          && !regions.possible(row).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** True when some place was found where the column matters; else all were seen, or it gave up. */
  private boolean matters(int d) {
    givenUp = 0;
    Dimension dimension = regions.dimensions().get(d);
    for (int row = 0; row < regions.rows() && givenUp < MOST_GIVEN_UP; row++) {
      if (dimension.isOpen(row) || regions.sure(row).isEmpty()) {
        continue;
      }
      Region around = regions.sure(row).with(d, dimension.all());
      places = 0;
      seen = new HashSet<>();
      if (differs(d, 0, around, regions.meeting(around))) {
        return true;
      }
      givenUp += isSpent() ? 1 : 0;
    }
    return false;
  }

  private boolean isSpent() {
    return places > MOST_PLACES || check.effort().isSpent();
  }

  private boolean differs(int d, int from, Region around, long[] alive) {
    int next = from;
    while (next < regions.dimensions().size() && (next == d || isOpen(next, around, alive))) {
      next++;
    }
    if (!seen.add(List.of(next, new BitsKey(alive)))) {
      return false;
    }
    places++;
    check.effort().spend(regions.dimensions().size());
    if (isSpent()) {
      return false;
    }
    if (next == regions.dimensions().size()) {
      return outcomes.differ(regions.dimensions().get(d), alive);
    }
    Dimension dimension = regions.dimensions().get(next);
    long[] side = around.side(next);
    for (int c = Bits.first(side); c >= 0 && !isSpent(); c = Bits.next(side, c + 1)) {
      if (differs(d, next + 1, around, Bits.both(alive, dimension.sure()[c]))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpen(int d, Region around, long[] alive) {
    Dimension dimension = regions.dimensions().get(d);
    for (int row = Bits.first(alive); row >= 0; row = Bits.next(alive, row + 1)) {
      if (!Bits.within(around.side(d), dimension.sureCells()[row])) {
        return false;
      }
    }
    return true;
  }

  private void report(int column, boolean empty) {
    DecisionTable.Column idle = check.table().inputs().get(column);
    String cell = check.table().rows().get(0).inputs().get(column).address();
    Text label = idle.term().term().label();
    Text why =
        empty
            ? new Text("整列是空的", "all its cells are empty")
            : new Text("不论取什么值，结果都一样", "whatever its value, the results are the same");
    check
        .findings()
        .add(
            Finding.error(
                    Code.IDLE_COLUMN,
                    check.sheet() + cell,
                    new Text(
                        idle.letter() + " 列（" + label.zh() + "）从不改变结果：" + why.zh(),
                        "column "
                            + idle.letter()
                            + ", "
                            + label.en()
                            + ", never changes the outcome: "
                            + why.en()))
                .as(Severity.INFO)
                .about(check.table().code(), List.of())
                .found(idle.header(), new Text("删去这一列", "delete the column"), List.of()));
  }
}
