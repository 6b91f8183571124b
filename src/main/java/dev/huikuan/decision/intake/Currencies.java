package dev.huikuan.decision.intake;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** ISO 4217 currencies that money can be in: those with a minor unit, so not gold or XXX. */
final class Currencies {

  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private Currencies() {}

  static Set<String> codes() {
    return CODES;
  }

  static boolean isCurrency(String code) {
    return CODES.contains(code);
  }
}
