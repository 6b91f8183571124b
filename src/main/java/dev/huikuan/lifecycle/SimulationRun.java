package dev.huikuan.lifecycle;

import dev.huikuan.domain.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * A simulation of a version on the stored cases.
 *
 * @param ledger the only one whose cases are used; empty: all
 * @param done cases decided so far
 * @param total cases in all; 0 while they are being counted
 * @param beatAt when the replica that runs it was last heard of
 * @param result as JSON in both languages; empty unless DONE
 * @param failure why it is FAILED
 */
public record SimulationRun(
    String id,
    String version,
    Optional<String> ledger,
    String who,
    Status status,
    long done,
    long total,
    Instant startedAt,
    Instant beatAt,
    Optional<Result> result,
    Optional<Text> failure) {

  /** Names are a contract. */
  public enum Status {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /** What came of it. */
  public record Result(byte[] zh, byte[] en) {}
}
