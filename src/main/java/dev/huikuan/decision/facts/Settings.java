package dev.huikuan.decision.facts;

import dev.huikuan.decision.timing.BusinessDays;
import dev.huikuan.domain.Parameters;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The policy's parameters as they stand on the date of the decision.
 *
 * @param days the customer's business days
 */
record Settings(Parameters parameters, LocalDate asOf, BusinessDays days) {

  Value value(String code) {
    return parameters.value(code, asOf);
  }

  /** The base currency; a policy without one cannot add money, which the loader prevents. */
  String baseCurrency() {
    return code("baseCurrency")
        .orElseThrow(() -> new IllegalStateException("no parameter baseCurrency"));
  }

  Optional<String> code(String code) {
    return value(code) instanceof Value.Code found ? Optional.of(found.code()) : Optional.empty();
  }

  Optional<BigDecimal> number(String code) {
    return value(code) instanceof Value.Num found ? Optional.of(found.decimal()) : Optional.empty();
  }

  /** A number of days or a level; 0 when the policy does not say. */
  int whole(String code) {
    return number(code).map(BigDecimal::intValue).orElse(0);
  }
}
