package dev.huikuan.policy.rules;

import dev.huikuan.domain.Text;
import java.util.Optional;

/** Two facts of a case that cannot both be true, in words. */
public record Contradiction(Optional<String> receivable, Text text) {

  /** The receivable as {@link RuleOutput} takes it: one or none. */
  public String[] named() {
    return receivable.stream().toArray(String[]::new);
  }
}
