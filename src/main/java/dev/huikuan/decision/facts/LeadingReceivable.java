package dev.huikuan.decision.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The receivable that speaks for the account: the oldest due among collectible ones, else the next
 * due among payable ones; ties by the greater amount in base currency, then by id.
 */
final class LeadingReceivable {

  private LeadingReceivable() {}

  static Optional<OpenItem> of(List<OpenItem> items, Exchange exchange) {
    return first(items, exchange, item -> item.collectible().signum() > 0)
        .or(() -> first(items, exchange, item -> item.payable().signum() > 0));
  }

  private static Optional<OpenItem> first(
      List<OpenItem> items, Exchange exchange, Predicate<OpenItem> eligible) {
    Comparator<OpenItem> byDue =
        Comparator.comparing(item -> item.due().on().orElse(LocalDate.MAX));
    Comparator<OpenItem> byAmount = Comparator.comparing(item -> inBase(item, exchange));
    return items.stream()
        .filter(eligible)
        .min(byDue.thenComparing(byAmount.reversed()).thenComparing(OpenItem::id));
  }

  private static BigDecimal inBase(OpenItem item, Exchange exchange) {
    return exchange.toBase(item.payable(), item.receivable().currency()).orElse(BigDecimal.ZERO);
  }
}
