package dev.huikuan.policy;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.table.Complaints;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.ListSheet;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.SheetWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Catalogue sheet before its columns are checked: its name, codes and labels. The columns of one
 * catalogue name codes of others, so all are read first.
 *
 * @param lines by code, in their order
 */
record CatalogueSheet(
    String name, String location, Map<String, ListSheet.Line> lines, Map<String, Text> labels) {

  static final String DISABLED = "Disabled";
  private static final String LABEL = "Label";

  static final SheetWords<String> NAMES =
      new SheetWords<String>()
          .with("actions", "actions", "动作")
          .with("holds", "holds", "保留事项", "保留")
          .with("alerts", "alerts", "提示")
          .with("advice", "advice", "建议")
          .with("roles", "roles", "角色");

  private static final Map<String, String[]> CHINESE =
      Map.ofEntries(
          Map.entry(CatalogueColumns.KIND, new String[] {"类别", "种类"}),
          Map.entry(CatalogueColumns.DUNNING_LEVEL, new String[] {"级别", "催款级别"}),
          Map.entry(CatalogueColumns.CHANNEL, new String[] {"渠道"}),
          Map.entry(CatalogueColumns.TONE, new String[] {"语气"}),
          Map.entry(CatalogueColumns.OWNER_ROLE, new String[] {"责任角色", "负责角色"}),
          Map.entry(CatalogueColumns.DUE_DAYS, new String[] {"办理期限", "期限天数"}),
          Map.entry(CatalogueColumns.COST, new String[] {"成本"}),
          Map.entry(CatalogueColumns.NEEDS_EVIDENCE, new String[] {"需要证据"}),
          Map.entry(CatalogueColumns.COORDINATE_WITH, new String[] {"协同角色"}),
          Map.entry(CatalogueColumns.INSTRUCTIONS, new String[] {"办理说明", "操作说明"}),
          Map.entry(CatalogueColumns.EFFECT, new String[] {"效果"}),
          Map.entry(CatalogueColumns.BLOCKS, new String[] {"禁止", "阻止"}),
          Map.entry(CatalogueColumns.INSTEAD, new String[] {"改做", "替代动作"}),
          Map.entry(CatalogueColumns.REVIEW_DAYS, new String[] {"复核天数"}),
          Map.entry(CatalogueColumns.TEXT, new String[] {"文本", "说明"}),
          Map.entry(CatalogueColumns.SEVERITY, new String[] {"严重程度"}));

  /** Reads names, codes and labels; empty when the sheet is no catalogue that is known. */
  static Optional<CatalogueSheet> read(Grid grid, Complaints complaints) {
    RawCell cell = grid.cell(grid.firstRow(), 2);
    Optional<String> name = NAMES.find(cell.text());
    if (name.isEmpty()) {
      complaints.unknown(
          Code.HEAD,
          cell,
          new Text("没有名为 `" + cell.text() + "` 的目录", "there is no catalogue `" + cell.text() + "`"),
          Text.same("actions, holds, alerts, advice, roles"),
          Wording.nearest(cell.text(), NAMES.words()));
      return Optional.empty();
    }
    CatalogueSheet sheet =
        new CatalogueSheet(
            name.get(), grid.location(), new LinkedHashMap<>(), new LinkedHashMap<>());
    List<String> required = List.of(ListSheet.CODE, LABEL + " (zh)", LABEL + " (en)");
    ListSheet.read(grid, words(name.get()), required, complaints)
        .forEach(line -> sheet.add(line, complaints));
    return Optional.of(sheet);
  }

  /** The columns of a catalogue by name. */
  static SheetWords<String> words(String catalogue) {
    SheetWords<String> words = new SheetWords<>();
    ListSheet.name(words, ListSheet.CODE, "代码");
    ListSheet.name(words, DISABLED, "停用");
    ListSheet.namePair(words, LABEL, "名称", "标签");
    for (String column : CatalogueColumns.BY_CATALOGUE.get(catalogue)) {
      if (column.endsWith("*")) {
        String base = column.substring(0, column.length() - 1);
        ListSheet.namePair(words, base, CHINESE.get(base));
      } else {
        ListSheet.name(words, column, CHINESE.get(column));
      }
    }
    return words;
  }

  private void add(ListSheet.Line line, Complaints complaints) {
    RawCell cell = line.cell(ListSheet.CODE);
    String code = cell.text().strip();
    if (!Names.isCode(code)) {
      complaints.error(
          Code.CELL_SYNTAX,
          cell,
          "`" + code + "` 不是代码；代码由大写字母、数字和下划线组成，例如 SITE_VISIT",
          "`"
              + code
              + "` is no code; codes are upper-case letters, digits and underscores, for"
              + " example SITE_VISIT");
      return;
    }
    ListSheet.Line earlier = lines.putIfAbsent(code, line);
    if (earlier != null) {
      complaints.error(
          Code.DUPLICATE,
          cell,
          "代码 `" + code + "` 在 " + earlier.cell(ListSheet.CODE).address() + " 已有；每个代码一行",
          "code `"
              + code
              + "` stands in "
              + earlier.cell(ListSheet.CODE).address()
              + " already; a code has one row");
      return;
    }
    labels.put(code, Names.pair(line, LABEL, true, complaints));
  }

  List<AllowedValue> values() {
    return labels.entrySet().stream()
        .map(entry -> new AllowedValue(entry.getKey(), entry.getValue()))
        .toList();
  }
}
