package dev.huikuan.scenario;

import dev.huikuan.domain.Text;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scenarios for the rows that none hits, at the boundaries of their cells.
 *
 * @param scenarios in the order of the tables and their rows
 * @param unreached rows for which there is no case, or none was found
 */
public record Suggestions(List<Suggestion> scenarios, List<Unreached> unreached) {

  /** A row that stays uncovered, and why. */
  public record Unreached(String decision, String row, String location, Text because) {}

  public Suggestions {
    scenarios = List.copyOf(scenarios);
    unreached = List.copyOf(unreached);
  }

  /** Suggests a scenario for each row that the coverage names. */
  public static Suggestions of(Policy policy, Coverage coverage) {
    Map<String, TableIndex> tables = new HashMap<>();
    policy.tables().forEach(index -> tables.put(index.table().location(), index));
    List<Suggestion> scenarios = new ArrayList<>();
    List<Unreached> unreached = new ArrayList<>();
    for (Coverage.Sheet sheet : coverage.tables()) {
      Set<String> missing = new HashSet<>();
      sheet.uncovered().forEach(row -> missing.add(row.location()));
      DecisionTable table = tables.get(sheet.location()).table();
      RowCases cases = new RowCases(policy, table);
      for (int i = 0; i < table.rows().size() && !missing.isEmpty(); i++) {
        if (missing.contains(table.rows().get(i).location())) {
          RowCases.Made made = cases.of(i);
          made.scenario().ifPresent(scenarios::add);
          made.unreached().ifPresent(unreached::add);
        }
      }
    }
    return new Suggestions(scenarios, unreached);
  }
}
