package dev.huikuan.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A person's decision to leave a customer or receivable alone for a while.
 *
 * @param until last day of the pause; empty = until it is lifted
 */
public record Pause(Optional<LocalDate> until, String reason) {

  public boolean isRunning(LocalDate day) {
    return until.map(last -> !last.isBefore(day)).orElse(true);
  }
}
