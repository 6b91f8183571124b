package dev.huikuan.rest;

import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.domain.Finding;
import dev.huikuan.policy.Policy;
import java.time.Instant;
import java.util.List;

/**
 * The policy that is being served.
 *
 * @param findings what loading it found; none is an error
 * @param since when it was put into service
 */
record Served(DecisionPipeline pipeline, CaseReader reader, List<Finding> findings, Instant since) {

  Policy policy() {
    return pipeline.policy();
  }

  long count(Finding.Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
