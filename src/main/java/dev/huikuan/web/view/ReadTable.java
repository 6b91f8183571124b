package dev.huikuan.web.view;

import dev.huikuan.domain.TraceEntry.CellTested;
import dev.huikuan.domain.TraceEntry.ClosestRow;
import dev.huikuan.domain.TraceEntry.NotMade;
import dev.huikuan.domain.TraceEntry.RowMatched;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.InputCell;
import dev.huikuan.policy.table.DecisionTable.OutputCell;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.OutputEntry;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.UnaryTest;
import dev.huikuan.web.view.TableView.Cell;
import dev.huikuan.web.view.TableView.Column;
import dev.huikuan.web.view.TableView.Line;
import dev.huikuan.web.view.TableView.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The part of a table around the row that matched, or the rows that came closest. */
final class ReadTable {

  /** Rows that are shown before and after one that matched. */
  private static final int AROUND = 2;

  private final DecisionTable table;
  private final Labels labels;
  private final MetValues values;
  private final List<Integer> shown;
  private final List<Integer> when;
  private final List<Integer> then;

  private ReadTable(DecisionTable table, Labels labels, MetValues values, Set<Integer> shown) {
    this.table = table;
    this.labels = labels;
    this.values = values;
    this.shown = List.copyOf(shown);
    this.when = columns(table.inputs().size(), (row, at) -> !isEmpty(row.inputs().get(at)));
    this.then =
        columns(table.outputs().size(), (row, at) -> row.outputs().get(at).entry().isPresent());
  }

  private interface Says {
    boolean something(Row row, int column);
  }

  private List<Integer> columns(int count, Says says) {
    return IntStream.range(0, count)
        .filter(at -> shown.stream().anyMatch(i -> says.something(table.rows().get(i), at)))
        .boxed()
        .toList();
  }

  /**
   * Around a row that matched; empty when the policy here has no such row.
   *
   * @param facts of the account, by code
   * @param also ids of other rows of the table that matched for the same receivables
   * @param url of the table's page
   */
  static Optional<TableView> around(
      RowMatched matched, Labels labels, Map<String, Value> facts, Set<String> also, String url) {
    return tables(labels, matched.decision())
        .flatMap(
            table ->
                IntStream.range(0, table.rows().size())
                    .filter(i -> table.rows().get(i).location().equals(matched.location()))
                    .mapToObj(i -> around(table, i, matched, labels, facts, also, url)))
        .findFirst();
  }

  private static TableView around(
      DecisionTable table,
      int at,
      RowMatched matched,
      Labels labels,
      Map<String, Value> facts,
      Set<String> also,
      String url) {
    Set<Integer> shown = new TreeSet<>();
    for (int i = Math.max(0, at - AROUND); i <= at + AROUND && i < table.rows().size(); i++) {
      shown.add(i);
    }
    MetValues values = MetValues.of(matched.matched().stream(), table, facts);
    ReadTable read = new ReadTable(table, labels, values, shown);
    List<Line> lines = new ArrayList<>();
    for (int i : read.shown) {
      boolean too = i != at && also.contains(table.rows().get(i).id());
      lines.add(i == at ? read.matched(i, matched) : read.near(i, too));
    }
    return read.view(url, lines, List.of());
  }

  /** The rows that came closest to a table that was not made; empty when it is not known here. */
  static Optional<TableView> closest(
      NotMade missing, Labels labels, Map<String, Value> facts, String url) {
    List<String> places = missing.closest().stream().map(ClosestRow::location).toList();
    return tables(labels, missing.decision())
        .filter(
            table ->
                table.rows().stream().map(Row::location).toList().containsAll(places)
                    && !places.isEmpty())
        .map(table -> closest(table, missing, labels, facts, url))
        .findFirst();
  }

  private static TableView closest(
      DecisionTable table, NotMade missing, Labels labels, Map<String, Value> facts, String url) {
    Map<String, ClosestRow> misses =
        missing.closest().stream()
            .collect(Collectors.toMap(ClosestRow::location, row -> row, (a, b) -> a));
    Set<Integer> shown = new TreeSet<>();
    for (int i = 0; i < table.rows().size(); i++) {
      if (misses.containsKey(table.rows().get(i).location())) {
        shown.add(i);
      }
    }
    Stream<CellTested> tested = missing.closest().stream().flatMap(row -> row.failed().stream());
    ReadTable read = new ReadTable(table, labels, MetValues.of(tested, table, facts), shown);
    List<Line> lines = new ArrayList<>();
    List<Why> whys = new ArrayList<>();
    for (int i : read.shown) {
      ClosestRow miss = misses.get(table.rows().get(i).location());
      lines.add(read.missed(i, miss));
      whys.add(read.why(miss));
    }
    return read.view(url, lines, whys);
  }

