package dev.huikuan.simulation;

import dev.huikuan.domain.Recommendation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is counted of one recommendation.
 *
 * @param role that does the action; empty when nobody has anything to do
 * @param net what the action is expected to bring, in its own currency
 * @param netInBase the same in base currency; nothing without an exchange rate
 */
record Figures(
    String action,
    Optional<String> role,
    Set<String> holds,
    List<Offered> offers,
    Optional<Recommendation.Amount> net,
    BigDecimal netInBase,
    BigDecimal priority) {

  static final String WAIT = "WAIT";

  /**
   * One offer with its money: the discount given, the amount spread over installments, the amount
   * extended.
   *
   * @param base the same in base currency; empty without an exchange rate
   */
  record Offered(OfferKind kind, String currency, BigDecimal amount, Optional<BigDecimal> base) {}

  static Figures of(Recommendation r) {
    boolean waits = r.action().code().equals(WAIT);
    return new Figures(
        r.action().code(),
        waits ? Optional.empty() : r.action().ownerRole().or(() -> Optional.of("")),
        r.holds().stream()
            .map(Recommendation.Hold::code)
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        offers(r),
        r.action().economics().map(e -> new Recommendation.Amount(e.currency(), e.net())),
        r.action()
            .economics()
            .flatMap(e -> inBase(e.net(), e.currency(), r))
            .orElse(BigDecimal.ZERO),
        r.priority().points().orElse(BigDecimal.ZERO));
  }

  private static List<Offered> offers(Recommendation r) {
    Set<Recommendation.Discount> discounts = new LinkedHashSet<>();
    r.discount().ifPresent(discounts::add);
    r.receivables().forEach(item -> item.discount().ifPresent(discounts::add));
    List<Offered> offers = new ArrayList<>();
    discounts.forEach(d -> offers.add(offer(OfferKind.DISCOUNT, d.currency(), d.amount(), r)));
    r.installments()
        .ifPresent(
            plan -> {
              BigDecimal amount =
                  plan.schedule().stream()
                      .map(Recommendation.Installment::principal)
                      .reduce(plan.downPayment(), BigDecimal::add);
              offers.add(offer(OfferKind.INSTALLMENTS, plan.currency(), amount, r));
            });
    r.extension()
        .ifPresent(e -> offers.add(offer(OfferKind.EXTENSION, e.currency(), e.amount(), r)));
    return offers;
  }

  private static Offered offer(
      OfferKind kind, String currency, BigDecimal amount, Recommendation r) {
    return new Offered(kind, currency, amount, inBase(amount, currency, r));
  }

  private static Optional<BigDecimal> inBase(BigDecimal amount, String currency, Recommendation r) {
    if (currency.equals(r.baseCurrency())) {
      return Optional.of(amount);
    }
    return Optional.ofNullable(r.exchangeRates().get(currency))
        .map(rate -> amount.multiply(rate).setScale(2, RoundingMode.HALF_UP));
  }
}
