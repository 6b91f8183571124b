package dev.huikuan.policy.table;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.Bands.Band;
import dev.huikuan.policy.table.DecisionTable.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the header row of a decision table: which column is which term, and the table's level. */
final class HeaderReader {

  /** Columns of the layout itself. */
  private enum Own {
    FROM,
    UNTIL,
    REASON_ZH,
    REASON_EN,
    NOTE
  }

  private static final SheetWords<Own> OWN =
      new SheetWords<Own>()
          .with(Own.FROM, "Effective from", "生效", "生效日期", "生效日")
          .with(Own.UNTIL, "Effective until", "失效", "失效日期", "失效日");

  private static final SheetWords<Own> NOTES =
      new SheetWords<Own>()
          .with(Own.REASON_ZH, "Reason (zh)", "理由（中文）", "理由（zh）", "理由（中）", "原因（中文）")
          .with(Own.REASON_EN, "Reason (en)", "理由（英文）", "理由（en）", "理由（英）", "原因（英文）")
          .with(Own.REASON_ZH, "中文理由")
          .with(Own.REASON_EN, "英文理由")
          .with(Own.NOTE, "Note", "备注");

  private final Grid grid;
  private final TableHead head;
  private final Vocabulary vocabulary;
  private final Complaints complaints;
  private final HeaderNames names;
  private final Map<Own, Integer> own = new TreeMap<>();
  private final List<RawCell> whenCells = new ArrayList<>();
  private int thenColumns;
  private final List<Columns.Output> outputs = new ArrayList<>();
  private final Map<String, RawCell> decided = new LinkedHashMap<>();
  private final Map<String, Map<Language, RawCell>> pairs = new LinkedHashMap<>();

  HeaderReader(Grid grid, TableHead head, Vocabulary vocabulary, Complaints complaints) {
    this.grid = grid;
    this.head = head;
    this.vocabulary = vocabulary;
    this.complaints = complaints;
    this.names = new HeaderNames(vocabulary, complaints);
  }

  Columns read() {
    Bands bands = Bands.read(grid, head.bandRow(), complaints);
    for (int column = 2; column <= grid.lastColumn(); column++) {
      RawCell cell = grid.cell(head.headerRow(), column);
      if (cell.isBlank()) {
        headless(column, bands);
      } else if (!own(cell, column, OWN)) {
        Optional<Band> band = bands.of(column);
        if (band.isEmpty()) {
          complaints.error(
              Code.HEAD,
              cell,
              "此列不在任何列组之下；请在上一行写 条件 或 结果",
              "the column stands under no group; write When or Then in the row above");
        } else {
          column(cell, column, band.get());
        }
      }
    }
    finishPairs();
    Level level = level();
    List<Columns.Input> inputs = inputs(level);
    return new Columns(
        level,
        inputs,
        outputs,
        own.getOrDefault(Own.FROM, 0),
        own.getOrDefault(Own.UNTIL, 0),
        own.getOrDefault(Own.REASON_ZH, 0),
        own.getOrDefault(Own.REASON_EN, 0),
        own.getOrDefault(Own.NOTE, 0));
  }

  private void column(RawCell cell, int column, Band band) {
    switch (band) {
      case WHEN -> whenCells.add(cell);
      case THEN -> output(cell, column);
      case NOTES -> {
        if (!own(cell, column, NOTES)) {
          note(cell);
        }
      }
    }
  }

  private boolean own(RawCell cell, int column, SheetWords<Own> words) {
    Optional<Own> known = words.find(cell.text());
    if (known.isPresent() && own.putIfAbsent(known.get(), column) != null) {
      duplicate(cell, grid.cell(head.headerRow(), own.get(known.get())));
    }
    return known.isPresent();
  }

  private void note(RawCell cell) {
    List<String> near = NOTES.nearest(cell.text());
    if (!near.isEmpty()) {
      complaints.unknown(
          Code.HEAD,
          cell,
          new Text("备注栏没有 `" + cell.text() + "` 这一列", "Notes have no column `" + cell.text() + "`"),
          Text.same("Reason (zh), Reason (en), Note"),
          near);
    }
  }

  /** A column without a header must be empty, unless it stands to the right of the table. */
  private void headless(int column, Bands bands) {
    boolean within = false;
    for (int next = column + 1; next <= grid.lastColumn(); next++) {
      within |= !grid.cell(head.headerRow(), next).isBlank();
    }
    for (int row = head.headerRow() + 1; within && row <= grid.lastRow(); row++) {
      RawCell cell = grid.cell(row, column);
      if (!cell.isBlank() && bands.of(column).filter(band -> band != Band.NOTES).isPresent()) {
        complaints.error(
            Code.HEAD,
            grid.cell(head.headerRow(), column),
            "此列有内容（" + cell.address() + "）却没有标题；请写上词条名称或清空此列",
            "the column holds something ("
                + cell.address()
                + ") but has no header; name its term"
                + " or clear it");
        return;
      }
    }
  }

  private void duplicate(RawCell cell, RawCell earlier) {
    complaints.error(
        Code.DUPLICATE,
        cell,
        "与 " + earlier.address() + " 重复；每个结果列只能出现一次",
        "the same column as " + earlier.address() + "; each may stand once");
  }

