package dev.huikuan.policy.rules;

import dev.huikuan.domain.Wording;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a rule is run; written {@code @phase(contact)} under the rule's name, default holds. */
public enum Phase {
  /** First: what keeps us from acting, wholly or for an amount. */
  HOLDS,
  /** After the proposing tables: limits that a table may decide, such as the contact cap. */
  CONTACT,
  /** Once the candidates stand: what blocks them, what goes first. */
  CHOICE;

  /** As written in DRL. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Phase> named(String word) {
    return Arrays.stream(values())
        .filter(phase -> phase.written().equals(Wording.normalise(word)))
        .findFirst();
  }
}
