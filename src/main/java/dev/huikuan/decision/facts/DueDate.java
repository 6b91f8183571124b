package dev.huikuan.decision.facts;

import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a receivable is due, seen from asOf. Days past due count from the day after the due date;
 * contractual grace days do not move it (they are a deduction, see {@link Waterfall}).
 *
 * @param agreed the due date as given, else delivery of the invoice (else its date) + net days
 * @param on the same, or the date that a running agreement puts in its place
 * @param started false while the invoice is known to be undelivered or erroneous: the term has not
 *     begun, whatever date is given
 */
public record DueDate(
    Optional<LocalDate> agreed, Optional<LocalDate> on, boolean started, LocalDate asOf) {

  static DueDate of(
      Receivable receivable,
      Optional<Contract> contract,
      Optional<LocalDate> replacement,
      LocalDate asOf) {
    Optional<LocalDate> agreed =
        receivable.dueOn().toOptional().or(() -> counted(receivable, contract));
    boolean started =
        !receivable.invoiceDeliveredOn().isNotYet() && !receivable.invoiceError().orElse(false);
    return new DueDate(agreed, replacement.or(() -> agreed), started, asOf);
  }

  private static Optional<LocalDate> counted(Receivable receivable, Optional<Contract> contract) {
    Known<LocalDate> from = receivable.invoiceDeliveredOn().or(receivable.invoicedOn());
    return contract
        .flatMap(c -> c.netDays().toOptional())
        .flatMap(net -> from.toOptional().map(day -> day.plusDays(net.longValue())));
  }

  public boolean isOverdue() {
    return started && on.map(asOf::isAfter).orElse(false);
  }

  /** True when nothing says when it is due, though the term has begun. */
  public boolean isUnknown() {
    return started && on.isEmpty();
  }

  Value daysPastDue() {
    return isUnknown() ? Value.UNKNOWN : Value.whole(daysLate());
  }

  /** Days past due as a number; 0 before the due date and while it is unknown. */
  public long daysLate() {
    return isOverdue() ? ChronoUnit.DAYS.between(on.get(), asOf) : 0;
  }

  Value daysToDue() {
    return started && on.isPresent()
        ? Value.whole(Math.max(0, ChronoUnit.DAYS.between(asOf, on.get())))
        : Value.UNKNOWN;
  }

  /** From when interest counts: an agreement that puts off the date does not move it. */
  Value overdueFrom() {
    return started && agreed.isPresent() ? Value.date(agreed.get().plusDays(1)) : Value.UNKNOWN;
  }
}
