package dev.huikuan.scenario;

import dev.huikuan.domain.Text;
import java.util.List;

/**
 * What came of one scenario.
 *
 * @param location where it stands: {@code path#Sheet!A5}, or {@code path:12} in YAML
 * @param mismatches empty when it holds
 */
public record ScenarioResult(String name, String location, List<Mismatch> mismatches) {

  /**
   * A cell that does not hold, or that could not be understood.
   *
   * @param location of the cell
   * @param field its header; empty when the scenario as a whole could not be run
   * @param decidedBy id of the row, or name of the rule, that decided it; empty when none did
   */
  public record Mismatch(
      String location,
      String field,
      String expected,
      String actual,
      String decidedBy,
      Text message) {}

  public ScenarioResult {
    mismatches = List.copyOf(mismatches);
  }

  public boolean holds() {
    return mismatches.isEmpty();
  }
}
