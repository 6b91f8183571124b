package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.DecisionTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A decision requirements graph: what is given, what is decided, and what needs what.
 *
 * @param notes what DMN cannot say as the policy does, in words
 */
record Drg(
    List<Input> inputs, List<Decision> decisions, List<DmnTypes.Item> types, List<Text> notes) {

  /** A node's name, unique in the graph; requirements are names. */
  interface Node {
    String name();

    Text label();
  }

  /** A fact given from outside. */
  record Input(String name, Text label, Text description, String type) implements Node {}

  /**
   * A decision: a table, or the choice among tables of disjoint periods.
   *
   * @param type of its result
   * @param logic the table's logic, empty for a choice
   * @param choice FEEL, empty for a table
   */
  record Decision(
      String name, Text label, String type, Set<String> needs, Optional<Logic> logic, String choice)
      implements Node {}

  /**
   * A table with everything in FEEL.
   *
   * @param aggregation SUM, MIN, MAX; empty: none
   * @param afterwards FEEL over {@code values} (one result) or {@code rows} (several), where the
   *     table's own aggregation would not do, or over {@code rows} and {@code otherwise} (the
   *     default outputs); empty: none
   */
  record Logic(
      DecisionTable table,
      String hitPolicy,
      String aggregation,
      List<Clause> inputs,
      List<Result> results,
      List<Rule> rules,
      String afterwards) {}

  /** An input clause. */
  record Clause(String label, String expression, String type, String allowed) {}

  /**
   * An output clause.
   *
   * @param name empty when it is the only one
   * @param otherwise the default output entry, empty for none
   */
  record Result(String name, String label, String type, String allowed, String otherwise) {

    Result orElse(String entry) {
      return new Result(name, label, type, allowed, entry);
    }
  }

  /** A rule in FEEL with its annotations, in the order of {@link DmnExport#ANNOTATIONS}. */
  record Rule(List<String> tests, List<String> entries, List<String> annotations) {}
}
