package dev.huikuan.decision.facts;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How computed numbers become values: HALF_UP to six decimals; out of bounds is unknown. */
final class Numbers {

  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Numbers() {}

  static Value value(BigDecimal number) {
    return number.abs().compareTo(Micros.LIMIT) < 0 ? Value.number(number) : Value.UNKNOWN;
  }

  static Value value(Optional<BigDecimal> number) {
    return number.map(Numbers::value).orElse(Value.UNKNOWN);
  }

  /** Empty when the divisor is zero. */
  static Optional<BigDecimal> ratio(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? Optional.empty()
        : Optional.of(part.divide(whole, 12, RoundingMode.HALF_UP));
  }
}
