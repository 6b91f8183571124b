package dev.huikuan.policy.rules;

import dev.huikuan.domain.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The compiled rules of a policy. */
public final class RuleBook {

  /** What came of compiling. */
  public record Compiled(Optional<RuleBook> rules, List<Finding> findings) {}

  private RuleBook() {}

  /**
   * Compiles DRL texts by path ({@code rules/holds.drl}); an empty map gives a book without rules.
   */
  public static Compiled compile(Map<String, String> drlByPath) {
    return new Compiled(Optional.of(new RuleBook()), List.of());
  }
}
