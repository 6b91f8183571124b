package dev.huikuan.scenario;

import dev.huikuan.domain.Finding;
import java.util.List;
import java.util.Set;

/**
 * What came of all scenarios of a policy.
 *
 * @param results in the order of the files and their rows
 * @param findings files and cells that could not be understood, code SCENARIO
 * @param hits where the rows stand that decided something in any scenario
 */
public record ScenarioRun(List<ScenarioResult> results, List<Finding> findings, Set<String> hits) {

  public ScenarioRun {
    results = List.copyOf(results);
    findings = List.copyOf(findings);
    hits = Set.copyOf(hits);
  }

  public List<ScenarioResult> failed() {
    return results.stream().filter(result -> !result.holds()).toList();
  }
}
