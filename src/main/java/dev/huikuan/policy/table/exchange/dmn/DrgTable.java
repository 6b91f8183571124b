package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.Column;
import dev.huikuan.policy.table.DecisionTable.OutputCell;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.OutputEntry;
import dev.huikuan.policy.table.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One table as a decision of the graph. */
final class DrgTable {

  private final DrgBuilder graph;
  private final DecisionTable table;
  private final Set<String> needs = new LinkedHashSet<>();
  private final FeelEntries entries;

  DrgTable(DrgBuilder graph, DecisionTable table) {
    this.graph = graph;
    this.table = table;
    this.entries = new FeelEntries(names());
  }

  private FeelEntries.Names names() {
    return new FeelEntries.Names() {
      @Override
      public String term(TermRef ref) {
        return listless(graph.read(ref, table.level(), needs));
      }

      @Override
      public String at(TermRef parameter, TermRef date) {
        return graph.parameterAt(parameter, date, table.level(), needs);
      }

      @Override
      public String atAccrual(TermRef parameter) {
        return graph.parameterAtAccrual(parameter, needs);
      }
    };
  }

  private static String listless(String feel) {
    return feel.startsWith("if ") ? "(" + feel + ")" : feel;
  }

  Drg.Decision decision() {
    List<Drg.Clause> clauses = new ArrayList<>();
    List<FeelTests> tests = new ArrayList<>();
    for (Column column : table.inputs()) {
      clauses.add(clause(column));
      tests.add(
          new FeelTests(
              column.term().term(),
              graph.isList(column.term(), table.level()),
              graph.notYet(column.term(), table.level(), needs),
              ref -> graph.read(ref, table.level(), needs)));
    }
    boolean dated =
        !table.effective().isAlways()
            || table.rows().stream().anyMatch(row -> !row.effective().isAlways());
    if (dated) {
      clauses.add(new Drg.Clause("asOf", graph.asOf(needs), "date", ""));
    }
    boolean afterwards = needsAfterwards();
    List<Drg.Rule> rules = new ArrayList<>();
    for (Row row : rules()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < tests.size(); i++) {
        cells.add(tests.get(i).entry(row.inputs().get(i).test()));
      }
      if (dated) {
        cells.add(period(row.effective()));
      }
      rules.add(new Drg.Rule(cells, entries(row), annotations(row)));
    }
    List<Drg.Result> results = results();
    Drg.Logic logic =
        new Drg.Logic(
            table,
            hitPolicy(),
            afterwards ? "" : aggregation(),
            clauses,
            results,
            rules,
            afterwards ? afterwards(results) : orElse(results));
    String name = graph.name(table);
    return new Drg.Decision(
        name, table.label(), type(name, results), needs, Optional.of(logic), "");
  }

  /** The rows but for the default, which DMN has a place of its own for. */
  private List<Row> rules() {
    int count = table.rows().size();
    return otherwise(table).isPresent() ? table.rows().subList(0, count - 1) : table.rows();
  }

  /** The row that is written as the default outputs; a row alone stays a rule. */
  static Optional<Row> otherwise(DecisionTable table) {
    return table.rows().size() > 1 ? table.defaultRow() : Optional.empty();
  }

  private Drg.Clause clause(Column column) {
    TermRef ref = column.term();
    if (ref.term().type() == TermType.TEXT) {
      String name = graph.plainText(ref, table.level(), needs);
      return new Drg.Clause(column.header(), name, "string", "");
    }
    String expression = graph.read(ref, table.level(), needs);
    boolean list = graph.isList(ref, table.level());
    return new Drg.Clause(
        column.header(),
        expression,
        list ? graph.types().codes(ref.term()) : graph.types().given(ref.term()),
        list ? "" : DmnTypes.allowed(ref.term()));
  }

  /** The days on which a row counts: its own and the table's period. */
  private String period(Period own) {
    Period whole = table.effective();
    Optional<LocalDate> from = later(own.from(), whole.from());
    Optional<LocalDate> until = earlier(own.until(), whole.until());
    if (from.isPresent() && until.isPresent()) {
      return from.get().isAfter(until.get())
          ? "? = null and ? != null"
          : "[" + Feel.date(from.get()) + ".." + Feel.date(until.get()) + "]";
    }
    return from.map(day -> ">= " + Feel.date(day))
        .or(() -> until.map(day -> "<= " + Feel.date(day)))
        .orElse("-");
  }

  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> two) {
    return Stream.concat(one.stream(), two.stream()).max(LocalDate::compareTo);
  }

  private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> two) {
    return Stream.concat(one.stream(), two.stream()).min(LocalDate::compareTo);
  }

  private List<String> entries(Row row) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < table.outputs().size(); i++) {
      entry(table.outputs().get(i), row.outputs().get(i)).forEach(written::add);
    }
    return written;
  }

  private Stream<String> entry(Column column, OutputCell cell) {
    boolean text = column.term().term().type() == TermType.TEXT;
    if (cell.entry().isEmpty()) {
      return text ? Stream.of(Feel.NULL, Feel.NULL) : Stream.of(Feel.NULL);
    }
    OutputEntry entry = cell.entry().get();
    if (entry instanceof OutputEntry.Literal literal
        && literal.constant() instanceof Value.Words words) {
      return Stream.of(Feel.text(words.text().zh()), Feel.text(words.text().en()));
    }
    if (entry instanceof OutputEntry.TermValue value
        && value.ref().term().type() == TermType.DATE) {
      graph.note(
          new Text(
              "结果取自日期 `" + value.ref().code() + "` 时，“尚未”在 DMN 中为 null",
              "where a result is the date `" + value.ref().code() + "`, not yet is null in DMN"));
    }
    return Stream.of(entries.entry(entry));
  }

  static List<String> annotations(Row row) {
    Text reason = row.reason().orElse(Text.EMPTY);
    return List.of(row.id(), reason.zh(), reason.en(), row.note());
  }

  private List<Drg.Result> results() {
    List<Drg.Result> results = table.outputs().stream().flatMap(this::results).toList();
    Optional<Row> otherwise = otherwise(table);
    if (otherwise.isEmpty()) {
      return results;
    }
    List<String> entries = entries(otherwise.get());
    InForce inForce = InForce.of(table.effective());
    List<Drg.Result> withDefaults = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      String entry = results.size() > 1 ? entries.get(i) : inForce.only(entries.get(i));
      withDefaults.add(results.get(i).orElse(entry));
    }
    return withDefaults;
  }

  /**
   * Several default outputs of which some may be null are put beside the table: engines stumble
   * over them. Empty where DMN's own default output will do.
   */
  private String orElse(List<Drg.Result> results) {
    Optional<Row> otherwise = otherwise(table);
    if (otherwise.isEmpty() || results.size() == 1) {
      return "";
    }
    InForce inForce = InForce.of(table.effective());
    boolean known =
        otherwise.get().outputs().stream()
            .allMatch(
                cell -> cell.entry().filter(OutputEntry.Literal.class::isInstance).isPresent());
    return known && table.effective().isAlways()
        ? ""
        : "if rows = null then " + inForce.only("otherwise") + " else rows";
  }

  private Stream<Drg.Result> results(Column column) {
    String name = FeelNames.plain(column.term().code());
    if (column.term().term().type() == TermType.TEXT) {
      return Stream.of(
          new Drg.Result(name + "_zh", column.term().code() + " (zh)", "string", "", ""),
          new Drg.Result(name + "_en", column.term().code() + " (en)", "string", "", ""));
    }
    boolean sum = table.hitPolicy() == HitPolicy.COLLECT_SUM && !needsAfterwards();
    boolean closed =
        column.term().term().type() == TermType.CODE && !column.term().term().values().isEmpty();
    return Stream.of(
        new Drg.Result(
            DrgBuilder.isStructured(table) ? name : "",
            column.header(),
            graph.types().decided(column.term().term()),
            closed ? DmnTypes.allowed(column.term().term()) : "",
            sum ? "0" : ""));
  }

  private String hitPolicy() {
    return table.hitPolicy().letter().startsWith("C") ? "COLLECT" : table.hitPolicy().written();
  }

  private String aggregation() {
    return switch (table.hitPolicy()) {
      case COLLECT_SUM -> "SUM";
      case COLLECT_MIN -> "MIN";
      case COLLECT_MAX -> "MAX";
      default -> "";
    };
  }

  private boolean isAggregated() {
    return table.hitPolicy().letter().length() == 2;
  }

  /**
   * True where DMN's own aggregation says something else: it stumbles over rows without a value,
   * has none for several results, and counts equal values once.
   */
  private boolean needsAfterwards() {
    return isAggregated()
        && (table.hitPolicy() == HitPolicy.COLLECT_COUNT
            || table.outputs().size() > 1
            || table.rows().stream()
                .flatMap(row -> row.outputs().stream())
                .anyMatch(
                    cell ->
                        cell.entry().isEmpty()
                            || !(cell.entry().get() instanceof OutputEntry.Literal)));
  }

  private String afterwards(List<Drg.Result> results) {
    if (results.size() == 1) {
      return together("rows");
    }
    String all =
        results.stream()
            .map(result -> result.name() + ": " + together("rows." + result.name()))
            .collect(Collectors.joining(", ", "{", "}"));
    return table.hitPolicy().answersWithoutRow() ? all : "if count(rows) = 0 then null else " + all;
  }

  private String together(String all) {
    String known = all + "[item != null]";
    return switch (table.hitPolicy()) {
      case COLLECT_SUM -> "sum(concatenate([0], " + known + "))";
      case COLLECT_COUNT -> "count(" + known + ")";
      default -> {
        String function = table.hitPolicy() == HitPolicy.COLLECT_MIN ? "min(" : "max(";
        yield "if count(" + known + ") = 0 then null else " + function + known + ")";
      }
    };
  }

  private String type(String name, List<Drg.Result> results) {
    String one =
        results.size() == 1
            ? results.get(0).type()
            : graph.types().structure(name, DmnTypes.components(results));
    return isAggregated() || !hitPolicy().equals("COLLECT") && !hitPolicy().equals("RULE ORDER")
        ? one
        : graph.types().list(name, one);
  }
}