  private void output(RawCell cell, int column) {
    thenColumns++;
    Optional<Bilingual> half = Bilingual.of(cell.text());
    boolean named = vocabulary.named(cell.text()).isPresent();
    String header = half.isPresent() && !named ? withoutLanguages(cell.text()) : cell.text();
    Optional<TermRef> ref = names.decided(cell, header);
    if (ref.isEmpty() || !isDecided(ref.get().term(), cell)) {
      return;
    }
    String code = ref.get().code();
    if (ref.get().term().type() == TermType.TEXT) {
      Map<Language, RawCell> halves = pairs.computeIfAbsent(code, c -> new TreeMap<>());
      if (half.isEmpty()) {
        String fit = code + " (zh), " + code + " (en)";
        complaints.unknown(
            Code.HEAD,
            cell,
            new Text("文本词条要写成两列：" + fit, "a text is written in two columns: " + fit),
            Text.same(fit),
            List.of());
      } else if (halves.putIfAbsent(half.get().language(), cell) != null) {
        duplicate(cell, halves.get(half.get().language()));
      }
      return;
    }
    RawCell earlier = decided.putIfAbsent(code, cell);
    if (earlier != null) {
      duplicate(cell, earlier);
    } else {
      outputs.add(new Columns.Output(written(ref.get(), cell), column, 0));
    }
  }

  /** The header with the language taken off each of its names. */
  private static String withoutLanguages(String header) {
    List<String> bare = new ArrayList<>();
    for (String part : header.split("[/／\\n\\r]")) {
      bare.add(Bilingual.of(part).map(Bilingual::base).orElse(part));
    }
    return String.join("/", bare);
  }

  private boolean isDecided(Term term, RawCell cell) {
    Text origin =
        switch (term.origin()) {
          case DECIDED -> Text.EMPTY;
          case GIVEN -> new Text("由案件给出", "is given in the case");
          case DERIVED -> new Text("由系统计算", "is computed by the product");
          case RULE -> new Text("由规则（DRL）设定", "is set by rules (DRL)");
          case PARAMETER -> new Text("是参数", "is a parameter");
        };
    if (term.origin() == Origin.DECIDED) {
      return true;
    }
    complaints.unknown(
        Code.HEAD,
        cell,
        new Text(
            "`" + term.code() + "` " + origin.zh() + "，决策表不能决定它",
            "`" + term.code() + "` " + origin.en() + "; a table cannot decide it"),
        new Text("来源为 decided 的词条", "a term whose origin is decided"),
        List.of());
    return false;
  }

  private void finishPairs() {
    pairs.forEach(
        (code, halves) -> {
          if (halves.isEmpty()) {
            return;
          }
          RawCell any = halves.values().iterator().next();
          if (halves.size() < 2) {
            Language missing = halves.containsKey(Language.ZH) ? Language.EN : Language.ZH;
            String column = code + " (" + missing.tag() + ")";
            complaints.error(
                Code.MISSING_TEXT,
                any,
                "缺少另一种语言的列 `" + column + "`",
                "the column of the other language is missing: `" + column + "`");
          } else {
            Term term = vocabulary.get(code);
            RawCell zh = halves.get(Language.ZH);
            int english = Address.parse(halves.get(Language.EN).address()).column();
            Column column = written(new TermRef(term, term.level()), zh);
            int at = Address.parse(zh.address()).column();
            decided.put(code, any);
            outputs.add(new Columns.Output(column, at, english));
          }
        });
  }

  private static Column written(TermRef ref, RawCell header) {
    int column = Address.parse(header.address()).column();
    return new Column(ref, Address.letters(column), header.text());
  }

  /** The level of the terms decided; one for a table. */
  private Level level() {
    Level level = Level.ACCOUNT;
    for (int i = 0; i < outputs.size(); i++) {
      TermRef ref = outputs.get(i).column().term();
      RawCell cell = decided.get(ref.code());
      if (i > 0 && ref.level() != level) {
        String first = outputs.get(0).column().term().code();
        complaints.error(
            Code.HEAD,
            cell,
            "`" + ref.code() + "` 与 `" + first + "` 不在同一层；请拆成两个决策表",
            "`" + ref.code() + "` is of another level than `" + first + "`; make two tables");
      } else if (ref.level() == Level.CONTRACT) {
        complaints.error(
            Code.HEAD,
            cell,
            "决策表不能决定合同层的词条 `" + ref.code() + "`；请改为客户层或应收款层",
            "a table cannot decide a contract's term, `"
                + ref.code()
                + "`; use account or"
                + " receivable");
      } else {
        level = ref.level();
      }
    }
    if (thenColumns == 0) {
      noOutput();
    }
    return level;
  }

  private void noOutput() {
    complaints.error(
        Code.HEAD,
        grid.cell(head.headerRow(), 1),
        "没有可用的结果列；请在 结果 之下写出要决定的词条",
        "no column decides anything; name a term under Then");
  }

  private List<Columns.Input> inputs(Level level) {
    List<Columns.Input> inputs = new ArrayList<>();
    for (RawCell cell : whenCells) {
      int column = Address.parse(cell.address()).column();
      names
          .resolve(cell, cell.text(), level)
          .ifPresent(ref -> inputs.add(new Columns.Input(written(ref, cell), column)));
    }
    return inputs;
  }
}
