package dev.huikuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.Reading;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Policies of a few sheets, written as an analyst would, and read by a few values. */
final class TablePolicies {

  private TablePolicies() {}

  static PolicyFile csv(String name, String text) {
    return new PolicyFile("decision-tables/" + name, text.getBytes(StandardCharsets.UTF_8));
  }

  static PolicyFile xlsx(String name, byte[] bytes) {
    return new PolicyFile("decision-tables/" + name, bytes);
  }

  static Policy policy(PolicyFile... files) {
    PolicyLoader.Loaded loaded = PolicyLoader.load(List.of(files));
    assertThat(loaded.findings()).filteredOn(Finding::isError).isEmpty();
    return loaded.policy().orElseThrow();
  }

  /** Code and location of each finding. */
  static List<String> findings(PolicyFile... files) {
    return PolicyLoader.load(List.of(files)).findings().stream()
        .map(f -> f.code() + " " + f.location())
        .toList();
  }

  static Finding only(PolicyFile... files) {
    List<Finding> findings = PolicyLoader.load(List.of(files)).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  /** What the policy's tables say, one after the other, of these facts. */
  static Map<String, Value> decide(Policy policy, LocalDate asOf, Map<String, Value> facts) {
    Map<String, Value> known = new java.util.TreeMap<>(facts);
    policy.tables().stream()
        .filter(index -> index.table().effective().contains(asOf))
        .forEach(index -> known.putAll(index.evaluate(reading(policy, asOf, known)).outputs()));
    return known;
  }

  /** Ids of the rows that decide, over all tables in their order. */
  static List<String> rows(Policy policy, LocalDate asOf, Map<String, Value> facts) {
    List<String> rows = new ArrayList<>();
    policy.tables().stream()
        .filter(index -> index.table().effective().contains(asOf))
        .forEach(
            index ->
                index
                    .evaluate(reading(policy, asOf, facts))
                    .hits()
                    .forEach(hit -> rows.add(hit.row().id())));
    return rows;
  }

  private static Reading reading(Policy policy, LocalDate asOf, Map<String, Value> facts) {
    return new Reading() {
      @Override
      public Value value(TermRef ref) {
        return facts.getOrDefault(ref.code(), Value.UNKNOWN);
      }

      @Override
      public Value parameter(String code, LocalDate on) {
        return policy.parameters().value(code, on);
      }

      @Override
      public LocalDate asOf() {
        return asOf;
      }
    };
  }
}
