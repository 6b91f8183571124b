package dev.huikuan.policy;

import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.CellParser;
import dev.huikuan.policy.table.Complaints;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.ListSheet;
import dev.huikuan.policy.table.ListSheet.Line;
import dev.huikuan.policy.table.Parsed;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.SheetWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Attributes sheets, the product's own vocabulary among them, into terms. */
final class AttributesReader {

  static final SheetWords<String> COLUMNS = columns();

  private static final SheetWords<Level> LEVELS =
      new SheetWords<Level>()
          .with(Level.ACCOUNT, "account", "客户")
          .with(Level.CONTRACT, "contract", "合同")
          .with(Level.RECEIVABLE, "receivable", "应收款", "应收");

  private static final SheetWords<Origin> ORIGINS =
      new SheetWords<Origin>()
          .with(Origin.GIVEN, "given", "给定", "案件给出")
          .with(Origin.DECIDED, "decided", "决策", "决策得出")
          .with(Origin.RULE, "rule", "规则", "规则设定");

  /** What only the product itself may declare. */
  private static final SheetWords<Level> OWN_LEVELS =
      new SheetWords<Level>().with(Level.OPTION, "option");

  private static final SheetWords<Origin> OWN_ORIGINS =
      new SheetWords<Origin>().with(Origin.DERIVED, "derived").with(Origin.PARAMETER, "parameter");

  private final boolean builtIn;
  private final Vocabulary known;
  private final Complaints complaints;
  private final Map<String, String> places = new LinkedHashMap<>();
  private final List<Term> terms = new ArrayList<>();

  /**
   * @param builtIn the sheet is the product's own
   * @param known terms that an attribute must not take the name of
   */
  AttributesReader(boolean builtIn, Vocabulary known, Complaints complaints) {
    this.builtIn = builtIn;
    this.known = known;
    this.complaints = complaints;
  }

  private static SheetWords<String> columns() {
    SheetWords<String> words = new SheetWords<>();
    ListSheet.name(words, ListSheet.CODE, "代码");
    ListSheet.namePair(words, "Label", "名称", "标签");
    ListSheet.name(words, "Level", "层级");
    ListSheet.name(words, "Origin", "来源");
    ListSheet.name(words, "Type", "类型");
    ListSheet.name(words, "Unit", "单位");
    ListSheet.name(words, "Values", "取值");
    ListSheet.name(words, "Min", "最小值");
    ListSheet.name(words, "Max", "最大值");
    ListSheet.name(words, "Where", "路径");
    ListSheet.name(words, "On account", "客户层可读");
    ListSheet.name(words, "Overridable", "可覆盖");
    return words;
  }

  /** Reads a sheet; several sheets add up. */
  void read(Grid grid) {
    List<String> required =
        List.of(ListSheet.CODE, "Label (zh)", "Label (en)", "Level", "Origin", "Type");
    ListSheet.read(grid, COLUMNS, required, complaints)
        .forEach(line -> term(line).ifPresent(terms::add));
  }

  List<Term> terms() {
    return List.copyOf(terms);
  }

  private Optional<Term> term(Line line) {
    String code = line.text(ListSheet.CODE);
    if (!checkCode(code, line.cell(ListSheet.CODE))) {
      return Optional.empty();
    }
    Optional<Level> level = word(line.cell("Level"), LEVELS, OWN_LEVELS);
    Optional<Origin> origin = word(line.cell("Origin"), ORIGINS, OWN_ORIGINS);
    Optional<TermType> type = SheetTypes.read(line.cell("Type"), complaints);
    Text label = Names.pair(line, "Label", true, complaints);
    checkLabel(label, line);
    if (level.isEmpty() || origin.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    AttributeValues values = AttributeValues.read(line.cell("Values"), type.get(), complaints);
    boolean given = origin.get() == Origin.GIVEN;
    String where = line.text("Where");
    return Optional.of(
        new Term(
            code,
            label,
            level.get(),
            flag(line, "On account"),
            origin.get(),
            type.get(),
            line.text("Unit"),
            bound(line.cell("Min"), type.get()),
            bound(line.cell("Max"), type.get()),
            values.catalogue(),
            values.values(),
            where.isEmpty() && given ? "attributes." + code : where,
            flag(line, "Overridable") || !builtIn && origin.get() == Origin.DECIDED));
  }

  private boolean checkCode(String code, RawCell cell) {
    if (!Names.isTerm(code)) {
      complaints.error(
          Code.CELL_SYNTAX,
          cell,
          "`" + code + "` 不是词条代码；以小写字母开头，只用字母和数字，例如 projectType",
          "`"
              + code
              + "` is no code of a term; begin with a lower-case letter, use letters and"
              + " digits only, for example projectType");
      return false;
    }
    String earlier = places.putIfAbsent(code, cell.location());
    if (earlier != null || known.named(code).isPresent()) {
      String zh = earlier != null ? "在 " + earlier + " 已有" : "是系统已有的词条";
      String en =
          earlier != null ? "stands in " + earlier + " already" : "is a term of the product";
      complaints.error(
          Code.DUPLICATE,
          cell,
          "`" + code + "` " + zh + "；请换一个代码",
          "`" + code + "` " + en + "; choose another code");
      return false;
    }
    return true;
  }

  /** A label that names another term would make headers ambiguous. */
  private void checkLabel(Text label, Line line) {
    for (String language : List.of("zh", "en")) {
      String text = language.equals("zh") ? label.zh() : label.en();
      if (!builtIn && !text.isEmpty() && known.named(text).isPresent()) {
        complaints.error(
            Code.DUPLICATE,
            line.cell("Label (" + language + ")"),
            "`" + text + "` 已是词条 `" + known.named(text).get().code() + "` 的名称；请换一个",
            "`"
                + text
                + "` names the term `"
                + known.named(text).get().code()
                + "` already; choose another");
      }
    }
  }

  private <T> Optional<T> word(RawCell cell, SheetWords<T> words, SheetWords<T> own) {
    Optional<T> found = words.find(cell.text());
    if (found.isEmpty() && builtIn) {
      return own.find(cell.text());
    }
    if (found.isEmpty()) {
      complaints.unknown(
          Code.CELL_SYNTAX,
          cell,
          new Text("不认识 `" + cell.text() + "`", "`" + cell.text() + "` is not known here"),
          new Text(String.join("、", words.words()), String.join(", ", words.words())),
          words.nearest(cell.text()));
    }
    return found;
  }

  private Optional<Long> bound(RawCell cell, TermType type) {
    if (cell.isBlank()) {
      return Optional.empty();
    }
    TermType read = type.isNumeric() ? type : TermType.NUMBER;
    Parsed<Value> parsed = CellParser.literal(cell, SheetTerms.of("bound", read), known);
    parsed.findings().forEach(complaints::add);
    return parsed
        .value()
        .filter(Value.Num.class::isInstance)
        .map(value -> ((Value.Num) value).micros());
  }

  private boolean flag(Line line, String column) {
    RawCell cell = line.cell(column);
    if (cell.isBlank()) {
      return false;
    }
    Parsed<Value> parsed = CellParser.literal(cell, SheetTerms.of(column, TermType.YES_NO), known);
    parsed.findings().forEach(complaints::add);
    return parsed.value().filter(Value.flag(true)::equals).isPresent();
  }
}
