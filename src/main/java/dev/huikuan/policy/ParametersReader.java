package dev.huikuan.policy;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Parameters;
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
import dev.huikuan.policy.table.SheetDates;
import dev.huikuan.policy.table.SheetWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Parameters sheets: values with their history, and a term for each code. */
final class ParametersReader {

  static final SheetWords<String> COLUMNS = columns();

  private final Vocabulary vocabulary;
  private final Map<String, Term> standing;
  private final Complaints complaints;
  private final Map<String, Term> terms = new LinkedHashMap<>();
  private final List<Parameters.Row> rows = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();

  /**
   * @param standing the parameters of the product, whose types stay as they are
   */
  ParametersReader(Vocabulary vocabulary, Map<String, Term> standing, Complaints complaints) {
    this.vocabulary = vocabulary;
    this.standing = standing;
    this.complaints = complaints;
  }

  private static SheetWords<String> columns() {
    SheetWords<String> words = new SheetWords<>();
    ListSheet.name(words, ListSheet.CODE, "代码");
    ListSheet.namePair(words, "Label", "名称", "标签");
    ListSheet.name(words, "Type", "类型");
    ListSheet.name(words, "Unit", "单位");
    ListSheet.name(words, "Value", "值", "数值");
    ListSheet.name(words, "Effective from", "生效", "生效日期", "生效日");
    ListSheet.name(words, "Source", "来源", "依据", "出处");
    return words;
  }

  /** Reads a sheet; several sheets add up. */
  void read(Grid grid) {
    ListSheet.read(grid, COLUMNS, List.of(ListSheet.CODE, "Value"), complaints).forEach(this::line);
  }

  /** A term for each code that was read, in order. */
  Map<String, Term> terms() {
    return terms;
  }

  List<Parameters.Row> rows() {
    return rows;
  }

  private void line(Line line) {
    String code = line.text(ListSheet.CODE);
    RawCell cell = line.cell(ListSheet.CODE);
    if (!Names.isParameter(code)) {
      complaints.error(
          Code.CELL_SYNTAX,
          cell,
          "`" + code + "` 不是参数代码；以小写字母开头，只用字母和数字，例如 maxDiscountPercent",
          "`"
              + code
              + "` is no code of a parameter; begin with a lower-case letter, use letters"
              + " and digits only, for example maxDiscountPercent");
      return;
    }
    Optional<Term> term = term(code, line);
    Optional<LocalDate> from = SheetDates.read(line.cell("Effective from"), vocabulary, complaints);
    String key = code + "@" + from.map(LocalDate::toString).orElse("");
    String earlier = places.putIfAbsent(key, cell.location());
    if (earlier != null) {
      complaints.error(
          Code.DUPLICATE,
          cell,
          "`" + code + "` 在同一生效日已有一行：" + earlier + "；请改日期或删除一行",
          "`"
              + code
              + "` has a row for the same date already: "
              + earlier
              + "; change the date or delete one");
      return;
    }
    term.flatMap(t -> value(line.cell("Value"), t))
        .ifPresent(
            value ->
                rows.add(
                    new Parameters.Row(
                        code, value, from, line.text("Source"), line.cell("Value").location())));
  }

  private Optional<Value> value(RawCell cell, Term term) {
    if (cell.isBlank()) {
      complaints.error(
          Code.CELL_SYNTAX,
          cell,
          "参数 `" + term.code() + "` 没有值",
          "the parameter `" + term.code() + "` has no value");
      return Optional.empty();
    }
    Parsed<Value> parsed = CellParser.literal(cell, term, vocabulary);
    parsed.findings().forEach(complaints::add);
    return parsed.value();
  }

  /** The term of the code, from its first row; later rows may leave type and labels out. */
  private Optional<Term> term(String code, Line line) {
    Optional<Term> base =
        Optional.ofNullable(terms.get(code))
            .or(() -> Optional.ofNullable(standing.get(code)))
            .or(() -> vocabulary.find(code));
    Optional<TermType> type =
        line.cell("Type").isBlank() && base.isPresent()
            ? base.map(Term::type)
            : SheetTypes.read(line.cell("Type"), complaints);
    if (type.isPresent() && base.isPresent() && base.get().type() != type.get()) {
      Text fit = base.get().type().label();
      complaints.unknown(
          Code.CELL_TYPE,
          line.cell("Type"),
          new Text("`" + code + "` 的类型应为 " + fit.zh(), "`" + code + "` is of type " + fit.en()),
          fit,
          List.of());
      return Optional.empty();
    }
    if (type.isEmpty()) {
      return Optional.empty();
    }
    boolean named =
        base.isPresent() && line.text("Label (zh)").isEmpty() && line.text("Label (en)").isEmpty();
    Text label = named ? base.get().label() : Names.pair(line, "Label", true, complaints);
    List<AllowedValue> values = base.map(Term::values).orElse(List.of());
    return Optional.of(
        terms.computeIfAbsent(code, c -> parameter(c, label, type.get(), values, line)));
  }

  private static Term parameter(
      String code, Text label, TermType type, List<AllowedValue> values, Line line) {
    return new Term(
        code,
        label,
        Level.ACCOUNT,
        false,
        Origin.PARAMETER,
        type,
        line.text("Unit"),
        Optional.empty(),
        Optional.empty(),
        "",
        values,
        "",
        false);
  }
}
