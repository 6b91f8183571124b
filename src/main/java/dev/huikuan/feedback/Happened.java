package dev.huikuan.feedback;

import dev.huikuan.decision.intake.SentJson;
import dev.huikuan.domain.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When an outcome happened, in the calendar of the case: a case that was decided as of a day long
 * past keeps its own calendar, so what is reported three days later happened three days after that
 * day, unless it is said when.
 *
 * @param day in the customer's zone
 * @param at the moment; noon where only the day is known
 * @param written as it is kept
 * @param asOf of the case with the outcome in it: never before the case's own
 */
record Happened(LocalDate day, OffsetDateTime at, String written, String asOf) {

  /** Of a case that is changed. */
  record Before(AsOf asOf, Instant recordedAt) {

    private ZoneId zone() {
      return asOf.zone();
    }

    /** Today in the calendar of the case. */
    LocalDate today(Instant now) {
      LocalDate recorded = LocalDate.ofInstant(recordedAt, zone());
      long days = ChronoUnit.DAYS.between(recorded, LocalDate.ofInstant(now, zone()));
      return asOf.date().plusDays(Math.max(0, days));
    }

    /** The last day on which something that is reported now can have happened. */
    LocalDate lastDay(Instant now) {
      LocalDate real = LocalDate.ofInstant(now, zone());
      LocalDate own = today(now);
      return real.isAfter(own) ? real : own;
    }
  }

  /**
   * Works it out.
   *
   * @param on a date or a moment; its form is in order
   */
  static Happened of(Optional<String> on, Before before, Instant now) {
    if (on.isEmpty()) {
      return before
          .asOf()
          .exact()
          .map(exact -> elapsed(exact, before, now))
          .orElseGet(() -> today(before, now));
    }
    String written = on.get();
    return SentJson.date(written)
        .map(day -> onDay(day, before))
        .orElseGet(() -> atMoment(SentJson.moment(written).orElseThrow(), before));
  }

  private static Happened today(Before before, Instant now) {
    LocalDate day = before.today(now);
    LocalTime time = LocalTime.ofInstant(now, before.zone()).truncatedTo(ChronoUnit.SECONDS);
    return new Happened(day, local(day, time, before.zone()), day.toString(), day.toString());
  }

  private static Happened elapsed(Instant exact, Before before, Instant now) {
    Duration passed = Duration.between(before.recordedAt(), now);
    Instant moved = exact.plus(passed.isNegative() ? Duration.ZERO : passed);
    Instant whole = moved.truncatedTo(ChronoUnit.SECONDS);
    OffsetDateTime at = at(whole.isBefore(exact) ? exact : whole, before.zone());
    return new Happened(at.toLocalDate(), at, text(at), text(at));
  }

  private static Happened onDay(LocalDate day, Before before) {
    OffsetDateTime noon = local(day, LocalTime.NOON, before.zone());
    if (day.isAfter(before.asOf().date())) {
      return new Happened(day, noon, day.toString(), day.toString());
    }
    OffsetDateTime known =
        before
            .asOf()
            .exact()
            .filter(exact -> noon.toInstant().isAfter(exact))
            .map(exact -> at(exact, before.zone()))
            .orElse(noon);
    return new Happened(day, known, day.toString(), before.asOf().text());
  }

  private static Happened atMoment(OffsetDateTime moment, Before before) {
    LocalDate day = before.asOf().dateOf(moment);
    String asOf = before.asOf().text();
    if (!before.asOf().knows(moment)) {
      asOf = before.asOf().exact().isPresent() ? text(moment) : day.toString();
    }
    return new Happened(day, moment, text(moment), asOf);
  }

  private static OffsetDateTime local(LocalDate day, LocalTime time, ZoneId zone) {
    return whole(day.atTime(time).atZone(zone).toOffsetDateTime());
  }

  private static OffsetDateTime at(Instant instant, ZoneId zone) {
    return whole(instant.atZone(zone).toOffsetDateTime());
  }

  /** Offsets of long ago had seconds, which ISO 8601 cannot write. */
  private static OffsetDateTime whole(OffsetDateTime moment) {
    return moment.getOffset().getTotalSeconds() % 60 == 0
        ? moment
        : moment.withOffsetSameInstant(ZoneOffset.UTC);
  }

  /** With seconds, as JSON Schema wants a date-time. */
  static String text(OffsetDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
  }

  String moment() {
    return text(at);
  }
}
