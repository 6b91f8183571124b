package dev.huikuan.policy;

import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.diff.Section;
import dev.huikuan.policy.diff.Section.Cell;
import dev.huikuan.policy.diff.Section.Entry;
import dev.huikuan.policy.diff.Section.Kind;
import dev.huikuan.policy.rules.RuleTexts;
import dev.huikuan.policy.table.Complaints;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.ListSheet;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.SheetKind;
import dev.huikuan.policy.table.SheetWords;
import dev.huikuan.policy.table.TableSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A policy's sheets and rules in parts that can be compared with those of another version, read
 * from what stands in the files: a folder with errors has an outline, too. Catalogues and
 * parameters that the folder lacks are the product's own, as they are when it decides.
 *
 * @param version of the policy's content
 * @param findings what loading says of the folder; none when it was not loaded
 */
public record PolicyOutline(String version, List<Finding> findings, List<Section> sections) {

  public PolicyOutline {
    findings = List.copyOf(findings);
    sections = List.copyOf(sections);
  }

  /** With what loading says of the folder. */
  public static PolicyOutline of(List<PolicyFile> files) {
    return of(files, PolicyLoader.load(files).findings());
  }

  /** From what stands in the files alone: nothing is loaded, no rule is compiled. */
  public static PolicyOutline unloaded(List<PolicyFile> files) {
    return of(files, List.of());
  }

  private static PolicyOutline of(List<PolicyFile> files, List<Finding> findings) {
    PolicySheets sheets = PolicySheets.read(files);
    PolicyWords words = PolicyWords.read(sheets);
    List<Section> sections = new ArrayList<>();
    for (Grid grid : sheets.of(SheetKind.DECISION)) {
      sections.add(table(grid, words.vocabulary()));
    }
    catalogues(sheets, sections);
    sections.add(
        lists(
            Kind.ATTRIBUTES,
            sheets.of(SheetKind.ATTRIBUTES),
            AttributesReader.COLUMNS,
            ListSheet.CODE,
            line -> line.text(ListSheet.CODE)));
    sections.add(parameters(sheets.of(SheetKind.PARAMETERS)));
    sections.add(
        lists(
            Kind.CALENDAR,
            sheets.of(SheetKind.CALENDAR),
            CalendarReader.COLUMNS,
            "Jurisdiction",
            line -> line.text("Jurisdiction") + " " + meaning(line.cell("Date"))));
    sections.add(rules(sheets.drlByPath()));
    return new PolicyOutline(PolicyVersion.of(sheets), findings, sections);
  }

  private static Section table(Grid grid, Vocabulary vocabulary) {
    TableSheet sheet = TableSheet.of(grid, vocabulary);
    return new Section(
        Kind.TABLE,
        sheet.code(),
        sheet.effective().from().map(Object::toString).orElse(""),
        sheet.label(),
        sheet.location(),
        sheet.ordered(),
        sheet.head().stream().map(PolicyOutline::cell).toList(),
        sheet.rows().stream()
            .map(
                row ->
                    new Entry(
                        row.id(),
                        row.location(),
                        row.fields().stream().map(PolicyOutline::cell).toList()))
            .toList());
  }

  private static Cell cell(TableSheet.Field field) {
    return new Cell(
        field.name(),
        field.label(),
        field.cell().text().strip(),
        field.meaning(),
        field.cell().location());
  }

  private static void catalogues(PolicySheets sheets, List<Section> sections) {
    Set<String> own = new HashSet<>();
    for (Grid grid : sheets.of(SheetKind.CATALOGUE)) {
      String written = grid.cell(grid.firstRow(), 2).text();
      CatalogueSheet.NAMES
          .find(written)
          .filter(own::add)
          .ifPresent(name -> sections.add(catalogue(name, grid)));
    }
    CatalogueColumns.BY_CATALOGUE.keySet().stream()
        .sorted()
        .filter(name -> !own.contains(name))
        .forEach(name -> sections.add(catalogue(name, BuiltIn.sheet(name))));
  }

  private static Section catalogue(String name, Grid grid) {
    return new Section(
        Kind.CATALOGUE,
        name,
        "",
        Text.same(name),
        grid.location(),
        true,
        List.of(),
        entries(
            grid, CatalogueSheet.words(name), ListSheet.CODE, line -> line.text(ListSheet.CODE)));
  }

  /** The folder's parameters, and of the product's those that it does not replace. */
  private static Section parameters(List<Grid> grids) {
    List<Entry> entries = new ArrayList<>();
    Set<String> own = new HashSet<>();
    Function<ListSheet.Line, String> id =
        line -> (line.text(ListSheet.CODE) + " " + meaning(line.cell("Effective from"))).strip();
    for (Grid grid : grids) {
      List<Entry> more = entries(grid, ParametersReader.COLUMNS, ListSheet.CODE, id);
      more.forEach(entry -> own.add(entry.id().split(" ", 2)[0]));
      entries.addAll(more);
    }
    entries(BuiltIn.sheet("parameters"), ParametersReader.COLUMNS, ListSheet.CODE, id).stream()
        .filter(entry -> !own.contains(entry.id().split(" ", 2)[0]))
        .forEach(entries::add);
    return section(Kind.PARAMETERS, grids, entries);
  }

  private static Section lists(
      Kind kind,
      List<Grid> grids,
      SheetWords<String> words,
      String key,
      Function<ListSheet.Line, String> id) {
    List<Entry> entries = new ArrayList<>();
    grids.forEach(grid -> entries.addAll(entries(grid, words, key, id)));
    return section(kind, grids, entries);
  }

  private static Section section(Kind kind, List<Grid> grids, List<Entry> entries) {
    String location = grids.isEmpty() ? "" : grids.get(0).location();
    return new Section(
        kind, kind.label().en(), "", kind.label(), location, false, List.of(), entries);
  }

  private static List<Entry> entries(
      Grid grid, SheetWords<String> words, String key, Function<ListSheet.Line, String> id) {
    return ListSheet.read(grid, words, List.of(key), new Complaints()).stream()
        .map(line -> new Entry(id.apply(line), line.first().location(), cells(line)))
        .toList();
  }

  private static List<Cell> cells(ListSheet.Line line) {
    return line.cells().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            column ->
                new Cell(
                    column.getKey(),
                    Text.same(column.getKey()),
                    column.getValue().text().strip(),
                    meaning(column.getValue()),
                    column.getValue().location()))
        .toList();
  }

  /** A number however it is written, a date as a date, else the text. */
  private static String meaning(RawCell cell) {
    String text = cell.text().strip();
    if (cell.date().isPresent()) {
      return cell.date().get().toLocalDate().toString();
    }
    return text.matches("-?\\d{1,15}(\\.\\d{1,15})?")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }

  private static Section rules(Map<String, String> drlByPath) {
    List<Entry> entries = new ArrayList<>();
    drlByPath.forEach(
        (path, drl) -> RuleTexts.of(path, drl).forEach(rule -> entries.add(rule(rule))));
    return new Section(
        Kind.RULES, "rules", "", Kind.RULES.label(), "rules", false, List.of(), entries);
  }

  private static Entry rule(RuleTexts.RuleText rule) {
    Cell text =
        new Cell("text", new Text("内容", "text"), rule.text(), rule.meaning(), rule.location());
    return new Entry(rule.name(), rule.location(), List.of(text));
  }
}
