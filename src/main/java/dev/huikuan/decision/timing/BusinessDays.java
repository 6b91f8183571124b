package dev.huikuan.decision.timing;

import dev.huikuan.domain.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * The business days of one jurisdiction: its working week without public holidays, and weekend days
 * that are worked. Before 1990 and after 2100 no holidays are known. Safe to share between threads;
 * what it remembers is what it would compute again.
 */
public final class BusinessDays {

  /** A jurisdiction of which nothing is known. */
  public static final BusinessDays MONDAY_TO_FRIDAY = new BusinessDays(year -> YearOfDays.PLAIN);

  private static final Text WEEKEND = new Text("周末", "weekend");
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  private final IntFunction<YearOfDays> source;
  private final Map<Integer, YearOfDays> years = new ConcurrentHashMap<>();

  BusinessDays(IntFunction<YearOfDays> source) {
    this.source = source;
  }

  public boolean isBusinessDay(LocalDate day) {
    return year(day.getYear()).isBusinessDay(day);
  }

  /** True when it is known which days of the year are free. */
  public boolean isPublished(int year) {
    return year(year).published();
  }

  /** What the day is called, when it is a public holiday or a worked weekend day. */
  public Optional<Text> name(LocalDate day) {
    YearOfDays year = year(day.getYear());
    return Optional.ofNullable(year.holidays().get(day))
        .or(() -> Optional.ofNullable(year.workdays().get(day)));
  }

  /** Why nobody works on the day: the holiday's name, else the weekend; empty on a business day. */
  public Optional<Text> closedBecause(LocalDate day) {
    return isBusinessDay(day) ? Optional.empty() : name(day).or(() -> Optional.of(WEEKEND));
  }

  /** The day itself when it is a business day, else the next one. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate result = day;
    while (!isBusinessDay(result)) {
      result = result.plusDays(1);
    }
    return result;
  }

  /** The n-th business day after a day, for n of 0 or more; 0 days after a day is that day. */
  public LocalDate after(LocalDate day, int n) {
    if (n <= 0) {
      return day;
    }
    // Monday to Friday in closed form first, then the few days that the calendar makes of it
    LocalDate result = weekdaysAfter(day, n);
    long count = between(day, result);
    while (count < n) {
      result = result.plusDays(1);
      count += isBusinessDay(result) ? 1 : 0;
    }
    while (count > n || !isBusinessDay(result)) {
      count -= isBusinessDay(result) ? 1 : 0;
      result = result.minusDays(1);
    }
    return result;
  }

  /**
   * How many business days lie after {@code from}, up to and including {@code to}; never below 0.
   */
  public long between(LocalDate from, LocalDate to) {
    if (!to.isAfter(from)) {
      return 0;
    }
    long count = weekdaysBetween(from, to);
    int last = Math.min(to.getYear(), LAST_YEAR);
    for (int year = Math.max(from.getYear(), FIRST_YEAR); year <= last; year++) {
      count += year(year).difference(from, to);
    }
    return count;
  }

  private YearOfDays year(int year) {
    return year < FIRST_YEAR || year > LAST_YEAR
        ? YearOfDays.PLAIN
        : years.computeIfAbsent(year, source::apply);
  }

  private static LocalDate weekdaysAfter(LocalDate day, int n) {
    LocalDate result = day.plusWeeks((n - 1) / 5);
    for (int left = (n - 1) % 5 + 1; left > 0; ) {
      result = result.plusDays(1);
      left -= YearOfDays.isWeekday(result) ? 1 : 0;
    }
    return result;
  }

  private static long weekdaysBetween(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to);
    long count = days / 7 * 5;
    for (LocalDate day = to.minusDays(days % 7).plusDays(1); !day.isAfter(to); ) {
      count += YearOfDays.isWeekday(day) ? 1 : 0;
      day = day.plusDays(1);
    }
    return count;
  }
}
