package dev.huikuan.policy;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.DecisionTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks tables together: nothing goes round in circles, and everything read is provided. */
final class GraphChecks {

  /** A table and the number of its header row. */
  record Placed(DecisionTable table, int headerRow) {}

  private final List<Placed> placed;
  private final Set<String> decided = new HashSet<>();
  private final Map<String, Finding> findings = new LinkedHashMap<>();

  private GraphChecks(List<Placed> placed) {
    this.placed = placed;
    placed.forEach(p -> decided.addAll(DecisionGraph.decides(p.table())));
  }

  static List<Finding> cycles(DecisionGraph graph) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < graph.cycles().size(); i++) {
      String path = String.join(" → ", graph.cycles().get(i));
      DecisionTable head = graph.cycleHeads().get(i);
      Text message =
          new Text(
              "决策表互相等待，形成循环：" + path + "；请去掉其中一个条件",
              "tables wait for each other in a circle: " + path + "; take one condition out");
      findings.add(
          Finding.error(Code.CYCLE, head.location(), message)
              .found(path, Text.EMPTY, List.of())
              .about(head.code(), List.of()));
    }
    return findings;
  }

  /** Decided terms that are read although no table of the policy decides them. */
  static List<Finding> providers(List<Placed> placed) {
    GraphChecks checks = new GraphChecks(placed);
    checks.placed.forEach(checks::check);
    return List.copyOf(checks.findings.values());
  }

  private void check(Placed p) {
    DecisionTable table = p.table();
    for (DecisionTable.Column column : table.inputs()) {
      check(column.term(), table, column.letter() + p.headerRow(), List.of());
    }
    for (DecisionTable.Row row : table.rows()) {
      for (DecisionTable.InputCell cell : row.inputs()) {
        cell.test().reads().forEach(ref -> check(ref, table, cell.address(), List.of(row.id())));
      }
      for (DecisionTable.OutputCell cell : row.outputs()) {
        cell.entry()
            .ifPresent(
                entry ->
                    entry
                        .reads()
                        .forEach(ref -> check(ref, table, cell.address(), List.of(row.id()))));
      }
    }
  }

  private void check(TermRef ref, DecisionTable table, String address, List<String> rows) {
    if (ref.term().origin() != Origin.DECIDED || decided.contains(ref.code())) {
      return;
    }
    String location = sheetOf(table) + address;
    Text message =
        new Text(
            "没有任何决策表决定 `" + ref.code() + "`，而 `" + table.code() + "` 要读取它；请增加一个决定它的表，或去掉此处",
            "no table decides `"
                + ref.code()
                + "`, which `"
                + table.code()
                + "` reads; add a table that does, or take it out here");
    findings.putIfAbsent(
        location + ref.code(),
        Finding.error(Code.NO_PROVIDER, location, message)
            .found(ref.code(), Text.EMPTY, List.of())
            .about(table.code(), rows));
  }

  /** {@code path#Sheet!}, or {@code path#} for a CSV. */
  private static String sheetOf(DecisionTable table) {
    String location = table.location();
    int mark = Math.max(location.lastIndexOf('!'), location.lastIndexOf('#'));
    return location.substring(0, mark + 1);
  }
}
