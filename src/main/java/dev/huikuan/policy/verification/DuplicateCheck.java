package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that say the same as an earlier row: equal conditions, equal results. The default row, which
 * is for what the others leave, repeats none.
 */
final class DuplicateCheck {

  private final TableCheck check;

  DuplicateCheck(TableCheck check) {
    this.check = check;
  }

  /** The rows that repeat another. */
  long[] run() {
    TableRegions regions = check.regions();
    long[] duplicates = Bits.none(regions.rows());
    Map<List<Object>, Integer> seen = new HashMap<>();
    for (int row = 0; row < regions.rows(); row++) {
      List<Object> key = List.of(regions.keys().conditions(row, -1), regions.keys().outputs()[row]);
      Integer first = seen.putIfAbsent(key, row);
      if (first != null && !regions.isOtherwise(row) && !regions.possible(row).isEmpty()) {
        Bits.add(duplicates, row);
        report(row, first);
      }
    }
    return duplicates;
  }

  private void report(int row, int first) {
    String id = "`" + check.regions().row(row).id() + "`";
    String other = "`" + check.regions().row(first).id() + "`";
    check
        .findings()
        .add(
            check
                .about(
                    Severities.duplicate(check.table().hitPolicy()),
                    Code.DUPLICATE,
                    List.of(row, first),
                    new Text(
                        id + " 与 " + other + " 的条件和结果完全相同",
                        id + " has the same conditions and results as " + other),
                    new Text("删去其中一行", "delete one of the two"))
                .shownBy(check.examples().in(check.regions().possible(row))));
  }
}
