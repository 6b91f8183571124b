package dev.huikuan.decision.timing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When on a day the customer may be contacted, by the clock on the customer's wall. May go over
 * midnight; equal ends mean the whole day.
 *
 * @param from the first minute
 * @param until the first minute that is too late
 */
public record ContactWindow(LocalTime from, LocalTime until) {

  /** At any time of day. */
  public static final ContactWindow ALWAYS =
      new ContactWindow(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /** True when the time of day is inside. */
  public boolean contains(LocalTime time) {
    if (from.isBefore(until)) {
      return !time.isBefore(from) && time.isBefore(until);
    }
    return from.equals(until) || !time.isBefore(from) || time.isBefore(until);
  }

  /** The moment at which the window opens on a day; after a gap of the clock, the gap's end. */
  public ZonedDateTime opening(LocalDate day, ZoneId zone) {
    return moments(day.atTime(from), zone).get(0);
  }

  /**
   * The earliest minute that is not before the moment, inside the window and on an open day. What
   * follows midnight in a window over midnight belongs to the day before as well: both are open.
   */
  public ZonedDateTime earliest(ZonedDateTime moment, Predicate<LocalDate> open) {
    ZonedDateTime start = wholeMinute(moment);
    for (LocalDate day = start.toLocalDate(); ; day = day.plusDays(1)) {
      Optional<ZonedDateTime> found =
          open.test(day) ? earliestOn(day, start, open) : Optional.empty();
      if (found.isPresent()) {
        return found.get();
      }
    }
  }

  private static ZonedDateTime wholeMinute(ZonedDateTime moment) {
    ZonedDateTime minute = moment.truncatedTo(ChronoUnit.MINUTES);
    return minute.isBefore(moment) ? minute.plusMinutes(1) : minute;
  }

  private Optional<ZonedDateTime> earliestOn(
      LocalDate day, ZonedDateTime start, Predicate<LocalDate> open) {
    ZoneId zone = start.getZone();
    List<ZonedDateTime> moments = new ArrayList<>(moments(day.atTime(from), zone));
    moments.addAll(moments(day.atStartOfDay(), zone));
    changeOfClock(day, zone).ifPresent(moments::add);
    moments.add(start);
    return moments.stream()
        .filter(moment -> moment.toLocalDate().equals(day))
        .filter(moment -> !moment.isBefore(start))
        .filter(moment -> contains(moment.toLocalTime()) && openedOnOpenDay(moment, open))
        .min(Comparator.comparing(ZonedDateTime::toInstant));
  }

  private boolean openedOnOpenDay(ZonedDateTime moment, Predicate<LocalDate> open) {
    boolean afterMidnight = until.isBefore(from) && moment.toLocalTime().isBefore(until);
    return !afterMidnight || open.test(moment.toLocalDate().minusDays(1));
  }

  /**
   * When the clock shows a time: once, twice where it is set back, and never where it is set on.
   */
  private static List<ZonedDateTime> moments(LocalDateTime shown, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(shown);
    if (change != null && change.isGap()) {
      return List.of(change.getInstant().atZone(zone));
    }
    return zone.getRules().getValidOffsets(shown).stream()
        .map(offset -> ZonedDateTime.ofInstant(shown, offset, zone))
        .sorted(Comparator.comparing(ZonedDateTime::toInstant))
        .toList();
  }

  /** The moment at which the clock is set on or back on a day. */
  private static Optional<ZonedDateTime> changeOfClock(LocalDate day, ZoneId zone) {
    Instant begin = day.atStartOfDay(zone).toInstant();
    return Optional.ofNullable(zone.getRules().nextTransition(begin))
        .map(change -> change.getInstant().atZone(zone))
        .filter(moment -> moment.toLocalDate().equals(day));
  }
}
