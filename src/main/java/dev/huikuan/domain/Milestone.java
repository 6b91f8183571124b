package dev.huikuan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A step of a contract that makes part of its price due.
 *
 * @param kind ADVANCE, PROGRESS, ACCEPTANCE or RETENTION
 * @param percent share of the contract value, 0–100
 * @param acceptanceRequired unknown: yes for kind ACCEPTANCE, no for others
 */
public record Milestone(
    String id,
    Known<String> kind,
    Known<BigDecimal> percent,
    Known<LocalDate> dueOn,
    Known<LocalDate> completedOn,
    Known<Boolean> acceptanceRequired,
    Known<LocalDate> acceptedOn,
    Known<LocalDate> invoicedOn) {

  /** Completed work whose acceptance is required and known not to have come. */
  public boolean isAwaitingAcceptance() {
    boolean required = acceptanceRequired.orElse(kind.orElse("").equals("ACCEPTANCE"));
    return required && acceptedOn.isNotYet();
  }
}
