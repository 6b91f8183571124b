package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.SheetDraft;
import dev.huikuan.policy.table.exchange.dmn.DmnColumns.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** The rules of a DMN decision table as rows of a sheet. */
final class DmnRules {

  private final XmlTree table;
  private final DmnColumns clauses;
  private final List<Column> columns;
  private final int then;
  private final SheetDraft sheet;
  private final DmnPlaces places;
  private final InForce inForce;
  private final BiPredicate<String, String> ofTheTable;

  /**
   * @param columns inputs first
   * @param then how many of them are inputs
   * @param inForce whether the table is
   * @param ofTheTable true for a day that is the whole table's from or until
   */
  DmnRules(
      XmlTree table,
      DmnColumns clauses,
      List<Column> columns,
      int then,
      SheetDraft sheet,
      DmnPlaces places,
      InForce inForce,
      BiPredicate<String, String> ofTheTable) {
    this.table = table;
    this.clauses = clauses;
    this.columns = columns;
    this.then = then;
    this.sheet = sheet;
    this.places = places;
    this.inForce = inForce;
    this.ofTheTable = ofTheTable;
  }

  /**
   * Puts a rule into a row.
   *
   * @param notes column of the first of the notes
   */
  void put(int index, XmlTree rule, int row, int notes) {
    String id =
        annotation(rule, "Row", "行号")
            .orElseGet(() -> String.format(Locale.ROOT, "R-%03d", 10 * (index + 1)));
    places.at(row, 1, rule, ruleWords(index, id));
    sheet.put(row, 1, id);
    List<XmlTree> tests = rule.all("inputEntry").toList();
    List<XmlTree> entries = rule.all("outputEntry").toList();
    if (tests.size() != then || entries.size() != columns.size() - then) {
      places.error(
          rule,
          ruleWords(index, id),
          new Text("格数与列数不一致", "its entries are not as many as the columns"),
          List.of(id),
          "");
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
      places.at(row, column.at() + i, entry, words);
    }
    String feel = inForce.without(entry.textOf("text"));
    Set<Text> nuances = new LinkedHashSet<>();
    try {
      switch (column.kind()) {
        case TEST ->
            sheet.put(
                row,
                column.at(),
                column.term().isEmpty()
                    ? ""
                    : new AnalystTests(clauses.spelling(column.term(), nuances)).cell(feel));
        case ENTRY ->
            sheet.put(
                row,
                column.at(),
                column.term().isEmpty()
                    ? feel
                    : new AnalystEntries(clauses.spelling(column.term(), nuances)).cell(feel));
        case TEXT -> sheet.put(row, column.at(), AnalystEntries.text(feel));
        case PERIOD -> period(row, column, feel);
      }
    } catch (FeelFault fault) {
      places.error(entry, words, fault.text(), List.of(id), feel);
    }
    nuances.forEach(nuance -> places.info(entry, words, nuance, List.of(id)));
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
    return ofTheTable.test(day, end) ? "" : day;
  }

  private static String day(FeelNode node) {
    if (node instanceof FeelNode.Literal literal && literal.kind() == FeelNode.Literal.Kind.DATE) {
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

  /**
   * A default output: of UNIQUE, ANY and FIRST a last row for anything else.
   *
   * @param hitPolicy as an analyst writes it
   * @param notes column of the first of the notes
   * @param defaults by column
   * @param annotations of the row, in the order of {@link DmnExport#ANNOTATIONS}
   */
  void otherwise(
      String hitPolicy,
      int row,
      int notes,
      List<Optional<XmlTree>> defaults,
      List<String> annotations) {
    for (int i = 0; i < defaults.size(); i++) {
      Optional<XmlTree> entry = defaults.get(i);
      // A sum of nothing is 0 here as well.
      boolean zero = hitPolicy.equals("C+") && entry.filter(DmnRules::isZero).isPresent();
      if (entry.isEmpty() || zero) {
        continue;
      }
      Column column = columns.get(then + i);
      if (!Set.of("UNIQUE", "ANY", "FIRST").contains(hitPolicy)) {
        places.error(
            entry.get(),
            column.words(),
            new Text(
                "默认结果只能用于 UNIQUE、ANY 和 FIRST；请改用其中之一，或为其余情况写一行",
                "a default goes with UNIQUE, ANY or FIRST; use one of them, or write a row for what"
                    + " remains"),
            List.of(),
            entry.get().textOf("text"));
        return;
      }
      String id = annotations.get(0);
      sheet.put(row, 1, id);
      for (int note = 1; note < annotations.size(); note++) {
        sheet.put(row, notes + note - 1, annotations.get(note));
      }
      cell(row, row, id, column, entry.get());
    }
  }

  private static boolean isZero(XmlTree entry) {
    return entry.textOf("text").strip().equals("0");
  }
}
