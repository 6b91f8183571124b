package dev.huikuan.decision.facts;

import dev.huikuan.domain.Case;
import dev.huikuan.domain.Receivable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Conversion into the base currency at the last rate on or before asOf, the parameter {@code
 * exchangeRate XXX}: base currency for one unit.
 */
final class Exchange {

  private final Settings settings;
  private final String base;

  Exchange(Settings settings) {
    this.settings = settings;
    this.base = settings.baseCurrency();
  }

  String base() {
    return base;
  }

  /** Empty when the policy has no rate for the currency on that date. */
  Optional<BigDecimal> rate(String currency) {
    return currency.equals(base)
        ? Optional.of(BigDecimal.ONE)
        : settings.number("exchangeRate " + currency);
  }

  /** Nothing is nothing in any currency; any other amount needs a rate. */
  Optional<BigDecimal> toBase(BigDecimal amount, String currency) {
    return amount.signum() == 0
        ? Optional.of(BigDecimal.ZERO)
        : rate(currency).map(amount::multiply);
  }

  /** The sum, or empty when one of the amounts cannot be converted. */
  static Optional<BigDecimal> sum(Collection<Optional<BigDecimal>> amounts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Optional<BigDecimal> amount : amounts) {
      if (amount.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(amount.get());
    }
    return Optional.of(sum);
  }

  /** The rates that this case's foreign receivables are converted at. */
  SortedMap<String, BigDecimal> ratesOf(Case theCase) {
    SortedMap<String, BigDecimal> rates = new TreeMap<>();
    for (String currency : foreign(theCase)) {
      rate(currency).ifPresent(rate -> rates.put(currency, rate));
    }
    return rates;
  }

  /** The currencies of this case that the policy has no rate for. */
  SortedSet<String> withoutRate(Case theCase) {
    SortedSet<String> missing = foreign(theCase);
    missing.removeIf(currency -> rate(currency).isPresent());
    return missing;
  }

  private SortedSet<String> foreign(Case theCase) {
    SortedSet<String> currencies = new TreeSet<>();
    theCase.receivables().stream().map(Receivable::currency).forEach(currencies::add);
    theCase.contracts().forEach(c -> c.currency().toOptional().ifPresent(currencies::add));
    theCase.credits().toOptional().ifPresent(l -> l.forEach(c -> currencies.add(c.currency())));
    currencies.remove(base);
    return currencies;
  }
}