  private static Stream<DecisionTable> tables(Labels labels, String code) {
    return labels.policy().tables().stream()
        .map(TableIndex::table)
        .filter(table -> table.code().equals(code));
  }

  private TableView view(String url, List<Line> lines, List<Why> whys) {
    return new TableView(
        table.label().isEmpty() ? table.code() : labels.of(table.label()),
        url,
        when.stream().map(this::condition).toList(),
        then.stream().map(this::result).toList(),
        lines,
        hidden(),
        whys);
  }

  private String hidden() {
    int hidden = table.inputs().size() - when.size() + table.outputs().size() - then.size();
    return hidden == 0
        ? ""
        : labels.of(AccountPhrase.HIDDEN_COLUMNS).replace("{n}", Integer.toString(hidden));
  }

  private Column condition(int at) {
    DecisionTable.Column column = table.inputs().get(at);
    String code = values.code(column);
    return new Column(labels.term(code), values.shown(column, labels));
  }

  private Column result(int at) {
    return new Column(labels.term(table.outputs().get(at).term().code()), "");
  }

  private Line matched(int at, RowMatched matched) {
    Row row = table.rows().get(at);
    List<Cell> conditions = when.stream().map(c -> cell(row.inputs().get(c), "yes")).toList();
    List<Cell> results =
        then.stream()
            .map(
                c -> {
                  String code = table.outputs().get(c).term().code();
                  return Optional.ofNullable(matched.outputs().get(code))
                      .map(value -> plain(labels.value(code, value)))
                      .orElseGet(() -> output(row.outputs().get(c), c));
                })
            .toList();
    return line(at, "matched", labels.of(AccountPhrase.MATCHED), conditions, results);
  }

  private Line near(int at, boolean matchedToo) {
    Row row = table.rows().get(at);
    List<Cell> conditions =
        when.stream()
            .map(
                c -> {
                  InputCell cell = row.inputs().get(c);
                  return cell(
                      cell, matchedToo ? "yes" : values.verdict(table.inputs().get(c), cell));
                })
            .toList();
    String mark = matchedToo ? labels.of(AccountPhrase.ALSO_MATCHED) : "";
    return line(at, matchedToo ? "also" : "near", mark, conditions, outputs(row));
  }

  private Line missed(int at, ClosestRow miss) {
    Row row = table.rows().get(at);
    Set<String> failed = miss.failed().stream().map(CellTested::cell).collect(Collectors.toSet());
    List<Cell> conditions =
        when.stream()
            .map(c -> row.inputs().get(c))
            .map(cell -> cell(cell, failed.contains(cell.address()) ? "no" : "yes"))
            .toList();
    return line(at, "closest", labels.of(AccountPhrase.CLOSE), conditions, outputs(row));
  }

  private Line line(int at, String style, String mark, List<Cell> conditions, List<Cell> results) {
    int position = shown.indexOf(at);
    boolean gap = position == 0 ? at > 0 : shown.get(position - 1) < at - 1;
    return new Line(table.rows().get(at).id(), style, mark, gap, conditions, results);
  }

  private Cell cell(InputCell cell, String verdict) {
    if (isEmpty(cell)) {
      return plain("");
    }
    String word =
        switch (verdict) {
          case "yes" -> labels.of(AccountPhrase.FULFILLED);
          case "no" -> labels.of(AccountPhrase.FAILED);
          default -> "";
        };
    return new Cell(cell.source(), verdict, word);
  }

  private List<Cell> outputs(Row row) {
    return then.stream().map(c -> output(row.outputs().get(c), c)).toList();
  }

  /** What is constant is shown in the reader's words, anything else as written. */
  private Cell output(OutputCell cell, int column) {
    String code = table.outputs().get(column).term().code();
    return plain(
        cell.entry()
            .filter(OutputEntry.Literal.class::isInstance)
            .map(entry -> labels.value(code, ((OutputEntry.Literal) entry).constant()))
            .orElse(cell.source()));
  }

  private static Cell plain(String text) {
    return new Cell(text, "plain", "");
  }

  private Why why(ClosestRow miss) {
    List<String> conditions =
        miss.failed().stream()
            .map(
                cell ->
                    labels.term(cell.term())
                        + " "
                        + cell.test()
                        + " ("
                        + labels
                            .of(AccountPhrase.IS)
                            .replace(
                                "{value}", labels.value(cell.term(), cell.value(), cell.currency()))
                        + ")")
            .toList();
    return new Why(labels.of(AccountPhrase.WOULD_MATCH).replace("{row}", miss.row()), conditions);
  }

  static boolean isEmpty(InputCell cell) {
    return cell.test() instanceof UnaryTest.Anything;
  }
}
