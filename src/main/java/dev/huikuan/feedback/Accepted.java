package dev.huikuan.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.facts.Facts;
import dev.huikuan.domain.Agreement;
import dev.huikuan.records.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An offer of the answer that the customer took: an agreement with the answer's own figures. */
final class Accepted {

  private final Change change;

  Accepted(Change change) {
    this.change = change;
  }

  void make() {
    Outcome.Offer offer = change.report().offer().orElseThrow();
    Optional<JsonNode> offered = offered(offer);
    if (offered.isEmpty()) {
      return;
    }
    JsonNode terms = offered.get();
    inTime(terms, offer);
    notAgreedBefore(terms);
    ObjectNode agreement = change.list("agreements").addObject();
    agreement.put("id", change.outcomeId()).put("kind", kind(terms, offer));
    agreement.set("receivableIds", terms.path("receivables").deepCopy());
    agreement.put("agreedOn", day().toString());
    switch (offer) {
      case DISCOUNT -> {
        agreement.put("until", terms.path("payBy").asText());
        agreement.set("payNow", terms.path("payNow"));
      }
      case EXTENSION -> {
        agreement.put("until", terms.path("newDueOn").asText());
        agreement.put("interestContinues", terms.path("interestContinues").asBoolean());
      }
      case INSTALLMENTS -> {
        agreement.put("interestContinues", false);
        schedule(agreement.putArray("schedule"), terms);
      }
    }
  }

  /** The offer as the answer has it; a fault that names the others when it has none. */
  Optional<JsonNode> offered(Outcome.Offer offer) {
    JsonNode terms = change.answer().path(name(offer));
    if (terms.isObject()) {
      return Optional.of(terms);
    }
    List<String> made =
        Stream.of(Outcome.Offer.values())
            .filter(one -> change.answer().path(name(one)).isObject())
            .map(Enum::name)
            .toList();
    change.fault(
        "/offer",
        "VALUE",
        "该决策没有提出 " + offer + "；提出的有：" + (made.isEmpty() ? "无" : String.join("、", made)),
        "the decision did not offer "
            + offer
            + "; it offered "
            + (made.isEmpty() ? "nothing" : String.join(", ", made)));
    return Optional.empty();
  }

  private static String name(Outcome.Offer offer) {
    return offer.name().toLowerCase(Locale.ROOT);
  }

  private static String kind(JsonNode terms, Outcome.Offer offer) {
    return offer == Outcome.Offer.EXTENSION ? terms.path("kind").asText() : offer.name();
  }

  private LocalDate day() {
    return change.happened().day();
  }

  private void inTime(JsonNode terms, Outcome.Offer offer) {
    LocalDate last =
        LocalDate.parse(
            switch (offer) {
              case DISCOUNT -> terms.path("payBy").asText();
              case EXTENSION -> terms.path("newDueOn").asText();
              case INSTALLMENTS -> terms.at("/schedule/0/dueOn").asText();
            });
    if (day().isAfter(last)) {
      change.fault(
          "/offer",
          "VALUE",
          "该提议至 " + last + " 为止，已不能再接受；请重新决策",
          "the offer stood until " + last + " and cannot be accepted any more: decide anew");
    }
  }

  /** Agreeing one offer withdraws the others on the same receivables. */
  private void notAgreedBefore(JsonNode terms) {
    List<String> ids = new ArrayList<>();
    terms.path("receivables").forEach(id -> ids.add(id.asText()));
    Facts.of(change.theCase(), change.policy()).agreements().stream()
        .filter(state -> state.isRunning())
        .map(state -> state.agreement())
        .filter(agreement -> agreement.receivableIds().stream().anyMatch(ids::contains))
        .map(Agreement::id)
        .findFirst()
        .ifPresent(
            id ->
                change.fault(
                    "/offer",
                    "VALUE",
                    "其中的应收款已有执行中的协议 `" + id + "`",
                    "agreement `" + id + "` runs already on some of its receivables"));
  }

  /** The down payment is due on the day of the agreement. */
  private void schedule(ArrayNode schedule, JsonNode terms) {
    BigDecimal down = terms.path("downPayment").decimalValue();
    if (down.signum() > 0) {
      schedule.addObject().put("dueOn", day().toString()).set("amount", DecimalNode.valueOf(down));
    }
    terms
        .path("schedule")
        .forEach(
            part ->
                schedule
                    .addObject()
                    .put("dueOn", part.path("dueOn").asText())
                    .set("amount", part.path("total")));
  }
}
