package dev.huikuan.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Language;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What checking a policy found: its files, its rules, the analysis of its tables, its scenarios and
 * the rows that they hit.
 *
 * @param omitted how many more findings of a kind the analysis made than are listed
 * @param policyVersion absent when it has errors; then no scenario was run
 */
public record CheckReport(
    Optional<String> policyVersion,
    List<Finding> findings,
    Map<Finding.Code, Integer> omitted,
    List<ScenarioResult> scenarios,
    Coverage coverage) {

  public CheckReport {
    findings = List.copyOf(findings);
    omitted = Map.copyOf(omitted);
    scenarios = List.copyOf(scenarios);
  }

  /**
   * Loads the policy and, when it has no errors, analyses its tables, runs its scenarios and sees
   * what they hit.
   */
  public static CheckReport of(List<PolicyFile> files, Demands demands) {
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    List<Finding> findings = new ArrayList<>(loaded.findings());
    if (loaded.policy().isEmpty()) {
      return new CheckReport(Optional.empty(), findings, Map.of(), List.of(), Coverage.NONE);
    }
    Verification verification = Verification.of(loaded.policy().get());
    findings.addAll(verification.findings());
    ScenarioRun run = ScenarioRunner.run(loaded.policy().get(), files);
    Coverage coverage = Coverage.of(loaded.policy().get(), run.hits());
    findings.addAll(run.findings());
    findings.addAll(demands.unmet(run, coverage));
    findings.addAll(coverage.findings());
    return new CheckReport(
        Optional.of(loaded.policy().get().version()),
        findings,
        verification.omitted(),
        run.results(),
        coverage);
  }

  public long count(Finding.Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }

  public long passed() {
    return scenarios.stream().filter(ScenarioResult::holds).count();
  }

  public List<ScenarioResult> failed() {
    return scenarios.stream().filter(result -> !result.holds()).toList();
  }

  /** No errors, no warning that nobody acknowledged, no failed scenario. */
  public boolean isGood() {
    return isTested()
        && findings.stream()
            .noneMatch(f -> f.severity() == Finding.Severity.WARNING && f.acknowledged().isEmpty());
  }

  /** No errors, no failed scenario. */
  public boolean isTested() {
    return count(Finding.Severity.ERROR) == 0 && failed().isEmpty();
  }

  /** The report of the contract, texts in one language. */
  public ObjectNode json(Language language) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    policyVersion.ifPresentOrElse(
        version -> json.put("policyVersion", version), () -> json.putNull("policyVersion"));
    json.put("errors", count(Finding.Severity.ERROR));
    json.put("warnings", count(Finding.Severity.WARNING));
    ArrayNode list = json.putArray("findings");
    findings.forEach(finding -> list.add(FindingJson.of(finding, language)));
    ObjectNode more = json.putObject("omitted");
    new TreeMap<>(omitted).forEach((code, count) -> more.put(code.name(), count));
    if (coverage.omitted() > 0) {
      more.put(Finding.Code.UNCOVERED.name(), coverage.omitted());
    }
    ObjectNode ran = json.putObject("scenarios");
    ran.put("passed", passed());
    ArrayNode failures = ran.putArray("failed");
    failed().forEach(result -> failures.add(json(result, language)));
    coverage.write(json.putArray("coverage"));
    return json;
  }

  private static ObjectNode json(ScenarioResult result, Language language) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", result.name());
    json.put("location", result.location());
    ArrayNode mismatches = json.putArray("mismatches");
    for (ScenarioResult.Mismatch mismatch : result.mismatches()) {
      mismatches
          .addObject()
          .put("location", mismatch.location())
          .put("field", mismatch.field())
          .put("expected", mismatch.expected())
          .put("actual", mismatch.actual())
          .put("decidedBy", mismatch.decidedBy())
          .put("message", mismatch.message().in(language));
    }
    return json;
  }
}
