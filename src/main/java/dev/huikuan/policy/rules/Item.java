package dev.huikuan.policy.rules;

import dev.huikuan.domain.Value;
import java.util.function.Function;

/** One receivable in DRL: its terms, those of its contract, and the account's by their codes. */
public final class Item extends TermReader {

  private final String id;
  private final String currency;

  public Item(String id, String currency, Function<String, Value> values) {
    super(values);
    this.id = id;
    this.currency = currency;
  }

  public String getId() {
    return id;
  }

  /** ISO 4217, of its money terms. */
  public String getCurrency() {
    return currency;
  }
}
