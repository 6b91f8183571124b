package dev.huikuan.decision;

import dev.huikuan.decision.offer.Offer;
import dev.huikuan.domain.Recommendation.Economics;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An option with its figures: an action, an offer, or waiting.
 *
 * @param action the code; an offer's is the action that makes it
 * @param economics absent where no row decides what it needs
 * @param waiting what waiting is expected to bring over the same amount, in the same currency
 * @param baseRate base currency for one unit of the option's currency, 0 without a rate
 */
record Weighed(
    String action,
    Optional<Offer> offer,
    Approval approval,
    Optional<Economics> economics,
    Optional<BigDecimal> waiting,
    BigDecimal baseRate) {

  /** Its expected net less that of waiting; absent unless both have figures. */
  Optional<BigDecimal> benefit() {
    return economics.flatMap(e -> waiting.map(w -> e.net().subtract(w)));
  }

  /** Worth less than waiting. */
  boolean isWorse() {
    return benefit().map(benefit -> benefit.signum() < 0).orElse(false);
  }

  Optional<BigDecimal> netInBase() {
    return economics.map(e -> e.net().multiply(baseRate));
  }

  Optional<BigDecimal> benefitInBase() {
    return benefit().map(benefit -> benefit.multiply(baseRate));
  }

  /** What an offer is about, in base currency; 0 for an action. */
  BigDecimal amountInBase() {
    return offer.map(o -> o.amount().multiply(baseRate)).orElse(BigDecimal.ZERO);
  }
}
