package dev.huikuan.domain;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the policy's Calendar sheets say of single days, by jurisdiction: official arrangements day
 * by day, and days that are the same every year. The latter serve the years for which a
 * jurisdiction has no dated row, because nothing was published for them yet.
 */
public final class HolidayCalendar {

  /** A calendar that says nothing. */
  public static final HolidayCalendar NONE = new HolidayCalendar(List.of());

  /**
   * One row.
   *
   * @param jurisdiction ISO 3166-1 alpha-2
   * @param date the day; empty for a day of every year
   * @param yearly the day of every year; empty for a dated one
   * @param holiday true: nobody works, also on a weekday; false: a working day, also on a weekend
   * @param name what people call the day
   * @param source where a user can verify it, as written
   */
  public record Row(
      String jurisdiction,
      Optional<LocalDate> date,
      Optional<MonthDay> yearly,
      boolean holiday,
      Text name,
      String source,
      String location) {}

  private final Map<String, Map<Integer, List<Row>>> dated = new HashMap<>();
  private final Map<String, List<Row>> yearly = new HashMap<>();

  public HolidayCalendar(List<Row> rows) {
    for (Row row : rows) {
      if (row.date().isPresent()) {
        dated
            .computeIfAbsent(row.jurisdiction(), j -> new HashMap<>())
            .computeIfAbsent(row.date().get().getYear(), y -> new ArrayList<>())
            .add(row);
      } else {
        yearly.computeIfAbsent(row.jurisdiction(), j -> new ArrayList<>()).add(row);
      }
    }
  }

  public boolean isEmpty() {
    return dated.isEmpty() && yearly.isEmpty();
  }

  /** True when any row is about the jurisdiction. */
  public boolean covers(String jurisdiction) {
    return dated.containsKey(jurisdiction) || yearly.containsKey(jurisdiction);
  }

  /** True when the jurisdiction has a dated row in that year. */
  public boolean publishes(String jurisdiction, int year) {
    return dated.getOrDefault(jurisdiction, Map.of()).containsKey(year);
  }

  /** The days of a year that differ from an ordinary week, where the policy knows any. */
  public Map<LocalDate, Row> days(String jurisdiction, int year) {
    Map<LocalDate, Row> days = new HashMap<>();
    if (publishes(jurisdiction, year)) {
      dated.get(jurisdiction).get(year).forEach(row -> days.put(row.date().orElseThrow(), row));
    } else {
      for (Row row : yearly.getOrDefault(jurisdiction, List.of())) {
        row.yearly()
            .filter(day -> day.isValidYear(year))
            .ifPresent(day -> days.put(day.atYear(year), row));
      }
    }
    return days;
  }
}
