package dev.huikuan.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.facts.FactBook;
import dev.huikuan.decision.facts.Facts;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Case;
import dev.huikuan.policy.Policy;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A case in JSON to change in one place and read. Starts from one receivable {@code R} of 1 000 CNY
 * that was due thirty days before 2026-06-30.
 */
public final class Cases {

  public static final Instant NOW = Instant.parse("2026-06-30T04:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  private ObjectNode root;
  private Policy policy = BuiltIn.policy();

  private Cases(String json) {
    this.root = (ObjectNode) tree(json);
  }

  public static Cases thirtyDaysLate() {
    return new Cases(
        """
        { "asOf": "2026-06-30",
          "customer": { "id": "C" },
          "receivables": [ { "id": "R", "amount": 1000, "dueOn": "2026-05-31" } ] }
        """);
  }

  public static Cases of(String json) {
    return new Cases(json);
  }

  /** A case that gives every fact the schema has, except what-if. */
  public static Cases full() {
    try (java.io.InputStream in = Cases.class.getResourceAsStream("full-case.json")) {
      return new Cases(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets what a JSON Pointer names; the parent must be there, {@code -} adds to a list. */
  public Cases with(String pointer, String json) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, slash));
    String name = pointer.substring(slash + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, tree(json));
    } else if (parent instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
      if (name.equals("-")) {
        array.add(tree(json));
      } else {
        array.set(Integer.parseInt(name), tree(json));
      }
    } else {
      throw new IllegalArgumentException("no parent of " + pointer);
    }
    return this;
  }

  public Cases under(Policy other) {
    this.policy = other;
    return this;
  }

  public Cases asOf(String date) {
    return with("/asOf", '"' + date + '"');
  }

  public String json() {
    return root.toString();
  }

  public Case read() {
    try {
      return new CaseReader(policy).read(root, Optional.empty(), NOW);
    } catch (InvalidCase e) {
      throw new IllegalArgumentException(e);
    }
  }

  public Facts facts() {
    return Facts.of(read(), policy);
  }

  public FactBook book() {
    return facts().book(Map.of());
  }
}
