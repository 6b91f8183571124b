package dev.huikuan.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Recommendation.Hold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An unknown fact never creates a hold: whatever is forgotten of a case, one fact or many, no hold
 * is gained under the default policy. Tried on random cases with fixed seeds.
 *
 * <p>A fact is a property of the customer, a contract, a milestone or a receivable, or a whole
 * list. Not forgotten are those for which the absent property itself says something: {@code
 * outstanding} (the amount is), {@code pause} and {@code dispute} but as a whole (without an end,
 * without a resolution, all of it), and what stands in a record of a list (a contact whose outcome
 * is not given was not unanswered).
 */
@Tag("law")
class ForgettingLawTest {

  private static final int CASES = 60;
  private static final int SINGLE = 6;
  private static final int SUBSETS = 2;

  private static final List<String> WHOLE =
      List.of(
          "/bankDataAsOf",
          "/lastReconciledOn",
          "/credits",
          "/promises",
          "/contacts",
          "/actionsTaken");

  private static final Set<String> SPEAKING =
      Set.of("id", "outstanding", "amount", "currency", "dueOn", "invoicedOn", "milestones");

  /**
   * Facts that keep others from mattering (nothing is overdue while the invoice is wrong, or an
   * agreement runs): forgotten, they are never worse than at these values, where none of it is so.
   */
  private static final Map<String, String> HARMLESS =
      Map.of("invoiceError", "false", "invoiceDeliveredOn", "\"2025-10-01\"", "agreements", "[]");

  /** Serve the oldest receivables first, others when a due date is forgotten. */
  private static final Set<String> SPREAD = Set.of("PROMISE_NOT_DUE", "PLAN_ACTIVE");

  private static final Map<String, List<String>> TOGETHER =
      Map.of(
          "due date", List.of("dueOn", "invoicedOn", "invoiceDeliveredOn"),
          "contractId", List.of("contractId", "milestoneId"));

  private record Forgotten(ObjectNode less, ObjectNode harmless) {}

  private static Set<String> holds(ObjectNode json) {
    Set<String> named = new TreeSet<>();
    for (Hold hold : Shipped.pipeline().decide(Shipped.read(json.deepCopy())).holds()) {
      named.add(hold.code());
      if (!SPREAD.contains(hold.code())) {
        hold.receivables().forEach(id -> named.add(hold.code() + " " + id));
      }
    }
    return named;
  }

  /** Everything in a case that can be forgotten, by its JSON Pointer; a due date with its roots. */
  private static List<String> facts(ObjectNode json) {
    List<String> facts = new ArrayList<>();
    WHOLE.stream().filter(fact -> json.has(fact.substring(1))).forEach(facts::add);
    facts.add("/agreements");
    properties(json, "/customer", facts);
    for (String list : List.of("/contracts", "/receivables")) {
      for (int i = 0; i < json.at(list).size(); i++) {
        properties(json, list + "/" + i, facts);
      }
    }
    for (int i = 0; i < json.at("/contracts/0/milestones").size(); i++) {
      properties(json, "/contracts/0/milestones/" + i, facts);
    }
    for (int i = 0; i < json.at("/receivables").size(); i++) {
      facts.add("/receivables/" + i + "/due date");
    }
    return facts;
  }

  private static void properties(ObjectNode json, String at, List<String> facts) {
    json.at(at)
        .properties()
        .forEach(
            property -> {
              if (!SPEAKING.contains(property.getKey())) {
                facts.add(at + "/" + property.getKey());
              }
            });
  }

  private static Forgotten forget(ObjectNode json, Collection<String> facts) {
    Forgotten forgotten = new Forgotten(json.deepCopy(), json.deepCopy());
    for (String fact : facts) {
      int cut = fact.lastIndexOf('/');
      String name = fact.substring(cut + 1);
      ObjectNode parent = (ObjectNode) forgotten.less().at(fact.substring(0, cut));
      parent.remove(TOGETHER.getOrDefault(name, List.of(name)));
      if (HARMLESS.containsKey(name)) {
        JsonNode value = Cases.tree(HARMLESS.get(name));
        ((ObjectNode) forgotten.harmless().at(fact.substring(0, cut))).set(name, value);
      }
    }
    return forgotten;
  }

  private static void assertNoHoldIsGained(
      ObjectNode json, Set<String> held, Collection<String> facts) {
    Forgotten forgotten = forget(json, facts);
    Set<String> allowed = new TreeSet<>(held);
    if (!forgotten.harmless().equals(json)) {
      allowed.addAll(holds(forgotten.harmless()));
    }
    assertThat(allowed).as("without %s in %s", facts, json).containsAll(holds(forgotten.less()));
  }

  @Test
  void noFactThatIsForgottenAloneCreatesAHold() {
    for (int seed = 0; seed < CASES; seed++) {
      ObjectNode json = LargeCase.of(seed);
      Set<String> held = holds(json);
      List<String> facts = facts(json);
      Collections.shuffle(facts, new Random(seed));
      for (String fact : facts.subList(0, SINGLE)) {
        assertNoHoldIsGained(json, held, List.of(fact));
      }
    }
  }

  @Test
  void noFactsForgottenTogetherCreateAHold() {
    for (int seed = 0; seed < CASES; seed++) {
      ObjectNode json = LargeCase.of(seed);
      Set<String> held = holds(json);
      Random random = new Random(seed);
      for (int i = 0; i < SUBSETS; i++) {
        int tenths = 2 + random.nextInt(8);
        List<String> facts =
            facts(json).stream().filter(fact -> random.nextInt(10) < tenths).toList();
        assertNoHoldIsGained(json, held, facts);
      }
    }
  }

  @Test
  void aCaseOfWhichOnlyAmountsAreLeftIsHeldByTheirContradictionsAlone() {
    for (int seed = 0; seed < 10; seed++) {
      ObjectNode json = LargeCase.of(seed);
      ((ObjectNode) json.at("/receivables/0")).put("outstanding", 777);
      assertThat(holds(forget(json, facts(json)).less()))
          .as("of " + json)
          .allMatch(hold -> hold.startsWith("DATA_QUALITY"));
    }
  }
}
