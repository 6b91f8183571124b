package dev.huikuan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contract with its payment terms.
 *
 * @param totalAmount contract value in its currency
 * @param paidAmount paid under it so far
 * @param netDays days from delivery of the invoice to the due date
 * @param graceDays days after the due date in which nothing is asked
 * @param lateInterest agreed late-payment interest; empty = none agreed
 * @param progressPercent work done, 0–100
 */
public record Contract(
    String id,
    Known<String> currency,
    Known<BigDecimal> totalAmount,
    Known<BigDecimal> paidAmount,
    Known<LocalDate> signedOn,
    Known<LocalDate> endsOn,
    Known<BigDecimal> netDays,
    Known<BigDecimal> graceDays,
    Optional<EarlyPaymentDiscount> earlyPaymentDiscount,
    Optional<LateInterest> lateInterest,
    Known<Boolean> installmentsAllowed,
    Known<BigDecimal> maxInstallments,
    Known<Boolean> suspensionClause,
    Known<String> disputeResolution,
    Known<String> governingLaw,
    Known<Boolean> termsClear,
    Known<BigDecimal> progressPercent,
    Known<List<Milestone>> milestones,
    Map<String, Value> attributes) {

  /** The discount clause: percent off when paid within so many days of the invoice. */
  public record EarlyPaymentDiscount(BigDecimal percent, int withinDays) {}

  /** Agreed late interest: simple, percent per {@code YEAR} or {@code DAY}. */
  public record LateInterest(BigDecimal percent, String per) {}

  public Contract {
    milestones = milestones.map(List::copyOf);
    attributes = Map.copyOf(attributes);
  }

  public Optional<Milestone> milestone(String milestoneId) {
    return milestones.orElse(List.of()).stream()
        .filter(m -> m.id().equals(milestoneId))
        .findFirst();
  }
}
