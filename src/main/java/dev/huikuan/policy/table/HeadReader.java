package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable.NoMatch;
import dev.huikuan.policy.table.TableHead.Line;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the lines above the rows of a decision table by their labels, in any order. */
final class HeadReader {

  static final SheetWords<Boolean> ROW = new SheetWords<Boolean>().with(true, "Row", "行号");

  private static final SheetWords<NoMatch> NO_MATCH =
      new SheetWords<NoMatch>()
          .with(NoMatch.REFER, "REFER", "转人工")
          .with(NoMatch.NOTHING, "NOTHING", "无", "不处理");

  private final Grid grid;
  private final Vocabulary vocabulary;
  private final Complaints complaints;
  private final Map<Line, Integer> lines = new EnumMap<>(Line.class);
  private int bandRow;
  private int headerRow;

  HeadReader(Grid grid, Vocabulary vocabulary, Complaints complaints) {
    this.grid = grid;
    this.vocabulary = vocabulary;
    this.complaints = complaints;
  }

  TableHead read() {
    findLines();
    RawCell decision = cell(Line.DECISION, 2);
    String code = decision.text().strip();
    complaints.about(code);
    if (code.isEmpty()) {
      complaints.error(
          Code.HEAD,
          decision,
          "缺少决策名称；请在 `决策` 右边写一个名称，例如 next-action",
          "the decision has no name; write one beside `Decision`, for example next-action");
    }
    return new TableHead(
        code,
        label(code),
        hitPolicy(),
        cell(Line.HIT_POLICY, 2).location(),
        SheetDates.period(cell(Line.EFFECTIVE, 2), cell(Line.EFFECTIVE, 3), vocabulary, complaints),
        cell(Line.DESCRIPTION, 2).text(),
        noMatch(),
        cell(Line.DECISION, 1).location(),
        bandRow,
        headerRow);
  }

  private void findLines() {
    for (int row : grid.rows().keySet()) {
      RawCell first = grid.cell(row, 1);
      Optional<Line> line = TableHead.LINES.find(first.text());
      if (ROW.find(first.text()).isPresent()) {
        headerRow = row;
        return;
      }
      if (line.isPresent()) {
        keep(line.get(), row, first);
      } else if (Bands.isBandRow(grid, row)) {
        bandRow = row;
      } else if (bandRow > 0) {
        return;
      } else if (!first.isBlank()) {
        unknownLine(first);
      }
    }
  }

  private void keep(Line line, int row, RawCell first) {
    Integer earlier = lines.putIfAbsent(line, row);
    if (earlier != null) {
      String cell = new Address(earlier, 1).written();
      complaints.error(
          Code.DUPLICATE,
          first,
          "`" + first.text() + "` 在 " + cell + " 已经写过；请只保留一处",
          "`" + first.text() + "` stands in " + cell + " already; keep one of them");
    }
  }

  private void unknownLine(RawCell first) {
    List<String> near = TableHead.LINES.nearest(first.text());
    if (near.isEmpty()) {
      complaints.info(
          Code.HEAD,
          first.location(),
          "表头中的 `" + first.text() + "` 不起作用，已忽略",
          "`" + first.text() + "` means nothing in the head of a table and is ignored");
      return;
    }
    complaints.unknown(
        Code.HEAD,
        first,
        new Text("表头不认识 `" + first.text() + "`", "the head knows no `" + first.text() + "`"),
        new Text("决策、命中策略、生效期、说明、无匹配", "Decision, Hit policy, Effective, Description, No match"),
        near);
  }

  /** A cell of a line; where the line is missing, the cell of the sheet's first row. */
  private RawCell cell(Line line, int column) {
    Integer row = lines.get(line);
    if (row == null) {
      return RawCell.blank(new Address(1, 1).written(), grid.location());
    }
    return grid.cell(row, column);
  }

  /** The two labels beside the code, told apart by their script; the code where one is missing. */
  private Text label(String code) {
    String zh = "";
    String en = "";
    for (int column = 3; column <= 4; column++) {
      String text = cell(Line.DECISION, column).text().strip();
      if (lines.containsKey(Line.DECISION) && !text.isEmpty()) {
        boolean han =
            text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        zh = han ? text : zh;
        en = han ? en : text;
      }
    }
    return new Text(zh.isEmpty() ? code : zh, en.isEmpty() ? code : en);
  }

  private Optional<HitPolicy> hitPolicy() {
    RawCell cell = cell(Line.HIT_POLICY, 2);
    if (cell.isBlank()) {
      complaints.unknown(
          Code.HEAD,
          cell,
          new Text(
              "缺少命中策略；常用 UNIQUE、FIRST、RULE ORDER 或 COLLECT",
              "the hit policy is missing; the usual ones are UNIQUE, FIRST, RULE ORDER and"
                  + " COLLECT"),
          HitPolicy.all(),
          List.of());
      return Optional.empty();
    }
    Optional<HitPolicy> policy = HitPolicy.named(cell.text());
    if (policy.isEmpty()) {
      List<String> names =
          java.util.Arrays.stream(HitPolicy.values()).map(HitPolicy::written).toList();
      complaints.unknown(
          Code.HEAD,
          cell,
          new Text("没有命中策略 `" + cell.text() + "`", "no hit policy `" + cell.text() + "`"),
          HitPolicy.all(),
          dev.huikuan.domain.Wording.nearest(cell.text(), names));
    }
    return policy;
  }

  private NoMatch noMatch() {
    RawCell cell = cell(Line.NO_MATCH, 2);
    if (cell.isBlank()) {
      return NoMatch.DEFAULT;
    }
    Optional<NoMatch> noMatch = NO_MATCH.find(cell.text());
    if (noMatch.isEmpty()) {
      complaints.unknown(
          Code.HEAD,
          cell,
          new Text(
              "`无匹配` 只能写 REFER 或 NOTHING，而不是 `" + cell.text() + "`",
              "`No match` takes REFER or NOTHING, not `" + cell.text() + "`"),
          Text.same("REFER, NOTHING"),
          NO_MATCH.nearest(cell.text()));
    }
    return noMatch.orElse(NoMatch.DEFAULT);
  }
}
