package dev.huikuan.lifecycle;

import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.domain.Finding;
import dev.huikuan.policy.Policy;
import java.time.Instant;
import java.util.List;

/**
 * A version of the policy, loaded and ready to decide. A request takes one and stays with it.
 *
 * @param findings what loading it found; none is an error
 * @param since when it was put into service, or loaded
 */
public record ServedPolicy(
    DecisionPipeline pipeline, CaseReader reader, List<Finding> findings, Instant since) {

  public ServedPolicy {
    findings = List.copyOf(findings);
  }

  public static ServedPolicy of(DecisionPipeline pipeline, List<Finding> findings, Instant since) {
    return new ServedPolicy(pipeline, new CaseReader(pipeline.policy()), findings, since);
  }

  public Policy policy() {
    return pipeline.policy();
  }

  public String version() {
    return policy().version();
  }

  public long count(Finding.Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
