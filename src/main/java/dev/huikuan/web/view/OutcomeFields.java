package dev.huikuan.web.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.web.view.DeskView.Choice;
import dev.huikuan.web.view.OutcomeView.Field;
import dev.huikuan.web.view.OutcomeView.Group;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of one form for an outcome.
 *
 * @param offered what the form is filled with
 * @param typed what was typed into this form before; fresh where it was another, or none
 */
record OutcomeFields(Offered offered, OutcomeTyped typed, Labels labels) {

  /**
   * What forms are filled with.
   *
   * @param answer what was recommended, in the reader's language
   * @param channels by which one may be in contact
   * @param payDay when a customer who promises most likely pays
   */
  record Offered(JsonNode answer, List<String> channels, java.time.LocalDate payDay) {}

  private static final List<String> OFFERS = List.of("DISCOUNT", "INSTALLMENTS", "EXTENSION");
  private static final int MOST_RECEIVABLES = 100;

  private JsonNode answer() {
    return offered.answer();
  }

  /** What was typed, else what is most likely. */
  private String value(String name, String likely) {
    return typed.isFresh() ? likely : typed.values().getOrDefault(name, "");
  }

  private Field field(
      String name, String kind, Wording label, String value, String unit, boolean required) {
    return new Field(
        name, kind, labels.of(label), value, unit, required, List.of(), typed.fault(name));
  }

  private Field choice(String name, Wording label, boolean required, List<Group> groups) {
    return new Field(name, "choice", labels.of(label), "", "", required, groups, typed.fault(name));
  }

  Field amount() {
    return field(
        "amount", "amount", AccountPhrase.AMOUNT_OF, value("amount", likely()), currency(), true);
  }

  Field disputed() {
    return field(
        "amount", "amount", AccountPhrase.AMOUNT_DISPUTED, value("amount", ""), currency(), false);
  }

  Field promisedOn() {
    String day = value("promisedOn", offered.payDay().toString());
    return field("promisedOn", "date", AccountPhrase.PROMISED_ON, day, "", true);
  }

  Field note() {
    return field("note", "note", AccountPhrase.NOTE, value("note", ""), "", false);
  }

  Field reason() {
    return field("note", "note", AccountPhrase.WHY_OVERRIDDEN, value("note", ""), "", true);
  }

  /** Which of several types it is. */
  Field type(List<Choice> types) {
    return choice("type", AccountPhrase.WHICH, true, List.of(new Group("", types)));
  }

  Field offer(boolean required) {
    String chosen = value("offer", "");
    List<Choice> choices = new ArrayList<>();
    if (!required) {
      choices.add(new Choice("", labels.of(AccountPhrase.ANY_OFFER), chosen.isEmpty()));
    }
    for (String offer : made()) {
      choices.add(new Choice(offer, CaseWords.offer(offer, labels), offer.equals(chosen)));
    }
    return choice("offer", AccountPhrase.OFFER, required, List.of(new Group("", choices)));
  }

  /** Offers that the answer makes. */
  List<String> made() {
    return OFFERS.stream()
        .filter(offer -> answer().path(offer.toLowerCase(Locale.ROOT)).isObject())
        .toList();
  }

  /** What else was considered comes first, each with what was thought of it. */
  Field action() {
    String chosen = value("action", "");
    Set<String> seen = new LinkedHashSet<>(Set.of(answer().at("/action/code").asText()));
    List<Choice> considered = new ArrayList<>();
    for (JsonNode other : answer().path("alternatives")) {
      String code = other.path("code").asText();
      if (labels.entry("actions", code).isPresent() && seen.add(code)) {
        String status = ReadAnswer.status(other.path("status").asText(), labels);
        String label = other.path("label").asText() + " – " + status;
        considered.add(new Choice(code, label, code.equals(chosen)));
      }
    }
    List<Choice> rest = new ArrayList<>();
    for (CatalogueEntry entry : labels.policy().actions().entries().values()) {
      if (!entry.disabled() && seen.add(entry.code())) {
        rest.add(new Choice(entry.code(), labels.of(entry.label()), entry.code().equals(chosen)));
      }
    }
    Choice none = new Choice("", labels.of(AccountPhrase.CHOOSE), chosen.isEmpty());
    List<Group> groups = new ArrayList<>(List.of(new Group("", List.of(none))));
    if (!considered.isEmpty()) {
      groups.add(new Group(labels.of(AccountPhrase.CONSIDERED), considered));
    }
    groups.add(new Group(labels.of(AccountPhrase.OTHER_ACTIONS), rest));
    return choice("action", AccountPhrase.ACTION_TAKEN, true, groups);
  }

  /**
   * Fields that are seldom needed.
   *
   * @param contact somebody was spoken to, so there was a channel
   */
  List<Field> more(boolean contact) {
    List<Field> more = new ArrayList<>();
    if (contact) {
      more.add(channel());
    }
    more.add(field("on", "date", AccountPhrase.HAPPENED_ON, value("on", ""), "", false));
    List<Choice> ids = receivables();
    if (ids.size() > 1) {
      more.add(
          new Field(
              "receivableIds",
              "checks",
              labels.of(AccountPhrase.ONLY_SOME),
              "",
              "",
              false,
              List.of(new Group("", ids)),
              typed.fault("receivableIds")));
    }
    return List.copyOf(more);
  }

  private Field channel() {
    String chosen = value("channel", "");
    String recommended = answer().at("/action/channel").asText("");
    String same =
        offered.channels().contains(recommended)
            ? labels.of(AccountPhrase.AS_RECOMMENDED)
                + " ("
                + labels.code("channel", recommended)
                + ")"
            : labels.of(AccountPhrase.NOT_SAID);
    List<Choice> choices = new ArrayList<>(List.of(new Choice("", same, chosen.isEmpty())));
    for (String code : offered.channels()) {
      choices.add(new Choice(code, labels.code("channel", code), code.equals(chosen)));
    }
    return choice("channel", Phrase.CHANNEL, false, List.of(new Group("", choices)));
  }

  private List<Choice> receivables() {
    List<Choice> ids = new ArrayList<>();
    for (JsonNode item : answer().path("receivables")) {
      String id = item.path("id").asText();
      if (ids.size() < MOST_RECEIVABLES) {
        String owed =
            labels.money(item.path("outstanding").decimalValue(), item.path("currency").asText());
        ids.add(new Choice(id, id + " · " + owed, typed.receivables().contains(id)));
      }
    }
    return ids;
  }

  /** What the action is about, where that is one sum; else all that may be collected. */
  private String likely() {
    JsonNode amounts = answer().at("/action/amounts");
    if (amounts.size() == 1) {
      return plain(amounts.get(0).path("amount").decimalValue());
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode item : answer().path("receivables")) {
      sum = sum.add(item.path("collectible").decimalValue());
    }
    return currency().isEmpty() ? "" : plain(sum);
  }

  /** That of all receivables; empty when there are several. */
  private String currency() {
    Set<String> all = new TreeSet<>();
    answer().path("receivables").forEach(item -> all.add(item.path("currency").asText()));
    return all.size() == 1 ? all.iterator().next() : "";
  }

  private static String plain(BigDecimal number) {
    return number.signum() <= 0 ? "" : number.stripTrailingZeros().toPlainString();
  }
}
