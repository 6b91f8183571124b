package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.SheetDraft;
import dev.huikuan.policy.table.TableReader;
import dev.huikuan.policy.table.exchange.dmn.DmnColumns.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One decision of a DMN file as a sheet in an analyst's spelling, read by the reader of sheets.
 * Findings about its cells point back to the line of the element.
 */
final class DmnTable {

  private static final int HEADERS = 8;
  private static final List<String> NOTES = List.of("Reason (zh)", "Reason (en)", "Note");

  private final XmlTree decision;
  private final XmlTree table;
  private final String afterwards;
  private final List<XmlTree> otherwise;
  private final Vocabulary vocabulary;
  private final DmnColumns clauses;
  private final String code;
  private final SheetDraft sheet;
  private final DmnPlaces places;
  private final Optional<DecisionTable> read;

  /**
   * @param afterwards how the results of the rows are put together, empty when the table says it
   * @param otherwise default outputs that stand beside the table, none when it says them itself
   */
  DmnTable(
      String path,
      XmlTree decision,
      XmlTree table,
      String afterwards,
      List<XmlTree> otherwise,
      Vocabulary vocabulary,
      FeelNames names) {
    this.decision = decision;
    this.table = table;
    this.afterwards = afterwards;
    this.otherwise = otherwise;
    this.vocabulary = vocabulary;
    this.code = own("code").orElse(decision.attribute("name")).strip();
    this.clauses = new DmnColumns(decision, table, own("code").isPresent(), vocabulary, names);
    this.sheet = new SheetDraft(path, "DMN");
    this.places = new DmnPlaces(path, code, table);
    this.read = read();
  }

  Optional<DecisionTable> table() {
    return read;
  }

  List<Finding> findings() {
    return places.findings();
  }

  /** What we said of the table ourselves when we exported it. */
  private Optional<String> own(String attribute) {
    return ownElement("table")
        .map(element -> element.attribute(attribute))
        .filter(value -> !value.isEmpty());
  }

  private Optional<XmlTree> ownElement(String name) {
    return decision
        .first("extensionElements")
        .flatMap(
            elements ->
                elements
                    .all(name)
                    .filter(element -> element.namespace().equals(DmnExport.OWN))
                    .findFirst());
  }

  /** The annotations of the row that we wrote as default outputs. */
  private List<String> ownDefault() {
    return ownElement("default")
        .map(
            element ->
                element
                    .all("annotation")
                    .map(annotation -> annotation.content().toString())
                    .toList())
        .filter(written -> written.size() == DmnExport.ANNOTATIONS.size())
        .orElse(List.of("DEFAULT", "", "", ""));
  }

  private Optional<DecisionTable> read() {
    head();
    List<Column> columns = new ArrayList<>();
    List<XmlTree> inputs = table.all("input").toList();
    int column = 2;
    for (XmlTree input : inputs) {
      columns.add(clauses.input(input, column, HEADERS, sheet, places));
      column += columns.get(columns.size() - 1).width();
    }
    sheet.put(HEADERS - 1, 2, inputs.isEmpty() ? "" : "When");
    sheet.put(HEADERS - 1, column, "Then");
    for (XmlTree output : table.all("output").toList()) {
      columns.add(clauses.output(output, column, HEADERS, sheet, places));
      column++;
    }
    sheet.put(HEADERS - 1, column, "Notes");
    sheet.row(HEADERS, "Row");
    for (int i = 0; i < NOTES.size(); i++) {
      sheet.put(HEADERS, column + i, NOTES.get(i));
    }
    DmnRules writing =
        new DmnRules(
            table,
            clauses,
            columns,
            inputs.size(),
            sheet,
            places,
            InForce.of(own("from").orElse(""), own("until").orElse("")),
            this::isOwn);
    rules(writing, column);
    TableReader.Read result = TableReader.read(sheet.grid(), vocabulary);
    result.findings().forEach(places::add);
    return result.table();
  }

  private void rules(DmnRules writing, int notes) {
    List<XmlTree> rules = table.all("rule").toList();
    for (int i = 0; i < rules.size(); i++) {
      writing.put(i, rules.get(i), HEADERS + 1 + i, notes);
    }
    writing.otherwise(hitPolicy(), HEADERS + 1 + rules.size(), notes, defaults(), ownDefault());
  }

  /** Default outputs by column. */
  private List<Optional<XmlTree>> defaults() {
    List<XmlTree> outputs = table.all("output").toList();
    return outputs.size() == otherwise.size()
        ? otherwise.stream().map(Optional::of).toList()
        : outputs.stream().map(output -> output.first("defaultOutputEntry")).toList();
  }

  /** True for a day that is the whole table's first or last. */
  private boolean isOwn(String day, String end) {
    return own(end).filter(day::equals).isPresent();
  }

  private void head() {
    Text label = label();
    places.at(1, 2, decision, new Text("决策名称", "the name of the decision"));
    sheet.row(1, "Decision", code, label.en(), label.zh());
    places.at(2, 2, table, new Text("命中策略", "the hit policy"));
    sheet.row(2, "Hit policy", hitPolicy());
    places.at(3, 2, decision, new Text("生效期", "the effective period"));
    sheet.row(3, "Effective", own("from").orElse(""), own("until").orElse(""));
    own("noMatch").ifPresent(noMatch -> sheet.row(4, "No match", noMatch));
    sheet.row(5, "Description", decision.textOf("description"));
  }

  private Text label() {
    String label = decision.attribute("label");
    return new Text(own("zh").orElse(label), own("en").orElse(label));
  }

  private String hitPolicy() {
    String written = table.attribute("hitPolicy").strip();
    String policy = written.isEmpty() ? "UNIQUE" : written.toUpperCase(Locale.ROOT);
    if (!policy.equals("COLLECT")) {
      return policy;
    }
    if (!afterwards.isEmpty()) {
      return afterwards.contains("min(")
          ? "C<"
          : afterwards.contains("max(") ? "C>" : afterwards.contains("sum(") ? "C+" : "C#";
    }
    return switch (table.attribute("aggregation")) {
      case "SUM" -> "C+";
      case "MIN" -> "C<";
      case "MAX" -> "C>";
      case "COUNT" -> "C#";
      default -> "COLLECT";
    };
  }
}
