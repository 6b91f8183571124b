package dev.huikuan.web.view;

import dev.huikuan.decision.timing.BusinessDays;
import dev.huikuan.decision.timing.ContactWindow;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Value;
import dev.huikuan.web.view.DossierView.There;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The clock on the customer's wall, and whether one may call at this time of day. */
final class ReadClock {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private ReadClock() {}

  static There of(
      Case theCase, Map<String, Value> decided, BusinessDays days, Labels labels, Instant now) {
    ZonedDateTime there = now.atZone(theCase.asOf().zone());
    String zone =
        theCase.asOf().zone().getId() + ", UTC" + there.getOffset().getId().replace("Z", "+00:00");
    Optional<ContactWindow> window = window(theCase, decided, labels, there);
    boolean workday = days.isBusinessDay(there.toLocalDate());
    boolean hour = window.map(w -> w.contains(there.toLocalTime())).orElse(true);
    String said = window.map(w -> said(w, hour, labels)).orElse("");
    String day = workday ? "" : labels.of(AccountPhrase.NO_WORKDAY);
    return new There(
        labels.of(AccountPhrase.NOW_THERE).replace("{time}", MOMENT.format(there)),
        zone,
        Stream.of(said, day)
            .filter(text -> !text.isEmpty())
            .reduce((one, two) -> one + labels.separator() + two)
            .orElse(""),
        hour && workday);
  }

  private static String said(ContactWindow window, boolean inside, Labels labels) {
    return labels
        .of(inside ? AccountPhrase.IN_WINDOW : AccountPhrase.OUT_OF_WINDOW)
        .replace("{from}", window.from().toString())
        .replace("{until}", window.until().toString());
  }

  /** As a table decided it, else by the parameters of the customer's jurisdiction. */
  private static Optional<ContactWindow> window(
      Case theCase, Map<String, Value> decided, Labels labels, ZonedDateTime there) {
    String jurisdiction = theCase.customer().jurisdiction().orElse("");
    Optional<LocalTime> from =
        time("contactFrom", "defaultContactFrom", jurisdiction, decided, labels, there);
    Optional<LocalTime> until =
        time("contactUntil", "defaultContactUntil", jurisdiction, decided, labels, there);
    return from.isPresent() && until.isPresent() && !from.equals(until)
        ? Optional.of(new ContactWindow(from.get(), until.get()))
        : Optional.empty();
  }

  private static Optional<LocalTime> time(
      String term,
      String otherwise,
      String jurisdiction,
      Map<String, Value> decided,
      Labels labels,
      ZonedDateTime there) {
    return Stream.of(
            decided.getOrDefault(term, Value.UNKNOWN),
            parameter(term + " " + jurisdiction, labels, there),
            parameter(otherwise, labels, there))
        .filter(Value.Clock.class::isInstance)
        .map(value -> ((Value.Clock) value).time())
        .findFirst();
  }

  private static Value parameter(String code, Labels labels, ZonedDateTime there) {
    return labels.policy().parameters().value(code, there.toLocalDate());
  }
}
