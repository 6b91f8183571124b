package dev.huikuan.decision.facts;

import dev.huikuan.domain.AsOf;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contact;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Contacts with the customer. Which of them count for the cap says the parameter {@code
 * contactCapCounts}: channels of outbound contacts, {@code UNANSWERED_CALL} (outcome NO_ANSWER by
 * phone, or by a channel that is not known), {@code INBOUND}. A contact whose channel is not known
 * counts where every channel does. The last 7 days are asOf − 6 … asOf.
 */
final class Contacts {

  private static final String COUNTS = "contactCapCounts";
  private static final String UNANSWERED_CALL = "UNANSWERED_CALL";
  private static final String INBOUND = "INBOUND";

  private final Case theCase;
  private final AsOf asOf;
  private final List<String> counting;
  private final boolean everyChannel;

  Contacts(Case theCase, Policy policy) {
    this.theCase = theCase;
    this.asOf = theCase.asOf();
    this.counting =
        policy.parameters().value(COUNTS, asOf.date()) instanceof Value.Codes list
            ? list.codes()
            : List.of();
    this.everyChannel =
        policy.vocabulary().get("channel").values().stream()
            .allMatch(channel -> counting.contains(channel.code()));
  }

  /** The days of the contacts that count in the last 7 days, oldest first. */
  List<LocalDate> countedDays() {
    LocalDate first = asOf.date().minusDays(6);
    return theCase.contacts().orElse(List.of()).stream()
        .filter(this::counts)
        .map(contact -> asOf.dateOf(contact.at()))
        .filter(day -> !day.isBefore(first) && !day.isAfter(asOf.date()))
        .sorted()
        .toList();
  }

  private boolean counts(Contact contact) {
    if (contact.inbound().orElse(false)) {
      return counting.contains(INBOUND);
    }
    if (isUnansweredCall(contact)) {
      return counting.contains(UNANSWERED_CALL);
    }
    return contact.channel().toOptional().map(counting::contains).orElse(everyChannel);
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
