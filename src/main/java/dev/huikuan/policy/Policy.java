package dev.huikuan.policy;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.HolidayCalendar;
import dev.huikuan.domain.Parameters;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.rules.RuleBook;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A compiled policy: immutable, safe to share between threads.
 *
 * @param version hash of the content of tables and rules, the same everywhere
 * @param catalogues actions, holds, alerts, advice and roles by name
 * @param calendar what the policy itself says of holidays; other jurisdictions follow a library
 * @param tables all tables in an order of evaluation that their terms demand
 * @param stages the same tables by when they are evaluated
 */
public record Policy(
    String version,
    Vocabulary vocabulary,
    Map<String, Catalogue> catalogues,
    Parameters parameters,
    HolidayCalendar calendar,
    List<TableIndex> tables,
    RuleBook rules,
    Stages stages) {

  /**
   * Tables by when they are evaluated, each list in order. Tables whose period does not contain
   * asOf are among them and are left out by whoever evaluates.
   *
   * @param proposing account and receivable tables before the options are weighed
   * @param option tables evaluated for each candidate, each offer and WAIT
   * @param dressing tables that need the chosen action, directly or through others
   */
  public record Stages(
      List<TableIndex> proposing, List<TableIndex> option, List<TableIndex> dressing) {

    public Stages {
      proposing = List.copyOf(proposing);
      option = List.copyOf(option);
      dressing = List.copyOf(dressing);
    }

    /** By the terms that the tables read and decide. */
    public static Stages of(List<TableIndex> tables) {
      Map<DecisionTable, TableIndex> indexes = new IdentityHashMap<>();
      tables.forEach(index -> indexes.put(index.table(), index));
      DecisionGraph graph = DecisionGraph.of(tables.stream().map(TableIndex::table).toList());
      return new Stages(
          graph.proposing().stream().map(indexes::get).toList(),
          graph.option().stream().map(indexes::get).toList(),
          graph.dressing().stream().map(indexes::get).toList());
    }
  }

  public Policy {
    catalogues = Map.copyOf(catalogues);
    tables = List.copyOf(tables);
  }

  /** A policy whose stages follow from its tables. */
  public Policy(
      String version,
      Vocabulary vocabulary,
      Map<String, Catalogue> catalogues,
      Parameters parameters,
      HolidayCalendar calendar,
      List<TableIndex> tables,
      RuleBook rules) {
    this(version, vocabulary, catalogues, parameters, calendar, tables, rules, Stages.of(tables));
  }

  /** A policy without a calendar of its own, whose stages follow from its tables. */
  public Policy(
      String version,
      Vocabulary vocabulary,
      Map<String, Catalogue> catalogues,
      Parameters parameters,
      List<TableIndex> tables,
      RuleBook rules) {
    this(version, vocabulary, catalogues, parameters, HolidayCalendar.NONE, tables, rules);
  }

  /** Tables evaluated before the options are weighed, in order. */
  public List<TableIndex> proposing() {
    return stages.proposing();
  }

  /** Tables evaluated for each option, in order. */
  public List<TableIndex> option() {
    return stages.option();
  }

  /** Tables that come after the choice of the action, in order. */
  public List<TableIndex> dressing() {
    return stages.dressing();
  }

  public Catalogue actions() {
    return catalogues.get("actions");
  }

  public Catalogue holds() {
    return catalogues.get("holds");
  }

  public Catalogue alerts() {
    return catalogues.get("alerts");
  }

  public Catalogue advice() {
    return catalogues.get("advice");
  }
}
