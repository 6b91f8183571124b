package dev.huikuan.decision;

import dev.huikuan.decision.timing.BusinessDays;
import dev.huikuan.decision.timing.ContactWindow;
import dev.huikuan.domain.AsOf;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When: the earliest moment of contact, the last day for the action, the day to look again. An
 * action that contacts the customer follows the customer's calendar and contact window, any other
 * and the review the creditor's calendar. Nothing here changes what to do.
 */
final class SetTiming implements Step {

  private static final Set<String> WITHOUT_CONTACT = Set.of("INTERNAL", Draft.WAIT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx", Locale.ROOT);

  @Override
  public void take(Draft draft) {
    boolean contact = contacts(draft);
    BusinessDays days = contact ? draft.facts().customerDays() : draft.facts().creditorDays();
    List<Text> moved = new ArrayList<>();
    Optional<ZonedDateTime> start =
        contact ? Optional.of(start(draft, days, moved)) : Optional.empty();
    Optional<LocalDate> dueBy =
        dueDays(draft)
            .map(n -> dueBy(draft.asOf(), n, start.map(ZonedDateTime::toLocalDate), days, moved));
    Optional<LocalDate> review = NextReview.of(draft, dueBy, moved);
    boolean unpublished =
        Stream.of(start.map(ZonedDateTime::toLocalDate), dueBy)
                .flatMap(Optional::stream)
                .anyMatch(day -> !days.isPublished(day.getYear()))
            || review
                .filter(day -> !draft.facts().creditorDays().isPublished(day.getYear()))
                .isPresent();
    draft.timing(
        new Timing(
            start.map(MINUTE::format),
            dueBy,
            review,
            moved,
            unpublished && !draft.policy().calendar().isEmpty()));
  }

  private static boolean contacts(Draft draft) {
    CatalogueEntry action = draft.choice().action();
    return !WITHOUT_CONTACT.contains(action.column(CatalogueColumns.KIND))
        && (!action.column(CatalogueColumns.CHANNEL).isEmpty()
            || draft.book().account("channel").isPresent());
  }

  private static Optional<Integer> dueDays(Draft draft) {
    return draft.book().account("dueWithinDays") instanceof Value.Num decided
        ? Optional.of(decided.decimal().intValue())
        : draft.choice().action().whole(CatalogueColumns.DUE_DAYS);
  }

  /** A day as asOf: that day from the opening of the window; an exact moment: not before it. */
  private static ZonedDateTime start(Draft draft, BusinessDays days, List<Text> moved) {
    AsOf asOf = draft.theCase().asOf();
    ContactWindow window = window(draft);
    ZonedDateTime wished =
        asOf.exact()
            .map(moment -> moment.atZone(asOf.zone()))
            .orElseGet(() -> window.opening(asOf.date(), asOf.zone()));
    ZonedDateTime start = window.earliest(wished, days::isBusinessDay);
    boolean otherDay = !start.toLocalDate().equals(wished.toLocalDate());
    if (otherDay || !window.contains(wished.toLocalTime())) {
      List<Text> because = new ArrayList<>();
      if (days.isBusinessDay(wished.toLocalDate())) {
        because.add(Moves.QUIET);
      }
      because.addAll(Moves.closed(wished.toLocalDate(), start.toLocalDate().minusDays(1), days));
      moved.add(Moves.contact(MINUTE.format(start), because));
    }
    return start;
  }

  /** What a table decided, else the parameter of the jurisdiction, else the default. */
  private static ContactWindow window(Draft draft) {
    String jurisdiction =
        draft
            .theCase()
            .customer()
            .jurisdiction()
            .toOptional()
            .or(
                () ->
                    draft.book().account("creditorJurisdiction") instanceof Value.Code code
                        ? Optional.of(code.code())
                        : Optional.empty())
            .orElse("");
    return new ContactWindow(
        time("contactFrom", "defaultContactFrom", jurisdiction, draft),
        time("contactUntil", "defaultContactUntil", jurisdiction, draft));
  }

  private static LocalTime time(String term, String otherwise, String jurisdiction, Draft draft) {
    return Stream.of(term, term + " " + jurisdiction, otherwise)
        .map(draft.book()::account)
        .filter(Value.Clock.class::isInstance)
        .map(value -> ((Value.Clock) value).time())
        .findFirst()
        .orElse(LocalTime.MIDNIGHT);
  }

  private static LocalDate dueBy(
      LocalDate asOf, int n, Optional<LocalDate> start, BusinessDays days, List<Text> moved) {
    LocalDate counted = days.onOrAfter(days.after(asOf, n));
    LocalDate dueBy = start.filter(counted::isBefore).orElse(counted);
    LocalDate plain = BusinessDays.MONDAY_TO_FRIDAY.after(asOf, n);
    if (!dueBy.equals(plain)) {
      moved.add(Moves.due(plain, dueBy, Moves.named(asOf, dueBy, days)));
    }
    return dueBy;
  }
}
