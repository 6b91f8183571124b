package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.scenario.Coverage;

/** Which rows no scenario hits, for people: table by table, each row at its cell. */
final class CoverageText {

  private static final int LISTED = 20;

  private final Language language;

  CoverageText(Language language) {
    this.language = language;
  }

  /** The rows not hit; empty when there are none, and one line when nothing is hit at all. */
  String rows(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    if (coverage.rows() > 0 && coverage.covered() == 0) {
      return word(
              "没有场景命中任何一行；`check --suggest 文件` 可生成建议的场景",
              "no scenario hits any row; `check --suggest FILE` writes some to start with")
          + "\n\n";
    }
    for (Coverage.Sheet sheet : coverage.tables()) {
      if (!sheet.uncovered().isEmpty()) {
        table(sheet, text);
      }
    }
    return text.toString();
  }

  private void table(Coverage.Sheet sheet, StringBuilder text) {
    int missing = sheet.uncovered().size();
    text.append(
            word(
                "决策表 " + sheet.decision() + "：" + sheet.rows() + " 行中有 " + missing + " 行没有场景命中",
                "table "
                    + sheet.decision()
                    + ": no scenario hits "
                    + missing
                    + " of "
                    + sheet.rows()
                    + (sheet.rows() == 1 ? " row" : " rows")))
        .append('\n');
    for (DecisionTable.Row row : sheet.uncovered().subList(0, Math.min(LISTED, missing))) {
      text.append("  ").append(row.id()).append("  ").append(row.location()).append('\n');
    }
    if (missing > LISTED) {
      int more = missing - LISTED;
      text.append("  ").append(word("另有 " + more + " 行", "and " + more + " more")).append('\n');
    }
    text.append('\n');
  }

  /** The share of rows hit, for the last line; empty when there is no table. */
  String share(Coverage coverage) {
    if (coverage.rows() == 0) {
      return "";
    }
    String percent = coverage.percent().toPlainString();
    String rows = coverage.covered() + "/" + coverage.rows();
    return word(
        "；行覆盖率 " + percent + "%（" + rows + "）", "; row coverage " + percent + " % (" + rows + ")");
  }

  private String word(String zh, String en) {
    return new Text(zh, en).in(language);
  }
}
