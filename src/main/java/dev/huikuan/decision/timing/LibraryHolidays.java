package dev.huikuan.decision.timing;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.huikuan.domain.OwnClassLoader;
import dev.huikuan.domain.Text;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Public holidays by the rules of the Jollyday library, which has no China. They are those of the
 * whole country; a region of it may have more.
 */
final class LibraryHolidays {

  /** The library looks for its parts on first use, and must not do so on two threads at once. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final Set<String> jurisdictions =
      OwnClassLoader.with(HolidayManager::getSupportedCalendarCodes).stream()
          .map(code -> code.toUpperCase(Locale.ROOT))
          .filter(code -> code.length() == 2)
          .collect(Collectors.toUnmodifiableSet());

  boolean has(String jurisdiction) {
    return jurisdictions.contains(jurisdiction);
  }

  /**
   * The holidays of a year; observances on which people work are left out.
   *
   * @param region of the jurisdiction, by the library's name for it, {@code eng} of GB
   */
  Map<LocalDate, Text> of(String jurisdiction, int year, Optional<String> region) {
    Map<LocalDate, Text> days = new HashMap<>();
    OwnClassLoader.with(() -> holidays(jurisdiction, year, region)).stream()
        .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
        .sorted(Comparator.comparing(Holiday::getPropertiesKey))
        .forEach(holiday -> days.putIfAbsent(holiday.getDate(), name(holiday)));
    return days;
  }

  private static Set<Holiday> holidays(String jurisdiction, int year, Optional<String> region) {
    String code = jurisdiction.toLowerCase(Locale.ROOT);
    synchronized (ONE_AT_A_TIME) {
      return HolidayManager.getInstance(ManagerParameters.create(code))
          .getHolidays(Year.of(year), region.stream().toArray(String[]::new));
    }
  }

  /** In English: the root locale, because the library falls back to that of the machine. */
  private static Text name(Holiday holiday) {
    String english = holiday.getDescription(Locale.ROOT);
    return new Text("公众假期 " + english, english);
  }
}
