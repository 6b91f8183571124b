package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Finding.Severity;
import dev.huikuan.domain.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the analysis of a table did not decide: cells that compare terms, work left undone. */
final class UndecidedCheck {

  private static final int SHOWN = 12;

  private final TableCheck check;

  UndecidedCheck(TableCheck check) {
    this.check = check;
  }

  void run() {
    cells();
    for (Text text : check.undecided().values()) {
      add(List.of(), text, new Text("更少的重叠，或拆成两个表", "fewer overlaps, or two tables"));
    }
  }

  private void cells() {
    Set<String> cells = new LinkedHashSet<>();
    Set<Integer> rows = new LinkedHashSet<>();
    for (int row = 0; row < check.regions().rows(); row++) {
      for (Dimension dimension : check.regions().dimensions()) {
        if (dimension.sureCells()[row] != dimension.possibleCells()[row]
            && !new BitsKey(dimension.sureCells()[row])
                .equals(new BitsKey(dimension.possibleCells()[row]))) {
          for (int column : dimension.columns()) {
            cells.add(check.regions().row(row).inputs().get(column).address());
          }
          rows.add(row);
        }
      }
    }
    if (!cells.isEmpty()) {
      List<String> shown = cells.stream().limit(SHOWN).toList();
      String more = cells.size() > SHOWN ? " …" : "";
      add(
          List.copyOf(rows),
          new Text(
              String.join("、", shown) + more + " 与别的词条比较：缺口、重叠和遮盖不计这些单元格",
              String.join(", ", shown)
                  + more
                  + (cells.size() > 1 ? " compare" : " compares")
                  + " terms with each other: gaps, overlaps and masks are told without them"),
          Text.EMPTY);
    }
  }

  private void add(List<Integer> rows, Text message, Text expected) {
    List<String> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(check.regions().row(row).id()));
    check
        .findings()
        .add(
            Finding.error(Code.UNDECIDED, check.table().location(), message)
                .as(Severity.INFO)
                .about(check.table().code(), ids)
                .found("", expected, List.of()));
  }
}
