package dev.huikuan.web;

import dev.huikuan.domain.Recommendation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Offers with something in every place. */
final class CannedOffers {

  private CannedOffers() {}

  static Recommendation.Economics economics(String net) {
    return new Recommendation.Economics(
        new BigDecimal("270000"),
        Optional.of(new BigDecimal("0.75")),
        Optional.of(LocalDate.of(2026, 12, 20)),
        new BigDecimal("80"),
        new BigDecimal(net),
        "CNY",
        List.of("EC-020"));
  }

  /**
   * @param receivable what a ledger calls it
   */
  static Recommendation.Discount discount(String receivable) {
    return new Recommendation.Discount(
        "SETTLEMENT",
        new BigDecimal("2"),
        LocalDate.of(2026, 12, 1),
        new BigDecimal("5400"),
        new BigDecimal("264600"),
        "CNY",
        List.of(receivable),
        new BigDecimal("37.24"),
        new BigDecimal("44.59"),
        new BigDecimal("0.65"),
        Optional.of(new BigDecimal("6100.25")),
        false,
        Optional.of(List.of("CREDIT_MANAGER", "FINANCE")));
  }

  static Recommendation.Installments installments() {
    return new Recommendation.Installments(
        2,
        "EQUAL_PRINCIPAL",
        "CNY",
        new BigDecimal("81000"),
        new BigDecimal("6"),
        List.of(
            installment("2026-12-21", "94500", "945"), installment("2027-01-20", "94500", "472.5")),
        new BigDecimal("1417.5"),
        List.of("INV-1"),
        Optional.of(new BigDecimal("7000")),
        true,
        Optional.of(List.of()));
  }

  private static Recommendation.Installment installment(
      String dueOn, String principal, String interest) {
    BigDecimal part = new BigDecimal(principal);
    BigDecimal more = new BigDecimal(interest);
    return new Recommendation.Installment(LocalDate.parse(dueOn), part, more, part.add(more));
  }
}
