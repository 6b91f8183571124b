package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.Bilingual;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableReader;
import dev.huikuan.policy.table.TermNames;
import dev.huikuan.policy.table.SheetDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One decision of a DMN file as a sheet in an analyst's spelling, read by the reader of sheets.
 * Findings about its cells point back to the line of the element.
 */
final class DmnTable {

  private static final int HEADERS = 8;

  /** Where a cell of the sheet comes from. */
  private record Origin(int line, Text words) {}

  private final String path;
  private final XmlTree decision;
  private final XmlTree table;
  private final String afterwards;
  private final Vocabulary vocabulary;
  private final FeelNames names;
  private final SheetDraft sheet;
  private final Map<String, Origin> origins = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final String code;
  private final Level level;
  private final Optional<DecisionTable> read;

  DmnTable(
      String path,
      XmlTree decision,
      XmlTree table,
      String afterwards,
      Vocabulary vocabulary,
      FeelNames names) {
    this.path = path;
    this.decision = decision;
    this.table = table;
    this.afterwards = afterwards;
    this.vocabulary = vocabulary;
    this.names = names;
    this.code = own("code").orElse(decision.attribute("name")).strip();
    this.sheet = new SheetDraft(path, "DMN");
    this.level = level();
    this.read = read();
  }

  Optional<DecisionTable> table() {
    return read;
  }

  List<Finding> findings() {
    return findings;
  }

  /** What we said of the table ourselves when we exported it. */
  private Optional<String> own(String attribute) {
    return decision
        .first("extensionElements")
        .flatMap(
            elements ->
                elements
                    .all("table")
                    .filter(element -> element.namespace().equals(DmnExport.OWN))
                    .findFirst())
        .map(element -> element.attribute(attribute))
        .filter(value -> !value.isEmpty());
  }

  private boolean isOurs() {
    return own("code").isPresent();
  }

  private Level level() {
    return outputs().stream()
        .flatMap(output -> outputTerm(output).stream())
        .map(Term::level)
        .findFirst()
        .orElse(Level.ACCOUNT);
  }

  private List<XmlTree> inputs() {
    return table.all("input").toList();
  }

  private List<XmlTree> outputs() {
    return table.all("output").toList();
  }

  private List<XmlTree> rules() {
    return table.all("rule").toList();
  }

  private Optional<DecisionTable> read() {
    head();
    int column = 2;
    List<Column> columns = new ArrayList<>();
    for (XmlTree input : inputs()) {
      columns.add(input(input, column));
      column += columns.get(columns.size() - 1).width();
    }
    sheet.put(HEADERS - 1, 2, inputs().isEmpty() ? "" : "When");
    sheet.put(HEADERS - 1, column, "Then");
    int then = columns.size();
    for (XmlTree output : outputs()) {
      columns.add(output(output, column));
      column++;
    }
    sheet.put(HEADERS - 1, column, "Notes");
    sheet.row(HEADERS, "Row");
    List<String> notes = List.of("Reason (zh)", "Reason (en)", "Note");
    for (int i = 0; i < notes.size(); i++) {
      sheet.put(HEADERS, column + i, notes.get(i));
    }
    List<XmlTree> rules = rules();
    for (int i = 0; i < rules.size(); i++) {
      rule(i, rules.get(i), columns, then, column);
    }
    otherwise(columns, then, rules.size());
    TableReader.Read result = TableReader.read(sheet.grid(), vocabulary);
    result.findings().forEach(finding -> findings.add(placed(finding)));
    return result.table();
  }

