package dev.huikuan.policy.rules;

import dev.huikuan.domain.Text;
import java.util.List;

/**
 * What the rules of one phase said.
 *
 * @param emissions without duplicates, in an order that does not depend on the order of firing
 * @param fired the rules that spoke, by location
 * @param failures the rules that threw; what they said is not counted
 */
public record RuleOutcome(List<Emission> emissions, List<Fired> fired, List<Failure> failures) {

  public static final RuleOutcome NOTHING = new RuleOutcome(List.of(), List.of(), List.of());

  /**
   * A rule that said something.
   *
   * @param location {@code rules/holds.drl:42}
   */
  public record Fired(
      String rule, String location, List<String> receivables, List<String> emitted) {}

  /** A rule that threw, and what it complained of. */
  public record Failure(String rule, String location, Text message) {}

  public RuleOutcome {
    emissions = List.copyOf(emissions);
    fired = List.copyOf(fired);
    failures = List.copyOf(failures);
  }
}
