package dev.huikuan.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huikuan.app.PolicyFolder;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.portfolio.EachAccount;
import dev.huikuan.portfolio.PortfolioInput;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A simulation as a service runs it: it tells how far it is and stops when it is told to. */
class SimulationTest {

  private static PortfolioInput demo() {
    byte[] cases = DemoPortfolio.ndjson(DemoPortfolio.AS_OF).getBytes(StandardCharsets.UTF_8);
    return new PortfolioInput("demo.ndjson", new ByteArrayInputStream(cases), Optional.empty());
  }

  @Test
  void itStopsSoonAfterItIsCancelled() throws IOException {
    DecisionPipeline pipeline =
        new DecisionPipeline(
            PolicyLoader.load(PolicyFolder.read(Path.of("").toAbsolutePath()))
                .policy()
                .orElseThrow());
    AtomicBoolean cancelled = new AtomicBoolean();
    AtomicLong seen = new AtomicLong();
    Simulation.Order order =
        new Simulation.Order(
            new EachAccount.Dates(
                Optional.empty(), DemoPortfolio.AS_OF, Instant.parse("2026-11-20T01:00:00Z")),
            5,
            (done, total) -> {
              seen.set(done);
              cancelled.set(done >= 10);
            },
            cancelled::get);
    assertThatThrownBy(() -> Simulation.run(pipeline, pipeline, demo(), order))
        .isInstanceOf(CancellationException.class);
    assertThat(seen.get()).isEqualTo(10);
  }
}
