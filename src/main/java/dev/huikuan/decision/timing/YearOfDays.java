package dev.huikuan.decision.timing;

import dev.huikuan.domain.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The days of one year in one jurisdiction.
 *
 * @param weekend days of the week on which nobody works
 * @param holidays free days and their names, also on weekends
 * @param workdays working days on weekends
 * @param differences from Monday to Friday: −1 for a free weekday, 1 for a worked Saturday or
 *     Sunday
 * @param published false when nobody has said yet which days of the year are free
 */
record YearOfDays(
    Set<DayOfWeek> weekend,
    Map<LocalDate, Text> holidays,
    Map<LocalDate, Text> workdays,
    NavigableMap<LocalDate, Integer> differences,
    boolean published) {

  /** The weekend where nothing else is known. */
  static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** Monday to Friday, in any year. */
  static final YearOfDays PLAIN =
      new YearOfDays(SATURDAY_AND_SUNDAY, Map.of(), Map.of(), new TreeMap<>(), false);

  static YearOfDays of(
      int year,
      Set<DayOfWeek> weekend,
      Map<LocalDate, Text> holidays,
      Map<LocalDate, Text> workdays,
      boolean published) {
    YearOfDays days =
        new YearOfDays(
            Set.copyOf(weekend),
            Map.copyOf(holidays),
            Map.copyOf(workdays),
            new TreeMap<>(),
            published);
    LocalDate first = LocalDate.of(year, 1, 1);
    first
        .datesUntil(first.plusYears(1))
        .filter(day -> days.isBusinessDay(day) != isWeekday(day))
        .forEach(day -> days.differences.put(day, isWeekday(day) ? -1 : 1));
    return days;
  }

  static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
  }

  boolean isBusinessDay(LocalDate day) {
    return weekend.contains(day.getDayOfWeek())
        ? workdays.containsKey(day)
        : !holidays.containsKey(day);
  }

  /** Business days after {@code from}, up to and including {@code to}, beyond Monday to Friday. */
  int difference(LocalDate from, LocalDate to) {
    return differences.isEmpty()
        ? 0
        : differences.subMap(from, false, to, true).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
  }
}
