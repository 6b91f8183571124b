package dev.huikuan.decision;

import dev.huikuan.decision.offer.DiscountOffer;
import dev.huikuan.decision.offer.ExtensionOffer;
import dev.huikuan.decision.offer.InstallmentOffer;
import dev.huikuan.decision.offer.Offer;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Recommendation.Discount;
import dev.huikuan.domain.Recommendation.Extension;
import dev.huikuan.domain.Recommendation.Installments;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The offers of a draft as they stand in the answer: of each kind the greatest, by what it is about
 * in base currency; the other discounts under their receivables. Percents are rounded to two
 * decimals, the break-even to three: it is small.
 */
final class OfferAnswers {

  /** A discount for a day or two can cost more a year than a term can hold. */
  private static final BigDecimal MOST_PERCENT = Micros.LIMIT.subtract(new BigDecimal("0.01"));

  private final Draft draft;

  OfferAnswers(Draft draft) {
    this.draft = draft;
  }

  Optional<Discount> discount() {
    return greatest(DiscountOffer.class).map(this::discount);
  }

  /** The discount on a receivable that is not part of the one shown for the account. */
  Optional<Discount> discountBeside(String receivable) {
    Optional<DiscountOffer> shown = greatest(DiscountOffer.class);
    return draft.offers().only(DiscountOffer.class).stream()
        .filter(offer -> !shown.equals(Optional.of(offer)))
        .filter(offer -> offer.receivables().contains(receivable))
        .findFirst()
        .map(this::discount);
  }

  private Discount discount(DiscountOffer offer) {
    return new Discount(
        offer.kind(),
        percent(offer.rate()),
        offer.payBy(),
        offer.discount(),
        offer.payNow(),
        offer.currency(),
        offer.receivables(),
        percent(offer.annualizedCostPercent()),
        percent(offer.effectiveAnnualCostPercent()),
        offer.breakEvenPercent().setScale(3, RoundingMode.HALF_UP),
        Optional.empty(),
        preferred(),
        Optional.empty());
  }

  Optional<Installments> installments() {
    return greatest(InstallmentOffer.class)
        .map(
            offer ->
                new Installments(
                    offer.terms().count(),
                    offer.terms().method().name(),
                    offer.currency(),
                    offer.schedule().downPayment(),
                    offer.terms().annualInterestPercent(),
                    offer.schedule().installments(),
                    offer.schedule().totalInterest(),
                    offer.receivables(),
                    Optional.empty(),
                    preferred(),
                    Optional.empty()));
  }

  Optional<Extension> extension() {
    return greatest(ExtensionOffer.class)
        .map(
            offer ->
                new Extension(
                    offer.kind(),
                    offer.granted(),
                    offer.newDueOn(),
                    offer.receivables(),
                    offer.amount(),
                    offer.currency(),
                    offer.interestContinues(),
                    preferred(),
                    Optional.empty()));
  }

  /** Until options are weighed, one alone is the one to prefer. */
  private boolean preferred() {
    return draft.offers().made().size() == 1;
  }

  /** The first of those that are about most money. */
  private <T extends Offer> Optional<T> greatest(Class<T> type) {
    List<T> offers = draft.offers().only(type);
    return offers.stream()
        .reduce((one, other) -> inBase(other).compareTo(inBase(one)) > 0 ? other : one);
  }

  private BigDecimal inBase(Offer offer) {
    BigDecimal rate =
        offer.currency().equals(draft.facts().baseCurrency())
            ? BigDecimal.ONE
            : draft.facts().exchangeRates().getOrDefault(offer.currency(), BigDecimal.ZERO);
    return offer.amount().multiply(rate);
  }

  private static BigDecimal percent(BigDecimal exact) {
    return exact.min(MOST_PERCENT).setScale(2, RoundingMode.HALF_UP);
  }
}
