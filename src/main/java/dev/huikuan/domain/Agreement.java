package dev.huikuan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An accepted offer, with approval. While it runs it replaces the due date.
 *
 * @param kind GRACE, EXTENSION, DISCOUNT (these with {@code until}) or INSTALLMENTS (with schedule)
 * @param payNow what a discount leaves to pay
 */
public record Agreement(
    String id,
    String kind,
    List<String> receivableIds,
    Known<LocalDate> agreedOn,
    Optional<LocalDate> until,
    Known<Boolean> interestContinues,
    Optional<BigDecimal> payNow,
    List<Installment> schedule) {

  /** One payment of the schedule. */
  public record Installment(LocalDate dueOn, BigDecimal amount, BigDecimal paid) {}

  public Agreement {
    receivableIds = List.copyOf(receivableIds);
    schedule = List.copyOf(schedule);
  }
}
