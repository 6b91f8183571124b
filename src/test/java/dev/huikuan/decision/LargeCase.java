package dev.huikuan.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A random case with amounts of some size, and a Chinese customer of whom much is known. */
final class LargeCase {

  private final Random random;
  private final ObjectNode json;

  private LargeCase(long seed) {
    this.random = new Random(seed + 7_000);
    this.json = Shipped.tree(new RandomCase(seed).cases().json().getBytes(StandardCharsets.UTF_8));
  }

  static ObjectNode of(long seed) {
    LargeCase made = new LargeCase(seed);
    made.enlarge();
    made.customer();
    made.history();
    made.acceptance();
    if (seed % 2 == 0) {
      made.clear();
    }
    return made.json;
  }

  private void enlarge() {
    for (JsonNode receivable : json.path("receivables")) {
      ObjectNode r = (ObjectNode) receivable;
      BigDecimal outstanding = r.path("outstanding").decimalValue();
      BigDecimal cents = BigDecimal.valueOf(random.nextInt(100), 2);
      boolean open = outstanding.signum() > 0;
      r.put(
          "outstanding",
          open ? outstanding.multiply(BigDecimal.valueOf(97)).add(cents) : BigDecimal.ZERO);
      // mostly what is consistent: one contradiction holds everything back
      r.put("amount", random.nextInt(20) == 0 ? BigDecimal.ONE : BigDecimal.valueOf(200_000));
      if (r.path("dispute").isObject() && random.nextInt(4) > 0) {
        ((ObjectNode) r.path("dispute")).put("openedOn", "2026-05-01").put("amount", 20);
      }
      if (r.path("dueOn").isTextual()
          && r.path("dueOn").asText().compareTo(r.path("invoicedOn").asText()) < 0) {
        r.put("invoicedOn", "2025-10-01");
      }
    }
    ArrayNode credits = (ArrayNode) json.path("credits");
    for (JsonNode credit : credits) {
      if (credit.path("receivableId").asText().equals("R9") && random.nextInt(4) > 0) {
        ((ObjectNode) credit).remove("receivableId");
      }
    }
    if (random.nextInt(3) > 0) {
      json.putArray("agreements");
    }
  }

  private void customer() {
    ObjectNode customer = (ObjectNode) json.path("customer");
    customer.put("jurisdiction", "CN");
    maybe(customer, "segment", "STRATEGIC", "KEY", "STANDARD", "SMALL");
    maybe(customer, "size", "GOVERNMENT", "LARGE", "MEDIUM", "SMALL", "MICRO");
    maybe(customer, "financialStress", "NONE", "NONE", "WATCH", "DISTRESSED", "INSOLVENT");
    maybe(customer, "delayReason", "CASH_FLOW", "CASH_FLOW", "HABIT", "REFUSAL", "QUALITY");
    customer.put("creditScore", 300 + random.nextInt(600));
    customer.put("onTimeRatio", BigDecimal.valueOf(random.nextInt(101), 2));
    customer.put("averageDaysLate", random.nextInt(40));
    customer.put("satisfaction", random.nextInt(11));
    customer.put("openTickets", random.nextInt(4) == 0 ? 1 : 0);
    customer.put("doNotContact", random.nextInt(15) == 0);
    json.put("bankDataAsOf", random.nextInt(6) == 0 ? "2026-06-01" : "2026-06-29");
  }

  private void acceptance() {
    for (JsonNode milestone : json.at("/contracts/0/milestones")) {
      if (milestone.path("kind").asText().equals("ACCEPTANCE") && random.nextInt(3) == 0) {
        ((ObjectNode) milestone).putNull("acceptedOn");
      }
    }
  }

  /** Nothing in the way of an offer: a fair payer short of cash, or one who may pay early. */
  private void clear() {
    json.putArray("credits");
    json.putArray("promises");
    json.putArray("agreements");
    ObjectNode customer = (ObjectNode) json.path("customer");
    customer.put("delayReason", "CASH_FLOW").put("doNotContact", false).put("openTickets", 0);
    customer.put("financialStress", random.nextBoolean() ? "NONE" : "WATCH");
    customer.put("creditScore", 500 + random.nextInt(300));
    customer.put("onTimeRatio", BigDecimal.valueOf(75 + random.nextInt(25), 2));
    json.put("bankDataAsOf", "2026-06-29");
    for (JsonNode receivable : json.path("receivables")) {
      ObjectNode r = (ObjectNode) receivable;
      r.remove("dispute");
      r.remove("pause");
      r.remove("milestoneId");
      r.put("amount", 200_000).put("invoiceError", false).put("invoiceDeliveredOn", "2026-05-04");
      r.put("invoicedOn", "2026-05-04");
      r.put("dueOn", random.nextBoolean() ? "2026-06-0" + (1 + random.nextInt(9)) : "2026-08-14");
    }
  }

  private void maybe(ObjectNode node, String name, String... values) {
    if (random.nextInt(5) > 0) {
      node.put(name, values[random.nextInt(values.length)]);
    }
  }

  /** No two actions at one moment, so that which was last does not hang on their order. */
  private void history() {
    int second = 10;
    for (JsonNode action : json.path("actionsTaken")) {
      String at = action.path("at").asText().replace("08:00:00", "08:00:" + second++);
      ((ObjectNode) action).put("at", at);
    }
    for (int i = 0; i < 4 && random.nextInt(3) == 0; i++) {
      ((ArrayNode) json.path("contacts"))
          .addObject()
          .put("at", "2026-06-2" + (5 + i) + "T10:00:00+08:00")
          .put("channel", "EMAIL");
    }
  }
}
