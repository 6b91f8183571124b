package dev.huikuan.lifecycle;

import java.time.Instant;
import java.util.Optional;

/**
 * Simulations, those that run and those that ended, known to all replicas. Thread-safe. Every
 * method may throw {@link dev.huikuan.records.RecordsUnavailable}.
 */
public interface SimulationArchive {

  /** Keeps a new one. */
  void add(SimulationRun run);

  Optional<SimulationRun> find(String id);

  /**
   * Says how far it is.
   *
   * @return false when it is no longer RUNNING: somebody cancelled it
   */
  boolean beat(String id, long done, long total, Instant at);

  /**
   * Ends it with the status, the counts, the result and the failure of the run.
   *
   * @return false when it was no longer RUNNING; then nothing is changed
   */
  boolean end(SimulationRun run);

  /** Forgets those that began before. */
  void forgetBefore(Instant before);
}
