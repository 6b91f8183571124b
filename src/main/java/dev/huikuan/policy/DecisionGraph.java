package dev.huikuan.policy;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.policy.table.DecisionTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tables by their terms: a table that reads a decided term comes after every table that decides it.
 * The choice of the action stands among them: tables that read {@code action} come after it.
 */
final class DecisionGraph {

  private static final String NEXT_ACTION = "nextAction";

  /** The term that the choice gives. */
  static final String ACTION = "action";

  private static final Set<String> OFFER_TERMS =
      Set.of(
          "discountKind",
          "discountPercent",
          "discountValidDays",
          "installmentCount",
          "downPaymentPercent",
          "installmentIntervalDays",
          "installmentAnnualInterestPercent",
          "installmentMethod",
          "extensionKind",
          "extensionDays");

  /** Terms that the product computes only once others are decided. */
  private static final Map<String, Set<String>> NEEDS =
      Map.of(
          "dunningLevel", Set.of("dunningLevelDue"),
          "accruedInterest",
              Set.of(
                  "interestAnnualPercent",
                  "interestDayBase",
                  "interestFixedSum",
                  "interestFixedSumCurrency"),
          "daysToLimitation", Set.of("limitationYears", "limitationStart", "demandInterrupts"));

  /** What the choice itself reads, beside the option tables. */
  private static final Set<String> CHOICE_NEEDS =
      Set.of(NEXT_ACTION, "dunningLevelDue", "maxContactsPer7Days");

  /** A table, or the choice when there is none. */
  private record Node(int index) {}

  private final List<DecisionTable> tables;
  private final Node choice;
  private final Map<String, Set<Node>> deciding = new HashMap<>();
  private final Map<Node, Set<Node>> after = new LinkedHashMap<>();
  private final List<Node> order = new ArrayList<>();
  private final List<List<String>> cycles = new ArrayList<>();
  private final List<DecisionTable> cycleHeads = new ArrayList<>();
  private final Set<Set<Node>> reported = new LinkedHashSet<>();

  private DecisionGraph(List<DecisionTable> tables) {
    this.tables =
        tables.stream()
            .sorted(
                Comparator.comparing(DecisionTable::code).thenComparing(DecisionTable::location))
            .toList();
    this.choice = new Node(tables.size());
  }

  static DecisionGraph of(List<DecisionTable> tables) {
    DecisionGraph graph = new DecisionGraph(tables);
    graph.connect();
    Map<Node, Boolean> done = new HashMap<>();
    graph.after.keySet().forEach(node -> graph.visit(node, done, new ArrayList<>()));
    return graph;
  }

  /** Codes of all terms that a table reads, in its headers and in its cells. */
  static Set<String> reads(DecisionTable table) {
    Set<String> codes = new TreeSet<>();
    table.inputs().forEach(column -> codes.add(column.term().code()));
    for (DecisionTable.Row row : table.rows()) {
      row.inputs().forEach(cell -> cell.test().reads().forEach(ref -> codes.add(ref.code())));
      row.outputs()
          .forEach(
              cell ->
                  cell.entry()
                      .ifPresent(
                          entry -> entry.reads().stream().map(TermRef::code).forEach(codes::add)));
    }
    return codes;
  }

  static Set<String> decides(DecisionTable table) {
    Set<String> codes = new LinkedHashSet<>();
    table.outputs().forEach(column -> codes.add(column.term().code()));
    return codes;
  }

  private void connect() {
    for (int i = 0; i < tables.size(); i++) {
      Node node = new Node(i);
      decides(tables.get(i))
          .forEach(code -> deciding.computeIfAbsent(code, c -> new LinkedHashSet<>()).add(node));
    }
    Set<Node> beforeChoice = decidingAny(CHOICE_NEEDS);
    for (int i = 0; i < tables.size(); i++) {
      Set<Node> needed = new LinkedHashSet<>();
      for (String code : reads(tables.get(i))) {
        needed.addAll(decidingAny(NEEDS.getOrDefault(code, Set.of(code))));
        if (code.equals(ACTION)) {
          needed.add(choice);
        }
      }
      if (tables.get(i).level() == Level.OPTION) {
        needed.addAll(decidingAny(Set.of(NEXT_ACTION)));
        needed.addAll(decidingAny(OFFER_TERMS));
        beforeChoice.add(new Node(i));
      }
      after.put(new Node(i), needed);
    }
    after.put(choice, beforeChoice);
  }

  private Set<Node> decidingAny(Set<String> codes) {
    Set<Node> nodes = new LinkedHashSet<>();
    for (String code : new TreeSet<>(codes)) {
      nodes.addAll(deciding.getOrDefault(code, Set.of()));
    }
    return nodes;
  }

  /** Depth first; a node that is met again on its own path closes a cycle. */
  private void visit(Node node, Map<Node, Boolean> done, List<Node> path) {
    if (done.getOrDefault(node, false)) {
      return;
    }
    int at = path.indexOf(node);
    if (at >= 0) {
      cycle(path.subList(at, path.size()));
      return;
    }
    path.add(node);
    after.get(node).forEach(needed -> visit(needed, done, path));
    path.remove(path.size() - 1);
    done.put(node, true);
    order.add(node);
  }

  private void cycle(List<Node> path) {
    if (!reported.add(Set.copyOf(path))) {
      return;
    }
    List<String> names = new ArrayList<>();
    path.forEach(node -> names.add(node.equals(choice) ? ACTION : tables.get(node.index()).code()));
    names.add(names.get(0));
    java.util.Collections.reverse(names);
    cycles.add(names);
    path.stream()
        .filter(node -> !node.equals(choice))
        .map(node -> tables.get(node.index()))
        .min(Comparator.comparing(DecisionTable::location))
        .ifPresent(cycleHeads::add);
  }

  /** Each cycle as codes of tables in the order of evaluation, the first again at the end. */
  List<List<String>> cycles() {
    return cycles;
  }

  /** For each cycle the table where it is reported. */
  List<DecisionTable> cycleHeads() {
    return cycleHeads;
  }

  /** Tables before the options are weighed, each after those that it needs. */
  List<DecisionTable> proposing() {
    return ordered(false).stream().filter(table -> table.level() != Level.OPTION).toList();
  }

  /** Tables evaluated for each option. */
  List<DecisionTable> option() {
    return ordered(false).stream().filter(table -> table.level() == Level.OPTION).toList();
  }

  /** Tables that need the chosen action. */
  List<DecisionTable> dressing() {
    return ordered(true);
  }

  private List<DecisionTable> ordered(boolean afterChoice) {
    Set<Node> dressed = new LinkedHashSet<>(Set.of(choice));
    for (Node node : order) {
      if (after.get(node).stream().anyMatch(dressed::contains)) {
        dressed.add(node);
      }
    }
    return order.stream()
        .filter(node -> !node.equals(choice) && dressed.contains(node) == afterChoice)
        .map(node -> tables.get(node.index()))
        .toList();
  }
}
