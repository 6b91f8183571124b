package dev.huikuan.decision.intake;

import dev.huikuan.domain.AsOf;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates and moments as they are written in a case; years 1900 to 9999. */
final class Dates {

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private Dates() {}

  static Optional<LocalDate> date(String text) {
    try {
      if (!DATE.matcher(text).matches()) {
        return Optional.empty();
      }
      LocalDate date = LocalDate.parse(text);
      return date.getYear() >= 1900 ? Optional.of(date) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A date-time with its offset. */
  static Optional<OffsetDateTime> moment(String text) {
    try {
      OffsetDateTime moment = OffsetDateTime.parse(text);
      boolean plain = text.length() <= 40 && moment.getYear() >= 1900 && moment.getYear() <= 9999;
      return plain ? Optional.of(moment) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A date or a date-time with offset. */
  static Optional<AsOf> asOf(String text, ZoneId zone) {
    return date(text)
        .map(date -> AsOf.day(date, zone))
        .or(() -> moment(text).map(moment -> AsOf.moment(moment, zone)));
  }
}
