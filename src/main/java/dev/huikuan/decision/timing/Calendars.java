package dev.huikuan.decision.timing;

import dev.huikuan.domain.HolidayCalendar;
import dev.huikuan.domain.Parameters;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Business days by jurisdiction: the policy's Calendar sheets over the holiday library. Elsewhere
 * Monday to Friday. One for each policy, shared by its decisions.
 */
public final class Calendars {

  private final HolidayCalendar own;
  private final Parameters parameters;
  private final LibraryHolidays library = new LibraryHolidays();
  private final Map<String, BusinessDays> known = new ConcurrentHashMap<>();

  private Calendars(HolidayCalendar own, Parameters parameters) {
    this.own = own;
    this.parameters = parameters;
  }

  public static Calendars of(Policy policy) {
    return new Calendars(policy.calendar(), policy.parameters());
  }

  /**
   * The business days of a jurisdiction, ISO 3166-1 alpha-2; Monday to Friday where nothing is
   * known of it.
   */
  public BusinessDays of(String jurisdiction) {
    return own.covers(jurisdiction) || library.has(jurisdiction)
        ? known.computeIfAbsent(jurisdiction, j -> new BusinessDays(year -> days(j, year)))
        : BusinessDays.MONDAY_TO_FRIDAY;
  }

  private YearOfDays days(String jurisdiction, int year) {
    boolean ruled = library.has(jurisdiction);
    Map<LocalDate, Text> holidays =
        ruled
            ? new HashMap<>(library.of(jurisdiction, year, region(jurisdiction, year)))
            : new HashMap<>();
    Map<LocalDate, Text> workdays = new HashMap<>();
    own.days(jurisdiction, year)
        .forEach(
            (day, row) -> {
              holidays.remove(day);
              (row.holiday() ? holidays : workdays).put(day, row.name());
            });
    return YearOfDays.of(holidays, workdays, ruled || own.publishes(jurisdiction, year));
  }

  /** The parameter {@code holidayRegion GB}, as of the first day of the year. */
  private Optional<String> region(String jurisdiction, int year) {
    Value region = parameters.value("holidayRegion " + jurisdiction, LocalDate.of(year, 1, 1));
    return region instanceof Value.Code code ? Optional.of(code.code()) : Optional.empty();
  }
}
