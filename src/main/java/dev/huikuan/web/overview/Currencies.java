package dev.huikuan.web.overview;

import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import dev.huikuan.records.PortfolioFigures.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The currencies of a portfolio, the one with the most outstanding first. */
record Currencies(List<String> codes) {

  /**
   * @param totals one for each currency
   * @param today the day whose exchange rates compare them; those without a rate come last, by how
   *     many accounts have them
   */
  static Currencies of(List<Money> totals, Policy policy, LocalDate today) {
    Function<Money, BigDecimal> inBase =
        money -> money.outstanding().multiply(rate(money.currency(), policy, today));
    Comparator<Money> largestFirst =
        Comparator.comparing(inBase)
            .thenComparing(Money::accounts)
            .reversed()
            .thenComparing(Money::currency);
    return new Currencies(totals.stream().sorted(largestFirst).map(Money::currency).toList());
  }

  private static BigDecimal rate(String currency, Policy policy, LocalDate today) {
    if (policy.parameters().value("baseCurrency", today).equals(Value.code(currency))) {
      return BigDecimal.ONE;
    }
    Value rate = policy.parameters().value("exchangeRate " + currency, today);
    return rate instanceof Value.Num known ? known.decimal() : BigDecimal.ZERO;
  }

  /** Where a currency stands; after all others when it is not among them. */
  int place(String currency) {
    int place = codes.indexOf(currency);
    return place < 0 ? codes.size() : place;
  }
}
