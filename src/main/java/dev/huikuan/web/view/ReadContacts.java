package dev.huikuan.web.view;

import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contact;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Contacts in words. */
final class ReadContacts {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private ReadContacts() {}

  /** The most recent one, by the clock on the customer's wall. */
  static String last(Case theCase, Labels labels) {
    if (!theCase.contacts().isKnown()) {
      return labels.of(AccountPhrase.CONTACT_UNKNOWN);
    }
    Optional<Contact> last =
        theCase.contacts().get().stream()
            .max(Comparator.comparing(contact -> contact.at().toInstant()));
    return last.map(
            contact ->
                moment(contact.at().toInstant(), theCase.asOf().zone())
                    + " · "
                    + words(contact, labels))
        .orElse(labels.of(AccountPhrase.NO_CONTACT_YET));
  }

  static String moment(java.time.Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  /** By which channel, and what came of it. */
  static String words(Contact contact, Labels labels) {
    List<String> words = new ArrayList<>();
    contact.channel().toOptional().ifPresent(c -> words.add(labels.code("channel", c)));
    if (contact.inbound().orElse(false)) {
      words.add(labels.of(AccountPhrase.INBOUND));
    }
    contact.outcome().toOptional().ifPresent(o -> words.add(CaseWords.contact(o, labels)));
    return words.isEmpty()
        ? labels.of(AccountPhrase.CONTACT)
        : String.join(labels.separator(), words);
  }
}
