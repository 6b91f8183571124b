package dev.huikuan.decision;

import dev.huikuan.domain.Finding;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small policies, written in a test as the files of a folder and read by the product's loader. */
final class Policies {

  /** Ladder in miniature; the last row is a default. */
  static final String NEXT_ACTION =
      """
      Decision,next-action,Next action,下一步动作
      Hit policy,RULE ORDER

      ,When,,Then,Notes
      Row,daysPastDue,customerSegment,nextAction,Reason (zh),Reason (en)
      NA-010,>= 60,-,LITIGATION,,
      NA-020,>= 15,-,COLLECTION_CALL,逾期 {daysPastDue} 天，可催收 {collectible},"{daysPastDue} days late, {collectible} collectible"
      NA-030,>= 1,-,FRIENDLY_REMINDER,,
      NA-040,-,KEY,VALUE_REPORT,,
      NA-990,-,-,WAIT,,
      """;

  private final List<PolicyFile> files = new ArrayList<>();

  private Policies() {}

  static Policies empty() {
    return new Policies();
  }

  /** The rules that the repository ships, and nothing else. */
  static Policies withRules() {
    Policies policies = new Policies();
    for (String name : List.of("rules/holds.drl", "rules/choice.drl")) {
      policies.with(name, shipped(name));
    }
    return policies;
  }

  static String shipped(String path) {
    try {
      return Files.readString(Path.of(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Policies table(String csv) {
    String code = csv.lines().findFirst().orElseThrow().split(",")[1];
    return with("decision-tables/" + code + ".csv", csv);
  }

  Policies rule(String drl) {
    return with(
        "rules/own.drl",
        """
        package own.rules
        import dev.huikuan.policy.rules.*
        global RuleOutput out
        """
            + drl);
  }

  Policies with(String path, String text) {
    files.add(new PolicyFile(path, text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  List<Finding> findings() {
    return PolicyLoader.load(files).findings();
  }

  Policy load() {
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    return loaded
        .policy()
        .orElseThrow(
            () ->
                new AssertionError(
                    String.join(
                        "\n",
                        loaded.findings().stream()
                            .map(f -> f.location() + " " + f.message().en())
                            .toList())));
  }

  static String lines(String... lines) {
    return String.join("\n", Arrays.asList(lines)) + "\n";
  }
}
