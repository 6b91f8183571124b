package dev.huikuan.decision.offer;

import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What may be granted, or why nothing is. */
record Verdict<T>(Optional<T> granted, List<Because> because) {

  static <T> Verdict<T> yes(T granted) {
    return new Verdict<>(Optional.of(granted), List.of());
  }

  static <T> Verdict<T> no(List<Because> because) {
    return new Verdict<>(Optional.empty(), List.copyOf(because));
  }

  /** The term's value does not pass the test, written as in a cell. */
  static <T> Verdict<T> no(String term, Value value, String test) {
    return no(List.of(needs(term, value, test)));
  }

  /** The same of an amount. */
  static <T> Verdict<T> no(String term, BigDecimal amount, String currency, String test) {
    return no(List.of(needs(term, Value.number(amount), test).in(currency)));
  }

  static Because needs(String term, Value value, String test) {
    return new Because(term, value, test, Optional.empty());
  }
}
