package dev.huikuan.decision.answer;

import static dev.huikuan.decision.answer.JsonWords.array;
import static dev.huikuan.decision.answer.JsonWords.codes;
import static dev.huikuan.decision.answer.JsonWords.number;
import static dev.huikuan.decision.answer.JsonWords.object;
import static dev.huikuan.decision.answer.JsonWords.orNull;
import static dev.huikuan.decision.answer.JsonWords.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Recommendation;
import java.util.List;
import java.util.function.Function;

/** Writes the parts of a recommendation in the order of the contract. */
record AnswerJson(JsonWords words) {

  ObjectNode of(Recommendation r) {
    ObjectNode node = object();
    node.set("id", orNull(r.id()));
    node.put("customerId", r.customerId());
    node.put("ledger", r.ledger());
    node.put("asOf", r.asOf());
    node.put("policyVersion", r.policyVersion());
    node.put("engineVersion", r.engineVersion());
    node.put("hypothetical", r.hypothetical());
    node.set("basedOn", orNull(r.basedOn()));
    node.put("baseCurrency", r.baseCurrency());
    ObjectNode rates = node.putObject("exchangeRates");
    r.exchangeRates().forEach((currency, rate) -> rates.set(currency, number(rate)));
    node.set("action", action(r.action()));
    node.set("priority", priority(r.priority()));
    OffersJson offers = new OffersJson();
    node.set("discount", offers.discount(r.discount()));
    node.set("installments", offers.installments(r.installments()));
    node.set("extension", offers.extension(r.extension()));
    node.set("holds", each(r.holds(), this::hold));
    node.set("alerts", each(r.alerts(), this::alert));
    node.set("advice", each(r.advice(), this::advice));
    node.set("alternatives", each(r.alternatives(), this::alternative));
    node.set("receivables", each(r.receivables(), this::item));
    node.set("facts", words.values(r.facts()));
    node.set("trace", each(r.trace(), new TraceJson(words)::of));
    node.set("nextReviewOn", orNull(r.nextReviewOn()));
    return node;
  }

  private ObjectNode action(Recommendation.Action a) {
    ObjectNode node = object();
    node.put("code", a.code());
    node.set("label", words.text(a.label()));
    node.set("dunningLevel", whole(a.dunningLevel()));
    node.set("dunningLevelDue", whole(a.dunningLevelDue()));
    node.set("channel", orNull(a.channel()));
    node.set("tone", orNull(a.tone()));
    node.set("ownerRole", orNull(a.ownerRole()));
    node.set("notBefore", orNull(a.notBefore()));
    node.set("dueBy", orNull(a.dueBy()));
    a.approval().ifPresent(roles -> node.set("approval", codes(roles)));
    node.set("talkingPoints", words.texts(a.talkingPoints()));
    node.set("coordinateWith", codes(a.coordinateWith()));
    node.set("receivables", codes(a.receivables()));
    node.set("contracts", codes(a.contracts()));
    node.set("milestones", codes(a.milestones()));
    node.set(
        "amounts",
        each(
            a.amounts(),
            amount ->
                object()
                    .put("currency", amount.currency())
                    .<ObjectNode>set("amount", number(amount.amount()))));
    node.set("economics", new OffersJson().economics(a.economics()));
    node.put("kind", a.kind());
    node.set("instructions", words.text(a.instructions()));
    node.set("reason", words.text(a.reason()));
    return node;
  }

  private ObjectNode priority(Recommendation.Priority priority) {
    ObjectNode node = object();
    node.set("points", number(priority.points()));
    node.set(
        "reasons",
        each(
            priority.reasons(),
            reason -> {
              ObjectNode row = object().put("row", reason.row());
              row.set("points", number(reason.points()));
              row.set("text", words.text(reason.text()));
              return row;
            }));
    return node;
  }

  private ObjectNode hold(Recommendation.Hold hold) {
    ObjectNode node = object().put("code", hold.code()).put("effect", hold.effect());
    node.set("receivables", codes(hold.receivables()));
    node.set("amount", number(hold.amount()));
    node.set("currency", orNull(hold.currency()));
    node.set("until", orNull(hold.until()));
    node.set("text", words.text(hold.text()));
    return node;
  }

  private ObjectNode alert(Recommendation.Alert alert) {
    ObjectNode node = object().put("code", alert.code()).put("severity", alert.severity());
    node.set("receivables", codes(alert.receivables()));
    node.set("contracts", codes(alert.contracts()));
    node.set("row", orNull(alert.row()));
    node.set("text", words.text(alert.text()));
    return node;
  }

  private ObjectNode advice(Recommendation.Advice advice) {
    ObjectNode node = object().put("code", advice.code());
    node.set("ownerRole", orNull(advice.ownerRole()));
    node.set("values", words.values(advice.values()));
    node.set("receivables", codes(advice.receivables()));
    node.set("row", orNull(advice.row()));
    node.set("text", words.text(advice.text()));
    return node;
  }

  private ObjectNode alternative(Recommendation.Alternative alternative) {
    ObjectNode node =
        object().put("code", alternative.code()).put("status", alternative.status().name());
    node.set("text", words.text(alternative.text()));
    node.set(
        "because",
        each(
            alternative.because(),
            because -> {
              ObjectNode reason = object().put("term", because.term());
              reason.set("value", words.value(because.value()));
              because.currency().ifPresent(currency -> reason.put("currency", currency));
              reason.put("test", because.test());
              because.location().ifPresent(location -> reason.put("location", location));
              return reason;
            }));
    node.set("economics", new OffersJson().economics(alternative.economics()));
    return node;
  }

  private ObjectNode item(Recommendation.Item item) {
    ObjectNode node = object().put("id", item.id()).put("currency", item.currency());
    node.set("daysPastDue", words.value(item.daysPastDue()));
    node.set("agingBucket", words.value(item.agingBucket()));
    node.set("outstanding", number(item.outstanding()));
    node.set("payable", number(item.payable()));
    node.set("collectible", number(item.collectible()));
    node.set("accruedInterest", number(item.accruedInterest()));
    node.set("interestBasis", words.text(item.interestBasis()));
    node.set("discount", new OffersJson().discount(item.discount()));
    return node;
  }

  static <T> ArrayNode each(List<T> list, Function<T, ? extends JsonNode> writer) {
    ArrayNode array = array();
    list.forEach(element -> array.add(writer.apply(element)));
    return array;
  }
}
