package dev.huikuan.policy.table;

import java.util.Optional;

/** DMN's hit policies, by name or letter. */
public enum HitPolicy {
  UNIQUE("U"),
  FIRST("F"),
  ANY("A"),
  PRIORITY("P"),
  RULE_ORDER("R"),
  COLLECT("C"),
  COLLECT_SUM("C+"),
  COLLECT_MIN("C<"),
  COLLECT_MAX("C>"),
  COLLECT_COUNT("C#");

  private final String letter;

  HitPolicy(String letter) {
    this.letter = letter;
  }

  public String letter() {
    return letter;
  }

  /** The name in DMN's spelling: {@code RULE ORDER}, {@code COLLECT}, {@code C+}. */
  public String written() {
    return letter.length() == 2 ? letter : name().replace('_', ' ');
  }

  /** By DMN name or letter, without regard to case and blanks. */
  public static Optional<HitPolicy> named(String written) {
    String key = dev.huikuan.domain.Wording.normalise(written).replace("collect", "c");
    for (HitPolicy policy : values()) {
      String name = dev.huikuan.domain.Wording.normalise(policy.written());
      if (key.equals(name.replace("collect", "c"))
          || key.equals(dev.huikuan.domain.Wording.normalise(policy.letter))) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }

  /** Every matching row counts, not one. */
  public boolean isMultiple() {
    return this == RULE_ORDER || letter.startsWith("C");
  }
}
