package dev.huikuan.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.facts.AgreementState;
import dev.huikuan.decision.facts.Facts;
import dev.huikuan.decision.intake.SentJson;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a payment keeps: promises whose day and tolerance are not over, and installments of plans
 * that run, the earliest due first. A promise that was broken stays broken.
 */
final class Kept {

  private final Change change;
  private final Facts facts;

  Kept(Change change) {
    this.change = change;
    this.facts = Facts.of(change.theCase(), change.policy());
  }

  /**
   * Counts a payment.
   *
   * @param parts what was paid of each receivable, by its id
   */
  void by(Map<String, BigDecimal> parts) {
    promises(parts);
    Set<String> running = new HashSet<>();
    facts.agreements().stream()
        .filter(state -> state.isRunning() && state.isPlan())
        .map(AgreementState::agreement)
        .forEach(agreement -> running.add(agreement.id()));
    for (JsonNode agreement : change.tree().path("agreements")) {
      if (running.contains(agreement.path("id").asText())) {
        BigDecimal paid = BigDecimal.ZERO;
        for (JsonNode id : agreement.path("receivableIds")) {
          paid = paid.add(parts.getOrDefault(id.asText(), BigDecimal.ZERO));
        }
        pay(earliestFirst(agreement.path("schedule")), paid);
      }
    }
  }

  /** First those for a receivable, then those for the account with what is left. */
  private void promises(Map<String, BigDecimal> parts) {
    Map<String, List<ObjectNode>> open = new HashMap<>();
    for (ObjectNode promise : earliestFirst(change.tree().path("promises"))) {
      if (isOpen(promise)) {
        open.computeIfAbsent(promise.path("receivableId").asText(""), id -> new ArrayList<>())
            .add(promise);
      }
    }
    BigDecimal left = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> part : parts.entrySet()) {
      BigDecimal rest = pay(open.getOrDefault(part.getKey(), List.of()), part.getValue());
      left = inAccountsCurrency(part.getKey()) ? left.add(rest) : left;
    }
    pay(open.getOrDefault("", List.of()), left);
  }

  /** A promise for the account is in its one currency, else in the base. */
  private boolean inAccountsCurrency(String receivableId) {
    List<String> all =
        change.theCase().receivables().stream().map(Receivable::currency).distinct().toList();
    String own = all.size() == 1 ? all.get(0) : facts.baseCurrency();
    return change.theCase().receivable(receivableId).orElseThrow().currency().equals(own);
  }

  private boolean isOpen(ObjectNode promise) {
    LocalDate day = change.happened().day();
    int tolerance =
        change.policy().parameters().value("promiseToleranceDays", day) instanceof Value.Num days
            ? days.decimal().intValue()
            : 0;
    LocalDate openUntil =
        facts.customerDays().after(date(promise, "dueOn").orElseThrow(), tolerance);
    boolean made = date(promise, "madeOn").map(on -> !on.isAfter(day)).orElse(true);
    return made && !day.isAfter(openUntil);
  }

  private static Optional<LocalDate> date(JsonNode node, String name) {
    return node.hasNonNull(name) ? SentJson.date(node.path(name).asText()) : Optional.empty();
  }

  private static List<ObjectNode> earliestFirst(JsonNode list) {
    Map<Integer, ObjectNode> nodes = new TreeMap<>();
    for (int i = 0; i < list.size(); i++) {
      nodes.put(i, (ObjectNode) list.get(i));
    }
    return nodes.values().stream()
        .sorted(Comparator.comparing(node -> date(node, "dueOn").orElseThrow()))
        .toList();
  }

  /** Pays one after the other; returns what is left. */
  private static BigDecimal pay(List<ObjectNode> owed, BigDecimal amount) {
    BigDecimal rest = amount;
    for (ObjectNode node : owed) {
      BigDecimal paid =
          node.path("paid").isNumber() ? node.path("paid").decimalValue() : BigDecimal.ZERO;
      BigDecimal part =
          rest.min(node.path("amount").decimalValue().subtract(paid).max(BigDecimal.ZERO));
      if (part.signum() > 0) {
        node.set("paid", DecimalNode.valueOf(paid.add(part)));
        rest = rest.subtract(part);
      }
    }
    return rest;
  }
}
