package dev.huikuan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The moment of a decision. A date means that whole day in the zone, and everything dated on it is
 * known; a date-time with offset is exact.
 *
 * @param date the business date, in the customer's zone
 * @param exact the instant, when a date-time was given
 * @param zone the customer's zone
 * @param text as it is returned in the answer
 */
public record AsOf(LocalDate date, Optional<Instant> exact, ZoneId zone, String text) {

  public static AsOf day(LocalDate date, ZoneId zone) {
    return new AsOf(date, Optional.empty(), zone, date.toString());
  }

  public static AsOf moment(OffsetDateTime moment, ZoneId zone) {
    LocalDate date = moment.atZoneSameInstant(zone).toLocalDate();
    return new AsOf(date, Optional.of(moment.toInstant()), zone, moment.toString());
  }

  /** False for what is dated later: it is not known yet. */
  public boolean knows(LocalDate dated) {
    return !dated.isAfter(date);
  }

  /** False for what happened later: it is not known yet. */
  public boolean knows(OffsetDateTime at) {
    return exact
        .map(instant -> !at.toInstant().isAfter(instant))
        .orElseGet(() -> knows(dateOf(at)));
  }

  /** The day on which something happened, in the customer's zone. */
  public LocalDate dateOf(OffsetDateTime at) {
    return at.atZoneSameInstant(zone).toLocalDate();
  }
}
