package dev.huikuan.policy;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.CellParser;
import dev.huikuan.policy.table.Complaints;
import dev.huikuan.policy.table.ListSheet;
import dev.huikuan.policy.table.Parsed;
import dev.huikuan.policy.table.RawCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the columns of catalogues against each other and the vocabulary, and keeps them in one
 * spelling: codes by code, lists with a comma and blank, numbers plain, {@code yes} and {@code no}.
 */
final class CatalogueChecks {

  private static final int MOST_DAYS = 3_650;
  private static final int HIGHEST_LEVEL = 9;
  private static final int MOST_COST = 1_000_000_000;

  private static final List<AllowedValue> EFFECTS =
      List.of(
          new AllowedValue("AMOUNT", new Text("扣减金额", "Amount")),
          new AllowedValue("BLOCKS", new Text("禁止动作", "Blocks")));

  private static final List<AllowedValue> SEVERITIES =
      List.of(
          new AllowedValue("INFO", new Text("提示", "Info")),
          new AllowedValue("WARNING", new Text("警告", "Warning")),
          new AllowedValue("CRITICAL", new Text("严重", "Critical")));

  private final Vocabulary vocabulary;
  private final Map<String, CatalogueSheet> sheets;
  private final Complaints complaints;

  /**
   * @param vocabulary the built-in one: channels, tones and kinds are its words
   * @param sheets all catalogues by name
   */
  CatalogueChecks(
      Vocabulary vocabulary, Map<String, CatalogueSheet> sheets, Complaints complaints) {
    this.vocabulary = vocabulary;
    this.sheets = sheets;
    this.complaints = complaints;
  }

  Catalogue checked(CatalogueSheet sheet) {
    Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
    sheet.lines().forEach((code, line) -> entries.put(code, entry(sheet, code, line)));
    return new Catalogue(sheet.name(), entries);
  }

  private CatalogueEntry entry(CatalogueSheet sheet, String code, ListSheet.Line line) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String column : CatalogueColumns.BY_CATALOGUE.get(sheet.name())) {
      if (column.endsWith("*")) {
        pair(column.substring(0, column.length() - 1), line, columns);
      } else {
        String written = value(line.cell(column), term(column));
        if (!written.isEmpty()) {
          columns.put(column, written);
        }
      }
    }
    require(sheet, line);
    String disabled =
        value(line.cell(CatalogueSheet.DISABLED), SheetTerms.of("Disabled", TermType.YES_NO));
    return new CatalogueEntry(
        code,
        sheet.labels().get(code),
        disabled.equals("yes"),
        columns,
        line.cell(ListSheet.CODE).location());
  }

  private void pair(String base, ListSheet.Line line, Map<String, String> columns) {
    boolean required = base.equals(CatalogueColumns.TEXT);
    Text text = Names.pair(line, base, required, complaints);
    if (!text.isEmpty()) {
      columns.put(base + " (zh)", text.zh());
      columns.put(base + " (en)", text.en());
    }
  }

  /** An action without a kind and a hold without an effect would do nothing. */
  private void require(CatalogueSheet sheet, ListSheet.Line line) {
    String column =
        switch (sheet.name()) {
          case "actions" -> CatalogueColumns.KIND;
          case "holds" -> CatalogueColumns.EFFECT;
          case "alerts" -> CatalogueColumns.SEVERITY;
          default -> "";
        };
    if (!column.isEmpty() && line.cell(column).isBlank()) {
      complaints.error(
          dev.huikuan.domain.Finding.Code.CELL_SYNTAX,
          line.cell(column),
          "`" + line.text(ListSheet.CODE) + "` 缺少 `" + column + "`",
          "`" + line.text(ListSheet.CODE) + "` has no `" + column + "`");
    }
  }

  /** The cell's value in its one spelling; empty when blank or wrong, and then it is reported. */
  private String value(RawCell cell, Term term) {
    if (cell.isBlank()) {
      return "";
    }
    Parsed<Value> parsed = CellParser.literal(cell, term, vocabulary);
    parsed.findings().forEach(complaints::add);
    return parsed.value().map(CatalogueChecks::written).orElse("");
  }

  private static String written(Value value) {
    if (value instanceof Value.Code code) {
      return code.code();
    }
    if (value instanceof Value.Codes codes) {
      return String.join(", ", codes.codes());
    }
    if (value instanceof Value.Num number) {
      return number.decimal().toPlainString();
    }
    return value instanceof Value.Flag flag ? flag.yes() ? "yes" : "no" : "";
  }

  private Term term(String column) {
    return switch (column) {
      case CatalogueColumns.KIND -> SheetTerms.codes(column, TermType.CODE, kinds());
      case CatalogueColumns.DUNNING_LEVEL ->
          SheetTerms.number(column, TermType.WHOLE_NUMBER, 0, HIGHEST_LEVEL);
      case CatalogueColumns.CHANNEL ->
          SheetTerms.codes(column, TermType.CODE, vocabulary.get("channel").values());
      case CatalogueColumns.TONE ->
          SheetTerms.codes(column, TermType.CODE, vocabulary.get("tone").values());
      case CatalogueColumns.OWNER_ROLE ->
          SheetTerms.codes(column, TermType.CODE, "roles", codes("roles"));
      case CatalogueColumns.COORDINATE_WITH ->
          SheetTerms.codes(column, TermType.CODES, "roles", codes("roles"));
      case CatalogueColumns.DUE_DAYS, CatalogueColumns.REVIEW_DAYS ->
          SheetTerms.number(column, TermType.WHOLE_NUMBER, 0, MOST_DAYS);
      case CatalogueColumns.COST -> SheetTerms.number(column, TermType.NUMBER, 0, MOST_COST);
      case CatalogueColumns.NEEDS_EVIDENCE -> SheetTerms.of(column, TermType.YES_NO);
      case CatalogueColumns.EFFECT -> SheetTerms.codes(column, TermType.CODE, EFFECTS);
      case CatalogueColumns.BLOCKS ->
          SheetTerms.codes(column, TermType.CODES, "actions", blockable());
      case CatalogueColumns.INSTEAD ->
          SheetTerms.codes(column, TermType.CODE, "actions", codes("actions"));
      case CatalogueColumns.SEVERITY -> SheetTerms.codes(column, TermType.CODE, SEVERITIES);
      default -> throw new IllegalStateException("no such column: " + column);
    };
  }

  private List<AllowedValue> codes(String catalogue) {
    return Optional.ofNullable(sheets.get(catalogue)).map(CatalogueSheet::values).orElse(List.of());
  }

  private List<AllowedValue> kinds() {
    return CatalogueColumns.ACTION_KINDS.stream()
        .map(
            kind ->
                vocabulary
                    .find("option.kind")
                    .flatMap(term -> term.allowed(kind))
                    .orElse(new AllowedValue(kind, Text.same(kind))))
        .toList();
  }

  private List<AllowedValue> blockable() {
    List<AllowedValue> all = new ArrayList<>(kinds());
    codes("actions").stream().filter(a -> !a.code().equals("WAIT")).forEach(all::add);
    return all;
  }
}
