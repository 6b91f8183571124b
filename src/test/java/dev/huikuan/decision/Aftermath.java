package dev.huikuan.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Recommendation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What becomes of a case when the recommended action is taken: its own work is done at once. */
final class Aftermath {

  private final ObjectNode theCase;
  private final LocalDate today;
  private final String at;

  Aftermath(ObjectNode theCase, LocalDate today) {
    this.theCase = theCase;
    this.today = today;
    this.at = today + "T12:00:00+00:00";
  }

  /** A task without a level that stands again the next day is one task, not two. */
  private void forgetYesterday(String code) {
    ArrayNode taken = theCase.withArray("/actionsTaken");
    JsonNode last = taken.path(taken.size() - 1);
    boolean yesterday = last.path("at").asText().startsWith(today.minusDays(1).toString());
    if (yesterday && last.path("code").asText().equals(code) && YearWalk.level(code) == 0) {
      taken.remove(taken.size() - 1);
    }
  }

  void of(Recommendation.Action action) {
    forgetYesterday(action.code());
    ObjectNode taken = theCase.withArray("/actionsTaken").addObject();
    taken.put("code", action.code()).put("at", at);
    if (!action.receivables().isEmpty()) {
      ArrayNode ids = taken.putArray("receivableIds");
      action.receivables().forEach(ids::add);
    }
    action
        .channel()
        .ifPresent(
            channel ->
                theCase
                    .withArray("/contacts")
                    .addObject()
                    .put("at", at)
                    .put("channel", channel)
                    .put("outcome", "REACHED"));
    switch (action.code()) {
      case "ARRANGE_ACCEPTANCE" -> milestones(action, this::accept);
      case "ISSUE_INVOICE" -> milestones(action, this::invoice);
      case "REISSUE_INVOICE" -> named(action).forEach(this::deliver);
      case "RESOLVE_ISSUE", "SERVICE_RECOVERY" -> resolve(action);
      case "RECONCILE_ACCOUNT" -> reconcile();
      case "NEGOTIATE_SUPPLEMENT" ->
          theCase.path("contracts").forEach(c -> ((ObjectNode) c).put("termsClear", true));
      default -> {
        // the customer does not answer
      }
    }
  }

  private List<ObjectNode> receivables(Predicate<JsonNode> wanted) {
    List<ObjectNode> found = new ArrayList<>();
    theCase.path("receivables").forEach(r -> found.add((ObjectNode) r));
    found.removeIf(wanted.negate());
    return found;
  }

  private List<ObjectNode> named(Recommendation.Action action) {
    return receivables(r -> action.receivables().contains(r.path("id").asText()));
  }

  private interface Done {
    void to(ObjectNode contract, ObjectNode milestone);
  }

  private void milestones(Recommendation.Action action, Done done) {
    for (JsonNode contract : theCase.path("contracts")) {
      for (JsonNode milestone : contract.path("milestones")) {
        if (action.milestones().contains(milestone.path("id").asText())) {
          done.to((ObjectNode) contract, (ObjectNode) milestone);
        }
      }
    }
  }

  private void accept(ObjectNode contract, ObjectNode milestone) {
    milestone.put("acceptedOn", today.toString());
  }

  private void invoice(ObjectNode contract, ObjectNode milestone) {
    if (!milestone.path("completedOn").isTextual() || milestone.path("invoicedOn").isTextual()) {
      return;
    }
    milestone.put("invoicedOn", today.toString());
    BigDecimal price =
        contract
            .path("totalAmount")
            .decimalValue()
            .multiply(milestone.path("percent").decimalValue())
            .movePointLeft(2);
    theCase
        .withArray("/receivables")
        .addObject()
        .put("id", "NEW-" + contract.path("id").asText() + milestone.path("id").asText())
        .put("contractId", contract.path("id").asText())
        .put("milestoneId", milestone.path("id").asText())
        .put("amount", price)
        .put("invoicedOn", today.toString())
        .put("invoiceDeliveredOn", today.toString())
        .put("dueOn", today.plusDays(30).toString());
  }

  private void deliver(ObjectNode receivable) {
    receivable
        .put("invoiceError", false)
        .put("invoiceDeliveredOn", today.toString())
        .put("dueOn", today.plusDays(30).toString());
  }

  private void resolve(Recommendation.Action action) {
    receivables(r -> r.path("dispute").isObject())
        .forEach(r -> ((ObjectNode) r.path("dispute")).put("resolvedOn", today.toString()));
    ((ObjectNode) theCase.path("customer")).put("openTickets", 0).put("satisfaction", 7);
  }

  /** Bank data are brought up to date, cash is applied, what contradicts is put right. */
  private void reconcile() {
    theCase.put("bankDataAsOf", today.toString()).put("lastReconciledOn", today.toString());
    ArrayNode credits = theCase.withArray("/credits");
    for (JsonNode credit : credits) {
      if (credit.path("kind").asText().equals("UNAPPLIED_CASH")) {
        apply(credit.path("amount").decimalValue(), credit.path("currency").asText());
      }
    }
    for (int i = credits.size() - 1; i >= 0; i--) {
      if (credits.get(i).path("kind").asText().equals("UNAPPLIED_CASH")) {
        credits.remove(i);
      }
    }
    for (ObjectNode r : receivables(r -> r.has("amount") && r.has("outstanding"))) {
      r.put(
          "outstanding", r.path("outstanding").decimalValue().min(r.path("amount").decimalValue()));
      if (r.path("evidence").isObject()) {
        ObjectNode evidence = (ObjectNode) r.path("evidence");
        evidence.fieldNames().forEachRemaining(name -> evidence.put(name, true));
      }
    }
  }

  private void apply(BigDecimal cash, String currency) {
    BigDecimal rest = cash;
    for (ObjectNode r : receivables(r -> r.path("currency").asText().equals(currency))) {
      BigDecimal open = r.path("outstanding").decimalValue();
      BigDecimal part = rest.min(open);
      r.put("outstanding", open.subtract(part));
      rest = rest.subtract(part);
    }
  }
}
