package dev.huikuan.decision.offer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Moves days to business days.
 *
 * @param open true on a business day
 */
public record Workdays(Predicate<LocalDate> open) {

  LocalDate onOrAfter(LocalDate day) {
    LocalDate result = day;
    while (!open.test(result)) {
      result = result.plusDays(1);
    }
    return result;
  }

  LocalDate onOrBefore(LocalDate day) {
    LocalDate result = day;
    while (!open.test(result)) {
      result = result.minusDays(1);
    }
    return result;
  }

  /** Every so many days after a start, each on a business day of its own. */
  List<LocalDate> every(int intervalDays, int count, LocalDate start) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate earliest = start.plusDays(1);
    for (int i = 1; i <= count; i++) {
      LocalDate planned = start.plusDays((long) i * intervalDays);
      LocalDate day = onOrAfter(planned.isBefore(earliest) ? earliest : planned);
      days.add(day);
      earliest = day.plusDays(1);
    }
    return List.copyOf(days);
  }

  static int days(LocalDate from, LocalDate to) {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
  }
}
