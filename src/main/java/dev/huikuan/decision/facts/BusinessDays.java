package dev.huikuan.decision.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Business days, Monday to Friday; public holidays are not known to it. */
public final class BusinessDays {

  private BusinessDays() {}

  public static boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
  }

  /** The n-th business day after a day, for n of 0 or more; 0 days after a day is that day. */
  public static LocalDate after(LocalDate day, int n) {
    if (n <= 0) {
      return day;
    }
    // whole weeks first, so that a great n takes no longer than a small one
    LocalDate result = day.plusWeeks((n - 1) / 5);
    for (int left = (n - 1) % 5 + 1; left > 0; ) {
      result = result.plusDays(1);
      left -= isBusinessDay(result) ? 1 : 0;
    }
    return result;
  }

  /**
   * How many business days lie after {@code from}, up to and including {@code to}; never below 0.
   */
  public static long between(LocalDate from, LocalDate to) {
    long days = Math.max(0, ChronoUnit.DAYS.between(from, to));
    long count = days / 7 * 5;
    for (LocalDate day = to.minusDays(days % 7).plusDays(1); !day.isAfter(to); ) {
      count += isBusinessDay(day) ? 1 : 0;
      day = day.plusDays(1);
    }
    return count;
  }
}
