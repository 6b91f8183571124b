package dev.huikuan.policy.table;

import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

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
    String key = Wording.normalise(written).replace("collect", "c");
    for (HitPolicy policy : values()) {
      String name = Wording.normalise(policy.written());
      if (key.equals(name.replace("collect", "c"))
          || key.equals(Wording.normalise(policy.letter))) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }

  /** All of them, as one writes them in the head: {@code UNIQUE (U), …, C#}. */
  static Text all() {
    return Text.same(
        Arrays.stream(values())
            .map(
                policy ->
                    policy.letter.length() == 2
                        ? policy.letter
                        : policy.written() + " (" + policy.letter + ")")
            .collect(Collectors.joining(", ")));
  }

  /** Says something even when no row matches: an empty list, a sum or count of 0. */
  public boolean answersWithoutRow() {
    return switch (this) {
      case RULE_ORDER, COLLECT, COLLECT_SUM, COLLECT_COUNT -> true;
      case UNIQUE, FIRST, ANY, PRIORITY, COLLECT_MIN, COLLECT_MAX -> false;
    };
  }
}
