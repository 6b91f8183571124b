package dev.huikuan.decision.facts;

import dev.huikuan.domain.Case;
import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.math.MathContext;
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

  /** The currency of a contract's amounts; unknown, or without a contract: the base. */
  static String ofContract(Optional<Contract> contract, String base) {
    return contract.flatMap(c -> c.currency().toOptional()).orElse(base);
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

  /** One currency's amount in another, by way of the base; empty without a rate of either. */
  Optional<BigDecimal> between(BigDecimal amount, String from, String to) {
    if (from.equals(to)) {
      return Optional.of(amount);
    }
    return toBase(amount, from)
        .flatMap(
            inBase ->
                inBase.signum() == 0
                    ? Optional.of(BigDecimal.ZERO)
                    : rate(to)
                        .filter(rate -> rate.signum() > 0)
                        .map(rate -> inBase.divide(rate, MathContext.DECIMAL128)));
  }

  /** The same for the value of a term: rounded HALF_UP to six decimals, unknown without a rate. */
  Value between(Value amount, String from, String to) {
    return amount instanceof Value.Num number && !from.equals(to)
        ? Numbers.value(between(number.decimal(), from, to))
        : amount;
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
