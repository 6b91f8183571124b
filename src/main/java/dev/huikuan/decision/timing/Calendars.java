package dev.huikuan.decision.timing;

import dev.huikuan.domain.HolidayCalendar;
import dev.huikuan.domain.Parameters;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Business days by jurisdiction: the policy's Calendar sheets over the holiday library, and the
 * weekend that a parameter names. Elsewhere Monday to Friday. One for each policy, shared by its
 * decisions.
 */
public final class Calendars {

  /** The parameter's code goes on with the jurisdiction. */
  private static final String WEEKEND = "weekend ";

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
    return own.covers(jurisdiction) || library.has(jurisdiction) || hasWeekend(jurisdiction)
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
    return YearOfDays.of(
        year,
        weekend(jurisdiction, year),
        holidays,
        workdays,
        ruled || own.publishes(jurisdiction, year));
  }

  private boolean hasWeekend(String jurisdiction) {
    return parameters.codes().contains(WEEKEND + jurisdiction);
  }

  /** The parameter {@code weekend SA}, as of the first day of the year. */
  private Set<DayOfWeek> weekend(String jurisdiction, int year) {
    Value days = parameters.value(WEEKEND + jurisdiction, LocalDate.of(year, 1, 1));
    if (days instanceof Value.Code day) {
      return Set.of(DayOfWeek.valueOf(day.code()));
    }
    return days instanceof Value.Codes codes
        ? codes.codes().stream().map(DayOfWeek::valueOf).collect(Collectors.toSet())
        : YearOfDays.SATURDAY_AND_SUNDAY;
  }

  /** The parameter {@code holidayRegion GB}, as of the first day of the year. */
  private Optional<String> region(String jurisdiction, int year) {
    Value region = parameters.value("holidayRegion " + jurisdiction, LocalDate.of(year, 1, 1));
    return region instanceof Value.Code code ? Optional.of(code.code()) : Optional.empty();
  }
}
