package dev.huikuan.scenario;

import dev.huikuan.domain.Finding;
import java.util.List;

/**
 * What came of all scenarios of a policy.
 *
 * @param results in the order of the files and their rows
 * @param findings files and cells that could not be understood, code SCENARIO
 */
public record ScenarioRun(List<ScenarioResult> results, List<Finding> findings) {

  public ScenarioRun {
    results = List.copyOf(results);
    findings = List.copyOf(findings);
  }

  public List<ScenarioResult> failed() {
    return results.stream().filter(result -> !result.holds()).toList();
  }
}
