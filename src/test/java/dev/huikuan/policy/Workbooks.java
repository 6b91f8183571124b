package dev.huikuan.policy;

import static dev.huikuan.policy.table.RawWorkbook.row;

import dev.huikuan.policy.table.RawWorkbook;

/**
 * One policy of two tables and a parameter sheet as Excel would store it: shared strings, numbers
 * under formats, formulas with their values, merged cells. {@code workbooks/libreoffice.xlsx} is
 * this workbook, opened and saved by LibreOffice 7.4.
 */
final class Workbooks {

  private Workbooks() {}

  static RawWorkbook excel() {
    return new RawWorkbook()
        .formats("0%", "yyyy/m/d", "@", "#14", "0.00%")
        .shared("<t>Decision</t>")
        .shared("<t>risk-tier</t>")
        .shared("<r><rPr><b/><sz val=\"11\"/></rPr><t>逾期</t></r><r><t>天数</t></r>")
        .shared("<t>Hit policy</t>")
        .shared("<t>FIRST</t>")
        .sheet("风险 等级", riskTier(), merges("B6:B7", "B4:E4"))
        .sheet("Due level", dueLevel(), "")
        .sheet("参数", parameters(), "");
  }

  private static String merges(String... regions) {
    StringBuilder merges = new StringBuilder("<mergeCells count=\"" + regions.length + "\">");
    for (String region : regions) {
      merges.append("<mergeCell ref=\"" + region + "\"/>");
    }
    return merges.append("</mergeCells>").toString();
  }

  private static String riskTier() {
    return row(1, "A", "< t=\"s\"><v>0</v>", "B", "< t=\"s\"><v>1</v>")
        + row(2, "A", "< t=\"s\"><v>3</v>", "B", "< t=\"s\"><v>4</v>")
        + row(3, "A", "Effective", "B", "< s=\"2\"><v>46023</v>")
        + row(4, "B", "When", "F", "Then")
        + row(
            5,
            "A",
            "Row",
            "B",
            "< t=\"s\"><v>2</v>",
            "C",
            "按时付款率",
            "D",
            "签约日期",
            "E",
            "禁止联系",
            "F",
            "风险等级")
        + row(
            6,
            "A",
            "R-10",
            "B",
            "< s=\"3\" t=\"inlineStr\"><is><t>31..60</t></is>",
            "C",
            "< s=\"1\"><v>0.07000000000000001</v>",
            "D",
            "< s=\"4\"><v>46054</v>",
            "E",
            "< t=\"b\"><v>0</v>",
            "F",
            "E")
        + row(7, "A", "R-20", "C", "≤ 50%", "F", "D")
        + row(
            9, "A", "R-30", "B", "< t=\"str\"><f>\"&gt;= \"&amp;30*3</f><v>&gt;= 90</v>", "F", "C")
        + row(10, "A", "R-40", "B", "<><f>2*10</f><v>20</v>", "F", "B")
        + row(11, "A", "R-90", "F", "A");
  }

  private static String dueLevel() {
    return row(1, "A", "决策", "B", "dunning-level")
        + row(2, "A", "命中策略", "B", "F")
        + row(4, "B", "条件", "D", "结果")
        + row(5, "A", "行号", "B", "未收余额", "C", "风险等级", "D", "应催级别")
        + row(6, "A", "D-1", "B", "<><v>123456789012</v>", "D", 5)
        + row(7, "A", "D-2", "B", "≥ 10万", "C", "D, E", "D", 3)
        + row(8, "A", "D-9", "D", 1);
  }

  private static String parameters() {
    return row(1, "A", "参数")
        + row(2, "A", "代码", "B", "值", "C", "生效日期", "D", "来源")
        + row(3, "A", "costOfCapitalPercent", "B", "< s=\"1\"><v>0.07000000000000001</v>")
        + row(
            4,
            "A",
            "costOfCapitalPercent",
            "B",
            "< s=\"5\"><v>8.5000000000000006E-2</v>",
            "C",
            "< s=\"4\"><v>46023</v>",
            "D",
            "board")
        + row(5, "A", "materiality", "B", 25);
  }
}
