package dev.huikuan.decision.facts;

import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Customer;
import dev.huikuan.domain.Value;
import java.util.Optional;
import java.util.Set;

/**
 * Whose law on late payment holds: by the contract's governing law, else the customer's
 * jurisdiction, else unknown.
 */
final class LegalRegion {

  /**
   * The 27 member states (Directive 2011/7/EU). Iceland, Liechtenstein and Norway apply it through
   * the EEA but set their own rates: OTHER, as Switzerland is.
   */
  private static final Set<String> EU =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  private LegalRegion() {}

  static Value of(Optional<Contract> contract, Customer customer) {
    return contract
        .flatMap(c -> c.governingLaw().toOptional())
        .or(() -> customer.jurisdiction().toOptional())
        .map(LegalRegion::region)
        .map(Value::code)
        .orElse(Value.UNKNOWN);
  }

  /** Hong Kong, Macau and Taiwan have laws of their own: OTHER. */
  private static String region(String country) {
    return switch (country) {
      case "CN", "US" -> country;
      case "GB", "UK" -> "UK";
      default -> EU.contains(country) ? "EU" : "OTHER";
    };
  }
}
