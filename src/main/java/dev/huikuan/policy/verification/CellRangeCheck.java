package dev.huikuan.policy.verification;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.DecisionTable;
import java.util.List;

/** Conditions that no value of their term can meet, though each number in them is allowed. */
final class CellRangeCheck {

  private final TableCheck check;

  CellRangeCheck(TableCheck check) {
    this.check = check;
  }

  void run() {
    for (int row = 0; row < check.regions().rows(); row++) {
      for (Dimension dimension : check.regions().dimensions()) {
        if (Bits.isEmpty(dimension.possibleCells()[row])) {
          check.findings().add(finding(row, dimension));
        }
      }
    }
  }

  private Finding finding(int row, Dimension dimension) {
    DecisionTable.Row at = check.regions().row(row);
    Wordings words = new Wordings(dimension);
    Text values = words.values(dimension.known());
    Text expected =
        new Text(words.label().zh() + " " + values.zh(), words.label().en() + " " + values.en());
    if (dimension.isPeriods()) {
      return check.about(
          Severities.of(Code.CELL_RANGE),
          Code.CELL_RANGE,
          List.of(row),
          new Text(
              "`" + at.id() + "` 在此表的生效期内从不生效",
              "`" + at.id() + "` is never in force while the table is"),
          expected);
    }
    DecisionTable.InputCell cell = cell(at, dimension);
    Text message =
        new Text(
            "`" + cell.source() + "`：没有任何" + words.label().zh() + "符合，此行永远不会命中",
            "`"
                + cell.source()
                + "`: no value of "
                + words.label().en()
                + " passes, the row can never match");
    return Finding.error(Code.CELL_RANGE, check.sheet() + cell.address(), message)
        .as(Severities.of(Code.CELL_RANGE))
        .about(check.table().code(), List.of(at.id()))
        .found(cell.source(), expected, List.of());
  }

  /** Of several cells of the row that test the same term, the last that says something. */
  private static DecisionTable.InputCell cell(DecisionTable.Row row, Dimension dimension) {
    DecisionTable.InputCell last = row.inputs().get(dimension.columns().get(0));
    for (int column : dimension.columns()) {
      DecisionTable.InputCell cell = row.inputs().get(column);
      last = cell.source().isBlank() ? last : cell;
    }
    return last;
  }
}
