package dev.huikuan.bench;

import dev.huikuan.app.PolicyFolder;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.portfolio.demo.DemoAccount;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The default policy of the working folder and the demo portfolio, which all rows work on. */
record Shipped(
    List<PolicyFile> files, Policy policy, DecisionPipeline pipeline, CaseReader reader) {

  static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

  static Shipped load() throws IOException {
    List<PolicyFile> files = PolicyFolder.read(Path.of("").toAbsolutePath());
    Policy policy = PolicyLoader.load(files).policy().orElseThrow();
    return new Shipped(files, policy, new DecisionPipeline(policy), new CaseReader(policy));
  }

  /** The cases of the demo portfolio as they are sent. */
  static List<byte[]> lines() {
    return DemoPortfolio.asOf(DemoPortfolio.AS_OF).stream()
        .map(DemoAccount::json)
        .map(json -> json.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  Asked ask(byte[] line) {
    try {
      return reader.ask(line, Optional.empty(), NOW);
    } catch (InvalidCase e) {
      throw new IllegalStateException(e);
    }
  }
}
