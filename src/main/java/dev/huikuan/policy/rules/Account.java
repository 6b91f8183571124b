package dev.huikuan.policy.rules;

import dev.huikuan.domain.Value;
import java.time.LocalDate;
import java.util.function.Function;

/** The account in DRL: its terms, parameters included, as of the day of the decision. */
public final class Account extends TermReader {

  private final LocalDate asOf;

  public Account(LocalDate asOf, Function<String, Value> values) {
    super(values);
    this.asOf = asOf;
  }

  /** The day of the decision. */
  public LocalDate getAsOf() {
    return asOf;
  }
}
