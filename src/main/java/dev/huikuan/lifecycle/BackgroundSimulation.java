package dev.huikuan.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.SimulationRun.Status;
import dev.huikuan.portfolio.EachAccount;
import dev.huikuan.portfolio.InvalidLedger;
import dev.huikuan.portfolio.PortfolioInput;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.simulation.Simulation;
import dev.huikuan.simulation.SimulationJson;
import dev.huikuan.simulation.SimulationResult;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One simulation from the stored cases to its result. The cases are copied to a temporary file
 * first, so that no reader of the database waits for decisions.
 */
final class BackgroundSimulation {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundSimulation.class);
  private static final long BEAT_NANOS = 1_000_000_000L;
  private static final int TOP = 20;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final ServedPolicy active;
  private final ServedPolicy candidate;
  private final SimulationArchive runs;
  private final StoredCases cases;
  private final Clock clock;
  private final BooleanSupplier stopping;
  private long done;
  private long total;
  private long beatAt = System.nanoTime();
  private boolean cancelled;

  BackgroundSimulation(
      ServedPolicy active,
      ServedPolicy candidate,
      SimulationArchive runs,
      StoredCases cases,
      Clock clock,
      BooleanSupplier stopping) {
    this.active = active;
    this.candidate = candidate;
    this.runs = runs;
    this.cases = cases;
    this.clock = clock;
    this.stopping = stopping;
  }

  /** Runs to the end, whatever that is, and keeps what came of it. */
  void run(SimulationRun run) {
    Optional<SimulationResult> result = Optional.empty();
    Optional<Text> failure = Optional.empty();
    try {
      result = Optional.of(simulated(run));
    } catch (CancellationException stopped) {
      if (cancelled) {
        return;
      }
      failure = Optional.of(new Text("服务已停止", "the service was stopped"));
    } catch (IOException | InvalidLedger | RuntimeException e) {
      LOG.warn("simulation {} failed", run.id(), e);
      failure = Optional.of(Text.same(e.getClass().getSimpleName() + ": " + e.getMessage()));
    }
    keep(run, result, failure);
  }

  private SimulationResult simulated(SimulationRun run) throws IOException, InvalidLedger {
    Path file = Files.createTempFile("huikuan-", ".simulation");
    try {
      copy(run, file);
      try (InputStream in = Files.newInputStream(file)) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Simulation.run(
            active.pipeline(),
            candidate.pipeline(),
            new PortfolioInput("cases.ndjson", in, Optional.empty()),
            new Simulation.Order(
                new EachAccount.Dates(Optional.empty(), today, clock.instant()),
                TOP,
                (soFar, unknown) -> done = soFar,
                () -> isCancelled(run)));
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void copy(SimulationRun run, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      cases.each(run.ledger(), json -> line(run, json, out));
    }
  }

  private void line(SimulationRun run, byte[] json, OutputStream out) {
    if (isCancelled(run)) {
      throw new CancellationException("simulation cancelled");
    }
    if (json.length == 0) {
      return;
    }
    byte[] line = json.clone();
    for (int i = 0; i < line.length; i++) {
      // Between the tokens of JSON a line break is a blank; within them there is none.
      line[i] = line[i] == '\n' || line[i] == '\r' ? (byte) ' ' : line[i];
    }
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    total++;
  }

  /** Says how far it is, once a second, and hears whether it is wanted still. */
  private boolean isCancelled(SimulationRun run) {
    if (!cancelled && System.nanoTime() - beatAt >= BEAT_NANOS) {
      beatAt = System.nanoTime();
      try {
        cancelled = !runs.beat(run.id(), done, total, clock.instant());
      } catch (RecordsUnavailable gone) {
        LOG.warn("simulation {} cannot say how far it is: {}", run.id(), gone.getMessage());
      }
    }
    return cancelled || stopping.getAsBoolean();
  }

  private void keep(SimulationRun run, Optional<SimulationResult> result, Optional<Text> failure) {
    SimulationRun ended =
        new SimulationRun(
            run.id(),
            run.version(),
            run.ledger(),
            run.who(),
            result.isPresent() ? Status.DONE : Status.FAILED,
            result.isPresent() ? total : done,
            total,
            run.startedAt(),
            clock.instant(),
            result.map(
                r -> new SimulationRun.Result(written(r, Language.ZH), written(r, Language.EN))),
            failure);
    try {
      runs.end(ended);
    } catch (RecordsUnavailable gone) {
      LOG.warn("what came of simulation {} cannot be kept: {}", run.id(), gone.getMessage());
    }
  }

  private static byte[] written(SimulationResult result, Language language) {
    try {
      return JSON.writeValueAsBytes(SimulationJson.of(result, language));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
