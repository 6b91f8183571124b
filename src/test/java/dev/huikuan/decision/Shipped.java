package dev.huikuan.decision;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.app.PolicyFolder;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Case;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The default policy, compiled once, and the demo cases beside it. */
final class Shipped {

  static final Instant NOW = Instant.parse("2026-06-30T04:00:00Z");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final List<PolicyFile> FILES = files();

  private static final Policy POLICY =
      PolicyLoader.load(
              FILES.stream().filter(file -> !file.path().startsWith("test-scenarios/")).toList())
          .policy()
          .orElseThrow();

  private static final DecisionPipeline PIPELINE = new DecisionPipeline(POLICY);

  private static final CaseReader READER = new CaseReader(POLICY);

  private Shipped() {}

  static Policy policy() {
    return POLICY;
  }

  static DecisionPipeline pipeline() {
    return PIPELINE;
  }

  /** Each demo case by the name of its file, a fresh copy. */
  static SortedMap<String, ObjectNode> demoCases() {
    SortedMap<String, ObjectNode> cases = new TreeMap<>();
    for (PolicyFile file : FILES) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      if (name.startsWith("demo-") && name.endsWith(".json")) {
        cases.put(name.replace(".json", ""), tree(file.bytes()));
      }
    }
    return cases;
  }

  static ObjectNode tree(byte[] json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Case read(ObjectNode json) {
    try {
      return READER.read(json, Optional.empty(), NOW);
    } catch (InvalidCase e) {
      throw new IllegalArgumentException(e.faults() + " in " + json, e);
    }
  }

  private static List<PolicyFile> files() {
    try {
      return PolicyFolder.read(Path.of("").toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
