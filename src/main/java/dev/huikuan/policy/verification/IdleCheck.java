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
 * same reasons. Where a row tests the column, its neighbourhood is walked until two values are found
 * that make a difference; a column is told only when all was walked and none was found.
 */
final class IdleCheck {

  /** Places looked at around one row; a column that matters shows it in the first few. */
  private static final int MOST_PLACES = 2_000;

  private final TableCheck check;
  private final TableRegions regions;
  private final Outcomes outcomes;
  private int places;
  private Set<List<Object>> seen = new HashSet<>();

  IdleCheck(TableCheck check) {
    this.check = check;
    this.regions = check.regions();
    this.outcomes = new Outcomes(regions);
  }

  void run() {
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
    for (int d = 0; d < regions.dimensions().size() && certain; d++) {
      List<Integer> columns = regions.dimensions().get(d).columns();
      if (columns.size() == 1 && !isEmpty(columns.get(0)) && isIdle(d)) {
        report(columns.get(0), false);
      }
    }
  }

  private boolean isEmpty(int column) {
    return check.table().rows().stream()
        .allMatch(row -> row.inputs().get(column).test() instanceof UnaryTest.Anything);
  }

  private boolean isIdle(int d) {
    Dimension dimension = regions.dimensions().get(d);
    seen = new HashSet<>();
    for (int row = 0; row < regions.rows(); row++) {
      if (dimension.isOpen(row) || regions.sure(row).isEmpty()) {
        continue;
      }
      Region around = regions.sure(row).with(d, dimension.all());
      places = 0;
      if (differs(d, 0, around, regions.meeting(around))) {
        return false;
      }
    }
    return true;
  }

  /** True when some place was found where the column matters, or not all places were seen. */
  private boolean differs(int d, int from, Region around, long[] alive) {
    int next = from;
    while (next < regions.dimensions().size() && (next == d || isOpen(next, around, alive))) {
      next++;
    }
    if (!seen.add(List.of(next, new BitsKey(alive)))) {
      return false;
    }
    if (++places > MOST_PLACES || !check.effort().spend(regions.dimensions().size())) {
      return true;
    }
    if (next == regions.dimensions().size()) {
      return outcomes.differ(regions.dimensions().get(d), alive);
    }
    Dimension dimension = regions.dimensions().get(next);
    long[] side = around.side(next);
    for (int c = Bits.first(side); c >= 0; c = Bits.next(side, c + 1)) {
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
                        "column " + idle.letter() + ", " + label.en()
                            + ", never changes the outcome: " + why.en()))
                .as(Severity.INFO)
                .about(check.table().code(), List.of())
                .found(
                    idle.header(), new Text("删去这一列", "delete the column"), List.of()));
  }
}
