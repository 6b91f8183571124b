package dev.huikuan.policy.rules;

import dev.huikuan.domain.Text;
import java.util.List;

/** Two facts of a case that cannot both be true, in words, and the receivables concerned. */
public record Contradiction(List<String> receivables, Text text) {

  public Contradiction {
    receivables = List.copyOf(receivables);
  }

  /** The receivables as {@link RuleOutput} takes them. */
  public String[] named() {
    return receivables.toArray(String[]::new);
  }
}
