package dev.huikuan.lifecycle;

import dev.huikuan.access.Principal;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.PolicyRefusal.Kind;
import dev.huikuan.lifecycle.SimulationRun.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Simulates versions on the stored cases, in the background; any replica tells how far they are and
 * cancels them. Thread-safe.
 */
public final class Simulations implements AutoCloseable {

  /** Simulations that run at the same time on one machine. */
  static final int MOST_AT_A_TIME = 2;

  /** A simulation of which nothing is heard for so long has failed. */
  static final Duration SILENCE = Duration.ofSeconds(60);

  private static final Duration KEPT = Duration.ofDays(30);

  private final PolicyArchive archive;
  private final PolicyRegistry registry;
  private final SimulationArchive runs;
  private final StoredCases cases;
  private final Clock clock;
  private final Semaphore free = new Semaphore(MOST_AT_A_TIME);
  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "simulation");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closed;

  Simulations(
      PolicyArchive archive,
      PolicyRegistry registry,
      SimulationArchive runs,
      StoredCases cases,
      Clock clock) {
    this.archive = archive;
    this.registry = registry;
    this.runs = runs;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Begins to simulate a version against the active one.
   *
   * @throws PolicyRefusal when there is no such version, it cannot be loaded here, or too many run
   */
  public SimulationRun start(String version, Principal who) {
    archive.find(version).orElseThrow(() -> PolicyRefusal.unknown(version));
    ServedPolicy active = registry.active().orElseThrow(Simulations::busy);
    if (!free.tryAcquire()) {
      throw busy();
    }
    boolean started = false;
    try {
      BackgroundSimulation work =
          new BackgroundSimulation(active, loaded(version), runs, cases, clock, () -> closed);
      SimulationRun run = begun(version, who);
      workers.execute(
          () -> {
            try {
              work.run(run);
            } finally {
              free.release();
            }
          });
      started = true;
      return run;
    } finally {
      if (!started) {
        free.release();
      }
    }
  }

  private ServedPolicy loaded(String version) {
    try {
      return registry.obtain(version);
    } catch (NotServable cannot) {
      throw Activations.refused(cannot);
    }
  }

  private SimulationRun begun(String version, Principal who) {
    Instant now = clock.instant();
    runs.forgetBefore(now.minus(KEPT));
    SimulationRun run =
        new SimulationRun(
            UUID.randomUUID().toString(),
            version,
            who.ledger(),
            who.name(),
            Status.RUNNING,
            0,
            0,
            now,
            now,
            Optional.empty(),
            Optional.empty());
    runs.add(run);
    return run;
  }

  private static PolicyRefusal busy() {
    return PolicyRefusal.of(
        Kind.BUSY,
        "正在运行的模拟已达 " + MOST_AT_A_TIME + " 个，请稍后重试",
        MOST_AT_A_TIME + " simulations are running already; try again later");
  }

  /**
   * A simulation as it stands.
   *
   * @throws PolicyRefusal when there is none, or not for this caller
   */
  public SimulationRun find(String id, Principal who) {
    SimulationRun run =
        runs.find(id)
            .filter(one -> who.ledger().isEmpty() || one.ledger().equals(who.ledger()))
            .orElseThrow(() -> unknown(id));
    boolean silent =
        run.status() == Status.RUNNING && run.beatAt().plus(SILENCE).isBefore(clock.instant());
    if (!silent) {
      return run;
    }
    runs.end(
        ended(
            run,
            Status.FAILED,
            Optional.of(new Text("运行它的服务已停止", "the service that ran it is gone"))));
    return runs.find(id).orElseThrow(() -> unknown(id));
  }

  /**
   * Cancels a simulation; one that ended stays as it is.
   *
   * @throws PolicyRefusal when there is none, or not for this caller
   */
  public SimulationRun cancel(String id, Principal who) {
    SimulationRun run = find(id, who);
    if (run.status() == Status.RUNNING) {
      runs.end(ended(run, Status.CANCELLED, Optional.empty()));
    }
    return find(id, who);
  }

  static SimulationRun ended(SimulationRun run, Status status, Optional<Text> failure) {
    return new SimulationRun(
        run.id(),
        run.version(),
        run.ledger(),
        run.who(),
        status,
        run.done(),
        run.total(),
        run.startedAt(),
        run.beatAt(),
        Optional.empty(),
        failure);
  }

  private static PolicyRefusal unknown(String id) {
    return PolicyRefusal.of(
        Kind.UNKNOWN_SIMULATION,
        "没有模拟 `" + id + "`；结果保留 " + KEPT.toDays() + " 天",
        "no simulation `" + id + "`; results are kept for " + KEPT.toDays() + " days");
  }

  /** Ends those that run here. */
  @Override
  public void close() {
    closed = true;
    workers.shutdown();
  }
}
