package dev.huikuan.feedback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Catalogue;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.Outcome.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Contacts and actions: that somebody was spoken to, and that the ladder moves on. */
final class History {

  /** The customer was turned to, so a recommended action that goes to the customer was taken. */
  private static final Set<Type> TURNED_TO =
      EnumSet.of(
          Type.CONTACTED,
          Type.NO_ANSWER,
          Type.PROMISE,
          Type.DISPUTED,
          Type.REFUSED,
          Type.OFFER_ACCEPTED,
          Type.OFFER_DECLINED);

  private static final Map<String, String> ACTION_OF_EXTENSION =
      Map.of("GRACE", "GRACE_PERIOD", "EXTENSION", "EXTEND_DUE_DATE");

  private final Change change;

  History(Change change) {
    this.change = change;
  }

  void contact(String outcome) {
    contact().put("outcome", outcome);
  }

  /** Something else was done; a contact only when it is said by which channel. */
  void overridden() {
    if (change.report().channel().isPresent()) {
      contact();
    }
  }

  private ObjectNode contact() {
    ObjectNode contact = change.list("contacts").addObject();
    contact.put("at", change.happened().moment());
    change
        .report()
        .channel()
        .or(this::recommendedChannel)
        .ifPresent(channel -> contact.put("channel", channel));
    return contact;
  }

  private Optional<String> recommendedChannel() {
    return Optional.of(change.answer().at("/action/channel"))
        .filter(node -> node.isTextual() && ReportReader.CHANNELS.contains(node.asText()))
        .map(node -> node.asText());
  }

  /** What was done: the action that is named, else what the outcome shows. */
  void actions() {
    List<String> about = new ArrayList<>();
    change.aboutAction().forEach(r -> about.add(r.id()));
    for (String code : codes()) {
      ObjectNode taken = change.list("actionsTaken").addObject();
      taken.put("code", code).put("at", change.happened().moment());
      if (!about.isEmpty()) {
        about.forEach(taken.withArray("receivableIds")::add);
      }
    }
  }

  private Set<String> codes() {
    Report report = change.report();
    if (report.action().isPresent()) {
      return Set.of(report.action().get());
    }
    Set<String> codes = new LinkedHashSet<>();
    if (TURNED_TO.contains(report.type()) && recommendedChannel().isPresent()) {
      codes.add(change.answer().at("/action/code").asText());
    }
    report.offer().flatMap(this::actionOf).ifPresent(codes::add);
    Catalogue known = change.policy().actions();
    codes.removeIf(code -> known.find(code).isEmpty());
    return codes;
  }

  private Optional<String> actionOf(Outcome.Offer offer) {
    return switch (offer) {
      case DISCOUNT -> Optional.of("OFFER_DISCOUNT");
      case INSTALLMENTS -> Optional.of("OFFER_INSTALLMENTS");
      case EXTENSION ->
          Optional.ofNullable(
              ACTION_OF_EXTENSION.get(change.answer().at("/extension/kind").asText("")));
    };
  }
}
