package dev.huikuan.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Language;
import dev.huikuan.portfolio.RowFault;
import java.math.BigDecimal;
import java.util.List;

/** The result of a simulation as JSON, texts in one language. */
public final class SimulationJson {

  private final Language language;

  private SimulationJson(Language language) {
    this.language = language;
  }

  public static ObjectNode of(SimulationResult result, Language language) {
    return new SimulationJson(language).json(result);
  }

  private ObjectNode json(SimulationResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("asOf", result.asOf().isEmpty() ? null : result.asOf());
    json.put("activeVersion", result.activeVersion());
    json.put("candidateVersion", result.candidateVersion());
    json.put("baseCurrency", result.baseCurrency());
    json.put("accounts", result.accounts());
    json.put("changed", result.changed());
    json.put("otherAction", result.otherAction());
    json.put("onlyExplained", result.onlyExplained());
    ArrayNode moves = json.putArray("moves");
    result
        .moves()
        .forEach(
            move ->
                moves
                    .addObject()
                    .put("from", move.from())
                    .put("to", move.to())
                    .put("accounts", move.accounts()));
    counts(json.putArray("actions"), result.actions());
    ArrayNode holds = json.putArray("holds");
    result
        .holds()
        .forEach(
            hold ->
                holds
                    .addObject()
                    .put("code", hold.code())
                    .put("before", hold.before())
                    .put("after", hold.after())
                    .put("gained", hold.gained())
                    .put("lost", hold.lost()));
    ArrayNode offers = json.putArray("offers");
    for (SimulationResult.Offer offer : result.offers()) {
      ObjectNode one = offers.addObject();
      one.put("kind", offer.kind().name());
      one.put("currency", offer.currency());
      one.put("total", offer.total());
      sum(one.putObject("before"), offer.before());
      sum(one.putObject("after"), offer.after());
    }
    ArrayNode recovery = json.putArray("expectedNet");
    for (SimulationResult.Recovery net : result.recovery()) {
      ObjectNode one = recovery.addObject().put("currency", net.currency());
      sum(one.putObject("before"), net.before());
      sum(one.putObject("after"), net.after());
    }
    counts(json.putArray("workload"), result.workload());
    ArrayNode top = json.putArray("top");
    result.top().forEach(account -> account(top.addObject(), account));
    ObjectNode labels = json.putObject("labels");
    result.labels().forEach((code, label) -> labels.put(code, label.in(language)));
    ObjectNode errors = json.putObject("errors");
    errors.put("count", result.faultCount());
    ArrayNode faults = errors.putArray("items");
    for (RowFault fault : result.faults()) {
      faults
          .addObject()
          .put("line", fault.line())
          .put("column", fault.column())
          .put("message", fault.message().in(language));
    }
    return json;
  }

  private static void counts(ArrayNode json, List<SimulationResult.Count> counts) {
    counts.forEach(
        count ->
            json.addObject()
                .put("code", count.code())
                .put("before", count.before())
                .put("after", count.after()));
  }

  private static void sum(ObjectNode json, SimulationResult.Sum sum) {
    json.put("count", sum.count());
    json.set("amount", number(sum.amount()));
  }

  private static DecimalNode number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return DecimalNode.valueOf(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  private void account(ObjectNode json, ChangedAccount account) {
    json.put("customerId", account.customerId());
    json.put("customerName", account.customerName().orElse(null));
    json.put("ledger", account.ledger());
    json.set("netChange", number(account.netChange()));
    account.properties().forEach(json.putArray("differs")::add);
    side(json.putObject("before"), account.before());
    side(json.putObject("after"), account.after());
    ArrayNode steps = json.putArray("trace");
    for (ChangedAccount.Step step : account.steps()) {
      ObjectNode one = steps.addObject().put("decision", step.decision());
      step.receivables().forEach(one.putArray("receivables")::add);
      rows(one.putArray("before"), step.before());
      rows(one.putArray("after"), step.after());
    }
  }

  private void side(ObjectNode json, ChangedAccount.Side side) {
    json.put("action", side.action());
    json.put("label", side.label().in(language));
    json.put("reason", side.reason().in(language));
    json.put("decidedBy", side.decidedBy());
    json.set("priority", number(side.priority()));
    if (side.net().isPresent()) {
      json.set("net", number(side.net().get().amount()));
      json.put("currency", side.net().get().currency());
    } else {
      json.putNull("net").putNull("currency");
    }
  }

  private void rows(ArrayNode json, List<ChangedAccount.Row> rows) {
    rows.forEach(
        row ->
            json.addObject()
                .put("row", row.row())
                .put("location", row.location())
                .put("text", row.text().in(language)));
  }
}
