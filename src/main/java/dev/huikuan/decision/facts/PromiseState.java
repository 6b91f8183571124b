package dev.huikuan.decision.facts;

import dev.huikuan.domain.Promise;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What has become of a promise: judged on the day after {@code openUntil}.
 *
 * @param openUntil due date + promiseToleranceDays business days
 */
public record PromiseState(Promise promise, Outcome outcome, LocalDate openUntil) {

  /** Kept as soon as it is paid in full; the others only once its day and tolerance are over. */
  public enum Outcome {
    OPEN,
    KEPT,
    PARTIALLY_KEPT,
    BROKEN
  }

  static PromiseState of(Promise promise, int toleranceDays, Settings settings) {
    LocalDate asOf = settings.asOf();
    LocalDate openUntil = settings.days().after(promise.dueOn(), toleranceDays);
    Outcome outcome;
    if (promise.paid().compareTo(promise.amount()) >= 0) {
      outcome = Outcome.KEPT;
    } else if (!asOf.isAfter(openUntil)) {
      outcome = Outcome.OPEN;
    } else {
      outcome = promise.paid().signum() > 0 ? Outcome.PARTIALLY_KEPT : Outcome.BROKEN;
    }
    return new PromiseState(promise, outcome, openUntil);
  }

  /** What is still expected of it. */
  public BigDecimal unpaid() {
    return promise.amount().subtract(promise.paid()).max(BigDecimal.ZERO);
  }

  public boolean isOpen() {
    return outcome == Outcome.OPEN;
  }

  /** Broken, and due in the 365 days up to asOf. */
  boolean brokenWithinAYear(LocalDate asOf) {
    return outcome == Outcome.BROKEN && promise.dueOn().isAfter(asOf.minusDays(365));
  }
}
