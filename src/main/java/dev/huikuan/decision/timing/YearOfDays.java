package dev.huikuan.decision.timing;

import dev.huikuan.domain.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The days of one year in one jurisdiction that differ from Monday to Friday.
 *
 * @param holidays free days and their names, also on weekends
 * @param workdays working days on weekends
 * @param published false when nobody has said yet which days of the year are free
 */
record YearOfDays(
    Map<LocalDate, Text> holidays,
    Map<LocalDate, Text> workdays,
    NavigableMap<LocalDate, Integer> differences,
    boolean published) {

  static final YearOfDays PLAIN = of(Map.of(), Map.of(), false);

  static YearOfDays of(
      Map<LocalDate, Text> holidays, Map<LocalDate, Text> workdays, boolean published) {
    NavigableMap<LocalDate, Integer> differences = new TreeMap<>();
    holidays.keySet().stream()
        .filter(YearOfDays::isWeekday)
        .forEach(day -> differences.put(day, -1));
    workdays.keySet().stream()
        .filter(day -> !isWeekday(day))
        .forEach(day -> differences.put(day, 1));
    return new YearOfDays(
        Map.copyOf(new HashMap<>(holidays)), Map.copyOf(workdays), differences, published);
  }

  static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
  }

  boolean isBusinessDay(LocalDate day) {
    return isWeekday(day) ? !holidays.containsKey(day) : workdays.containsKey(day);
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
