package dev.huikuan.decision.facts;

import dev.huikuan.domain.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days left before a claim is time-barred; negative when it is. The period begins with the due date
 * (its last day is the same day so many years later) or with the end of that year; where a demand
 * interrupts, it begins anew with lastInterruptionOn. Where it does not, lastInterruptionOn is not
 * relied upon: a warning that comes too early costs less than one that comes too late.
 */
final class Limitation {

  private Limitation() {}

  static Value daysLeft(OpenItem item, Value years, Value start, Value demandInterrupts) {
    Optional<LocalDate> due = item.due().started() ? item.due().agreed() : Optional.empty();
    if (due.isEmpty()
        || !(years instanceof Value.Num period)
        || !(start instanceof Value.Code from)
        || !(demandInterrupts instanceof Value.Flag interrupts)) {
      return Value.UNKNOWN;
    }
    LocalDate begin =
        from.code().equals("YEAR_END") ? due.get().withMonth(12).withDayOfMonth(31) : due.get();
    Optional<LocalDate> anew =
        item.receivable().lastInterruptionOn().toOptional().filter(day -> interrupts.yes());
    LocalDate counted = anew.filter(begin::isBefore).orElse(begin);
    long months = Math.round(period.decimal().doubleValue() * 12);
    LocalDate last = counted.plusMonths(months);
    return Value.whole(ChronoUnit.DAYS.between(item.due().asOf(), last));
  }
}
