package dev.huikuan.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Receivable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Money that came in: lowers what is outstanding on the receivables that are named, else on all,
 * the oldest due first. What is more than that is a credit, UNAPPLIED_CASH. Promises that are still
 * open and installments that are not paid count it.
 */
final class Payment {

  private final Change change;

  Payment(Change change) {
    this.change = change;
  }

  void make() {
    BigDecimal amount = change.report().amount().orElseThrow();
    List<Receivable> about = change.aboutAll();
    Optional<String> currency = change.currency(about);
    BigDecimal rest = amount;
    Map<String, BigDecimal> parts = new LinkedHashMap<>();
    for (Receivable r : about) {
      BigDecimal part =
          currency.equals(Optional.of(r.currency())) ? rest.min(r.outstanding()) : BigDecimal.ZERO;
      if (part.signum() > 0) {
        parts.put(r.id(), part);
        rest = rest.subtract(part);
        lower(r, part);
      }
    }
    if (rest.signum() > 0) {
      unapplied(rest, currency);
    }
    new Kept(change).by(parts);
  }

  private void lower(Receivable r, BigDecimal part) {
    ObjectNode node = change.node(r.id());
    BigDecimal rest = r.outstanding().subtract(part);
    if (!node.hasNonNull("amount")) {
      node.set("amount", DecimalNode.valueOf(r.amount()));
    }
    node.set("outstanding", DecimalNode.valueOf(rest));
    JsonNode disputed = node.at("/dispute/amount");
    if (disputed.isNumber()) {
      BigDecimal contested = disputed.decimalValue();
      boolean contradicts = contested.compareTo(r.outstanding()) > 0;
      ((ObjectNode) node.path("dispute"))
          .set("amount", DecimalNode.valueOf(contradicts ? contested : contested.min(rest)));
    }
    r.contractId().ifPresent(id -> paidUnder(id, r.currency(), part));
  }

  /** The contract counts it, where what was paid under it is known. */
  private void paidUnder(String contractId, String currency, BigDecimal part) {
    String own =
        change
            .theCase()
            .contract(contractId)
            .flatMap(contract -> contract.currency().toOptional())
            .orElse(currency);
    for (JsonNode contract : change.tree().path("contracts")) {
      JsonNode paid = contract.path("paidAmount");
      if (contract.path("id").asText().equals(contractId)
          && paid.isNumber()
          && own.equals(currency)) {
        ((ObjectNode) contract)
            .set("paidAmount", DecimalNode.valueOf(paid.decimalValue().add(part)));
      }
    }
  }

  private void unapplied(BigDecimal rest, Optional<String> currency) {
    ObjectNode credit = change.list("credits").addObject();
    credit.put("id", change.outcomeId()).put("kind", "UNAPPLIED_CASH");
    currency.ifPresent(c -> credit.put("currency", c));
    credit.set("amount", DecimalNode.valueOf(rest));
    credit.put("on", change.happened().day().toString());
  }
}
