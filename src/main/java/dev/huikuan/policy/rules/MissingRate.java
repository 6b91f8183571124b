package dev.huikuan.policy.rules;

import java.util.List;

/** A currency of the case without an exchange rate, and the receivables in it. */
public record MissingRate(String currency, List<String> receivables) {

  public MissingRate {
    receivables = List.copyOf(receivables);
  }

  /** The receivables as {@link RuleOutput} takes them. */
  public String[] named() {
    return receivables.toArray(String[]::new);
  }
}
