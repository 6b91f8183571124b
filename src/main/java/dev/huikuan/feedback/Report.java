package dev.huikuan.feedback;

import dev.huikuan.records.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An outcome as it is reported, its shape in order; see {@link Outcome} for what its parts mean.
 *
 * @param on a date, or a moment with offset, as written; empty: now
 */
public record Report(
    Outcome.Type type,
    List<String> receivableIds,
    Optional<String> action,
    Optional<String> channel,
    Optional<BigDecimal> amount,
    Optional<LocalDate> promisedOn,
    Optional<Outcome.Offer> offer,
    Optional<String> on,
    Optional<String> note,
    Optional<String> actor) {

  public Report {
    receivableIds = List.copyOf(receivableIds);
  }

  /**
   * What is kept of it.
   *
   * @param on when it happened, as it was worked out
   * @param reporter the key under which it was reported
   */
  public Outcome outcome(
      String id, String decisionId, String on, String reporter, Instant recordedAt) {
    return new Outcome(
        id,
        decisionId,
        type,
        receivableIds,
        action,
        channel,
        amount,
        promisedOn,
        offer,
        on,
        note,
        actor,
        reporter,
        recordedAt);
  }
}