  private void head() {
    Text label = label();
    at(1, 2, decision, new Text("决策名称", "the name of the decision"));
    sheet.row(1, "Decision", code, label.en(), label.zh());
    at(2, 2, table, new Text("命中策略", "the hit policy"));
    sheet.row(2, "Hit policy", hitPolicy());
    at(3, 2, decision, new Text("生效期", "the effective period"));
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

  /** A column of the sheet, or the two of a row's period. */
  private record Column(Kind kind, int at, Optional<TermRef> term, Text words) {
    enum Kind {
      TEST,
      PERIOD,
      ENTRY,
      TEXT
    }

    int width() {
      return kind == Kind.PERIOD ? 2 : 1;
    }
  }

  private Column input(XmlTree input, int column) {
    Optional<XmlTree> element = input.first("inputExpression");
    String expression = element.map(e -> e.textOf("text")).orElse("").strip();
    Text words = columnWords(input.attribute("label"), expression);
    at(HEADERS, column, element.orElse(input), words);
    if (expression.equals(FeelNames.AS_OF)) {
      sheet.put(HEADERS, column, "Effective from");
      sheet.put(HEADERS, column + 1, "Effective until");
      at(HEADERS, column + 1, element.orElse(input), words);
      return new Column(Column.Kind.PERIOD, column, Optional.empty(), words);
    }
    Optional<String> code = inputCode(expression, input.attribute("label"));
    Optional<TermRef> term = code.flatMap(c -> TermNames.resolve(c, vocabulary, level));
    sheet.put(
        HEADERS,
        column,
        term.map(t -> header(input.attribute("label"), code.get(), t)).orElse(expression));
    if (expression.isEmpty()) {
      sheet.put(HEADERS, column, "?");
    }
    return new Column(Column.Kind.TEST, column, term, words);
  }

  private static Text columnWords(String label, String expression) {
    String name = label.isBlank() ? expression : label;
    return new Text("列“" + name + "”", "column \"" + name + "\"");
  }

  /** The term of an input expression, which may be written in several ways. */
  private Optional<String> inputCode(String expression, String label) {
    Spelling spelling = spelling(Optional.empty(), new LinkedHashSet<>());
    Optional<String> name = expressionName(expression).flatMap(n -> named(n, spelling));
    return name.or(() -> parts(label).flatMap(part -> named(part, spelling).stream()).findFirst());
  }

  /** Our own names say their level; another modeler's mean the table's own. */
  private Optional<String> named(String name, Spelling spelling) {
    return isOurs() || TermNames.resolve(name, vocabulary, level).isEmpty()
        ? spelling.code(name)
        : Optional.of(name);
  }

  private static Optional<String> expressionName(String expression) {
    try {
      FeelNode node = FeelParser.expression(expression);
      // Ours for a list that other rows decided: if x = null then [] else …
      if (node instanceof FeelNode.If choice
          && choice.condition() instanceof FeelNode.Compare compare) {
        node = compare.left();
      }
      return node instanceof FeelNode.Name name ? Optional.of(name.name()) : Optional.of(expression);
    } catch (FeelFault other) {
      return Optional.of(expression);
    }
  }

  private static Stream<String> parts(String label) {
    return Stream.concat(
            Stream.of(label), Stream.of(label.split("[/／·\\n\\r]")))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }

  /** The header as it was written where it still names the term, else the code. */
  private String header(String label, String code, TermRef term) {
    boolean same =
        !label.isBlank()
            && Stream.of(label.split("[/／\\n\\r]"))
                .map(part -> TermNames.resolve(part.strip(), vocabulary, level))
                .allMatch(found -> found.filter(term::equals).isPresent());
    return same ? label : code;
  }

  private Optional<Term> outputTerm(XmlTree output) {
    boolean alone = outputs().size() == 1;
    Stream<String> tries =
        Stream.of(
                output.attribute("name"),
                output.attribute("label"),
                alone ? table.attribute("outputLabel") : "",
                alone ? decision.attribute("name") : "")
            .flatMap(DmnTable::parts);
    return tries.flatMap(one -> term(one).stream()).findFirst();
  }

  private Optional<Term> term(String written) {
    String bare = Bilingual.of(written).map(Bilingual::base).orElse(written);
    String plain = bare.replaceFirst("_(zh|en)$", "");
    return Stream.of(bare, plain)
        .flatMap(one -> names.code(one, Level.ACCOUNT).or(() -> Optional.of(one)).stream())
        .map(one -> one.startsWith("account.") ? one.substring("account.".length()) : one)
        .flatMap(one -> vocabulary.named(one).stream())
        .findFirst();
  }

  private Column output(XmlTree output, int column) {
    Optional<Term> term = outputTerm(output);
    String name = output.attribute("name");
    String label = output.attribute("label");
    Text words = columnWords(label, name.isEmpty() ? decision.attribute("name") : name);
    at(HEADERS, column, output, words);
    String written = name.isEmpty() ? label : name;
    if (term.isEmpty()) {
      sheet.put(HEADERS, column, written.isBlank() ? decision.attribute("name") : written);
      return new Column(Column.Kind.ENTRY, column, Optional.empty(), words);
    }
    TermRef ref = new TermRef(term.get(), term.get().level());
    if (term.get().type() == TermType.TEXT) {
      boolean english =
          name.endsWith("_en") || Bilingual.of(label).filter(b -> b.header().endsWith("(en)")).isPresent();
      boolean chinese =
          name.endsWith("_zh") || Bilingual.of(label).filter(b -> b.header().endsWith("(zh)")).isPresent();
      String language = english ? " (en)" : chinese ? " (zh)" : "";
      sheet.put(HEADERS, column, term.get().code() + language);
      return new Column(Column.Kind.TEXT, column, Optional.of(ref), words);
    }
    sheet.put(HEADERS, column, outputHeader(label, term.get()));
    return new Column(Column.Kind.ENTRY, column, Optional.of(ref), words);
  }

  private String outputHeader(String label, Term term) {
    boolean same =
        !label.isBlank()
            && Stream.of(label.split("[/／\\n\\r]"))
                .allMatch(part -> vocabulary.named(part.strip()).filter(term::equals).isPresent());
    return same ? label : term.code();
  }

  private Spelling spelling(Optional<TermRef> term, Set<Text> nuances) {
    return new Spelling(
        term.map(TermRef::term).orElseGet(() -> vocabulary.terms().iterator().next()),
        level,
        vocabulary,
        names,
        nuances);
  }

  private void rule(int index, XmlTree rule, List<Column> columns, int then, int notes) {
    int row = HEADERS + 1 + index;
    String id = annotation(rule, "Row", "行号").orElseGet(() -> "R-%03d".formatted(10 * (index + 1)));
    at(row, 1, rule, ruleWords(index, id));
    sheet.put(row, 1, id);
    List<XmlTree> tests = rule.all("inputEntry").toList();
    List<XmlTree> entries = rule.all("outputEntry").toList();
    if (tests.size() != then || entries.size() != columns.size() - then) {
      error(
          rule,
          ruleWords(index, id),
          new Text("格数与列数不一致", "its entries are not as many as the columns"));
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      XmlTree entry = i < then ? tests.get(i) : entries.get(i - then);
      cell(row, index, id, columns.get(i), entry);
    }
    note(row, rule, notes);
  }

  private static Text ruleWords(int index, String id) {
    return new Text(
        "第 " + (index + 1) + " 条规则（" + id + "）", "rule " + (index + 1) + " (" + id + ")");
  }

  private void cell(int row, int index, String id, Column column, XmlTree entry) {
    Text rule = ruleWords(index, id);
    Text words =
        new Text(
            rule.zh() + column.words().zh() + element(entry),
            rule.en() + ", " + column.words().en() + element(entry));
    for (int i = 0; i < column.width(); i++) {
      at(row, column.at() + i, entry, words);
    }
    String feel = entry.textOf("text");
    Set<Text> nuances = new LinkedHashSet<>();
    try {
      switch (column.kind()) {
        case TEST ->
            sheet.put(
                row,
                column.at(),
                column.term().isEmpty()
                    ? ""
                    : new AnalystTests(spelling(column.term(), nuances)).cell(feel));
        case ENTRY ->
            sheet.put(
                row,
                column.at(),
                column.term().isEmpty()
                    ? feel
                    : new AnalystEntries(spelling(column.term(), nuances)).cell(feel));
        case TEXT -> sheet.put(row, column.at(), AnalystEntries.text(feel));
        case PERIOD -> period(row, column, feel);
      }
    } catch (FeelFault fault) {
      findings.add(
          placed(entry, words, Finding.Code.CELL_SYNTAX, fault.text())
              .about(code, List.of(id))
              .found(feel, Text.EMPTY, List.of()));
    }
    nuances.forEach(
        nuance ->
            findings.add(
                placed(entry, words, Finding.Code.CELL_SYNTAX, nuance)
                    .as(Finding.Severity.INFO)
                    .about(code, List.of(id))));
  }

  private static String element(XmlTree entry) {
    String id = entry.attribute("id");
    return id.isEmpty() ? "" : " (" + id + ")";
  }

  /** A row's period: everything, from, until, or both. */
  private void period(int row, Column column, String feel) {
    List<FeelNode> tests = FeelParser.tests(feel);
    if (tests.isEmpty()) {
      return;
    }
    FeelNode test = tests.get(0);
    if (tests.size() == 1
        && test instanceof FeelNode.Range range
        && !range.lowOpen()
        && !range.highOpen()) {
      sheet.put(row, column.at(), own(day(range.low()), "from"));
      sheet.put(row, column.at() + 1, own(day(range.high()), "until"));
    } else if (tests.size() == 1
        && test instanceof FeelNode.Compare compare
        && Set.of(">=", "<=").contains(compare.sign())) {
      boolean from = compare.sign().equals(">=");
      String day = own(day(compare.right()), from ? "from" : "until");
      sheet.put(row, column.at() + (from ? 0 : 1), day);
    } else {
      throw new FeelFault(
          "生效期请写 >= date(…)、<= date(…) 或 [date(…)..date(…)]",
          "for a period write >= date(…), <= date(…) or [date(…)..date(…)]");
    }
  }

  /** A day that is not the whole table's own, which stands in the head. */
  private String own(String day, String end) {
    return own(end).filter(day::equals).isPresent() ? "" : day;
  }

  private static String day(FeelNode node) {
    if (node instanceof FeelNode.Literal literal
        && literal.kind() == FeelNode.Literal.Kind.DATE) {
      return literal.value();
    }
    throw new FeelFault("这里要写日期 date(\"2026-01-31\")", "a date stands here: date(\"2026-01-31\")");
  }

  private Optional<String> annotation(XmlTree rule, String... wanted) {
    List<XmlTree> columns = table.all("annotation").toList();
    List<XmlTree> entries = rule.all("annotationEntry").toList();
    for (int i = 0; i < Math.min(columns.size(), entries.size()); i++) {
      String name = columns.get(i).attribute("name").strip();
      String text = entries.get(i).textOf("text");
      if (!text.isBlank() && Stream.of(wanted).anyMatch(name::equalsIgnoreCase)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private void note(int row, XmlTree rule, int column) {
    annotation(rule, "Reason (zh)").ifPresent(text -> sheet.put(row, column, text));
    annotation(rule, "Reason (en)").ifPresent(text -> sheet.put(row, column + 1, text));
    List<String> notes = new ArrayList<>();
    annotation(rule, "Note", "备注").ifPresent(notes::add);
    List<XmlTree> columns = table.all("annotation").toList();
    List<XmlTree> entries = rule.all("annotationEntry").toList();
    for (int i = 0; i < entries.size(); i++) {
      String name = i < columns.size() ? columns.get(i).attribute("name") : "";
      if (!DmnExport.ANNOTATIONS.contains(name) && !entries.get(i).textOf("text").isBlank()) {
        notes.add(entries.get(i).textOf("text"));
      }
    }
    if (!rule.textOf("description").isBlank()) {
      notes.add(rule.textOf("description"));
    }
    sheet.put(row, column + 2, String.join("\n", new LinkedHashSet<>(notes)));
  }

  /** A default output: of FIRST a last row for anything else. */
  private void otherwise(List<Column> columns, int then, int rules) {
    List<XmlTree> outputs = outputs();
    for (int i = 0; i < outputs.size(); i++) {
      Optional<XmlTree> entry = outputs.get(i).first("defaultOutputEntry");
      if (entry.isEmpty() || isZero(entry.get())) {
        continue;
      }
      if (!hitPolicy().equals("FIRST") && !hitPolicy().equals("F")) {
        error(
            entry.get(),
            columns.get(then + i).words(),
            new Text(
                "默认结果只能用于 FIRST；请在表末加一行空条件，或改用 FIRST",
                "a default goes with FIRST; add a last row of empty cells, or use FIRST"));
        return;
      }
      int row = HEADERS + 1 + rules;
      sheet.put(row, 1, "DEFAULT");
      cell(row, rules, "DEFAULT", columns.get(then + i), entry.get());
    }
  }

  /** A sum of nothing is 0 here as well. */
  private boolean isZero(XmlTree entry) {
    return hitPolicy().equals("C+") && entry.textOf("text").strip().equals("0");
  }

  private void error(XmlTree element, Text words, Text message) {
    findings.add(placed(element, words, Finding.Code.CELL_SYNTAX, message).about(code, List.of()));
  }

  private Finding placed(XmlTree element, Text words, Finding.Code kind, Text message) {
    return Finding.error(kind, path + ":" + element.line(), sentence(words, message));
  }

  private Text sentence(Text words, Text message) {
    return new Text(
        "决策 `" + code + "` " + words.zh() + "：" + message.zh(),
        "decision `" + code + "`, " + words.en() + ": " + message.en());
  }

  private void at(int row, int column, XmlTree element, Text words) {
    String address = new dev.huikuan.policy.table.Address(row, column).written();
    origins.put(address, new Origin(element.line(), words));
  }

  /** A finding about a cell of the sheet as one about the element that it comes from. */
  private Finding placed(Finding finding) {
    String address = finding.location().substring(finding.location().lastIndexOf('!') + 1);
    Origin origin =
        origins.getOrDefault(address, new Origin(table.line(), new Text("", "").isEmpty() ? new Text("决策表", "the table") : Text.EMPTY));
    Supplier<Text> message = () -> sentence(origin.words(), finding.message());
    return new Finding(
        finding.severity(),
        finding.code(),
        finding.decision(),
        finding.rows(),
        path + ":" + origin.line(),
        message.get(),
        finding.found(),
        finding.expected(),
        finding.nearest(),
        finding.example(),
        finding.acknowledged());
  }
}
