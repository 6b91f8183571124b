package dev.huikuan.decision.facts;

import dev.huikuan.domain.AsOf;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contact;
import dev.huikuan.domain.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Contacts with the customer. All outbound ones count but an unanswered call (outcome NO_ANSWER by
 * phone, or by a channel that is not known); e-mail counts. The last 7 days are asOf − 6 … asOf.
 */
final class Contacts {

  private final Case theCase;
  private final AsOf asOf;

  Contacts(Case theCase) {
    this.theCase = theCase;
    this.asOf = theCase.asOf();
  }

  /** The days of the contacts that count in the last 7 days, oldest first. */
  List<LocalDate> countedDays() {
    LocalDate first = asOf.date().minusDays(6);
    return theCase.contacts().orElse(List.of()).stream()
        .filter(contact -> !isUnansweredCall(contact) && !contact.inbound().orElse(false))
        .map(contact -> asOf.dateOf(contact.at()))
        .filter(day -> !day.isBefore(first) && !day.isAfter(asOf.date()))
        .sorted()
        .toList();
  }

  Value last7Days() {
    return theCase.contacts().isKnown() ? Value.whole(countedDays().size()) : Value.UNKNOWN;
  }

  /** Since the last contact either way but an unanswered call; unknown when there was none. */
  Value daysSinceLast() {
    Optional<LocalDate> last =
        theCase.contacts().orElse(List.of()).stream()
            .filter(contact -> !isUnansweredCall(contact))
            .map(contact -> asOf.dateOf(contact.at()))
            .max(Comparator.naturalOrder());
    return last.map(day -> Value.whole(ChronoUnit.DAYS.between(day, asOf.date())))
        .orElse(Value.UNKNOWN);
  }

  private static boolean isUnansweredCall(Contact contact) {
    return contact.outcome().orElse("").equals("NO_ANSWER")
        && contact.channel().orElse("PHONE").equals("PHONE");
  }
}
