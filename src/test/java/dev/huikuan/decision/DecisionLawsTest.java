package dev.huikuan.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Discount;
import dev.huikuan.domain.Recommendation.Hold;
import dev.huikuan.domain.Recommendation.Installment;
import dev.huikuan.domain.Recommendation.Item;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Laws of every decision under the default policy, tried on random cases with fixed seeds. */
@Tag("law")
class DecisionLawsTest {

  private static final int CASES = 150;

  private record Try(long seed, ObjectNode json, Recommendation answer) {
    BigDecimal payable(List<String> ids) {
      return answer.receivables().stream()
          .filter(item -> ids.contains(item.id()))
          .map(Item::payable)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Discount> discounts() {
      List<Discount> all = new ArrayList<>(answer.discount().stream().toList());
      answer.receivables().forEach(item -> item.discount().ifPresent(all::add));
      return all;
    }

    @Override
    public String toString() {
      return "case " + seed + ": " + json;
    }
  }

  private static List<Try> tries;

  @BeforeAll
  static void decideManyCases() {
    tries =
        IntStream.range(0, CASES)
            .parallel()
            .mapToObj(seed -> tried(seed, LargeCase.of(seed)))
            .toList();
  }

  private static Try tried(long seed, ObjectNode json) {
    return new Try(seed, json, Shipped.pipeline().decide(Shipped.read(json)));
  }

  private static String stored(ObjectNode json) {
    ObjectNode answer =
        RecommendationJson.stored(Shipped.pipeline().decide(Shipped.read(json.deepCopy())));
    ArrayNode trace = (ArrayNode) answer.path("trace");
    for (int i = trace.size() - 1; i >= 0; i--) {
      if (trace.get(i).path("note").asText().equals("OMITTED")) {
        trace.remove(i);
      }
    }
    return answer.toString();
  }

  @Test
  void everyKindOfOfferAndManyActionsAreTried() {
    assertThat(tries.stream().filter(t -> t.answer().discount().isPresent()).count())
        .as("discounts")
        .isPositive();
    assertThat(tries.stream().filter(t -> t.answer().installments().isPresent()).count())
        .as("plans")
        .isPositive();
    assertThat(tries.stream().filter(t -> t.answer().extension().isPresent()).count())
        .as("extensions")
        .isPositive();
    assertThat(tries.stream().map(t -> t.answer().action().code()).distinct())
        .hasSizeGreaterThan(8);
  }

  @Test
  void downPaymentAndPrincipalAreTheAmountExactly() {
    for (Try t : tries) {
      t.answer()
          .installments()
          .ifPresent(
              plan -> {
                assertThat(
                        plan.schedule().stream()
                            .map(Installment::principal)
                            .reduce(plan.downPayment(), BigDecimal::add))
                    .as(t.toString())
                    .isEqualByComparingTo(t.payable(plan.receivables()));
                assertThat(plan.schedule()).hasSize(plan.count());
              });
    }
  }

  @Test
  void nothingIsOfferedOnHeldMoney() {
    for (Try t : tries) {
      for (Discount d : t.discounts()) {
        assertThat(d.amount().add(d.payNow()))
            .as(t.toString())
            .isLessThanOrEqualTo(t.payable(d.receivables()));
      }
      t.answer()
          .extension()
          .ifPresent(
              e ->
                  assertThat(e.amount())
                      .as(t.toString())
                      .isLessThanOrEqualTo(t.payable(e.receivables())));
    }
  }

  @Test
  void noOfferIsWorthLessThanWaiting() {
    for (Try t : tries) {
      List<BigDecimal> benefits = new ArrayList<>();
      t.discounts().forEach(d -> d.expectedBenefit().ifPresent(benefits::add));
      t.answer().installments().flatMap(p -> p.expectedBenefit()).ifPresent(benefits::add);
      assertThat(benefits).as(t.toString()).noneMatch(benefit -> benefit.signum() < 0);
    }
  }

  /** The cases have no jurisdiction but China, whose holidays of 2026 stand here once more. */
  @Test
  void everyOfferedDateIsAChineseBusinessDay() {
    for (Try t : tries) {
      List<LocalDate> days = new ArrayList<>();
      t.discounts().forEach(d -> days.add(d.payBy()));
      t.answer().installments().ifPresent(p -> p.schedule().forEach(i -> days.add(i.dueOn())));
      t.answer().extension().ifPresent(e -> days.add(e.newDueOn()));
      assertThat(days).as(t.toString()).allMatch(DecisionLawsTest::isWorked);
    }
  }

  private static boolean isWorked(LocalDate day) {
    boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    boolean worked = Set.of("2026-09-20", "2026-10-10").contains(day.toString());
    boolean autumn = within(day, "2026-09-25", "2026-09-27");
    boolean october = within(day, "2026-10-01", "2026-10-07");
    return (!weekend || worked) && !autumn && !october && !within(day, "2027-01-01", "2027-01-01");
  }

  private static boolean within(LocalDate day, String first, String last) {
    return !day.isBefore(LocalDate.parse(first)) && !day.isAfter(LocalDate.parse(last));
  }

  @Test
  void theSameCaseIsDecidedTheSameTwice() {
    tries.stream().limit(80).forEach(t -> assertThat(stored(t.json())).isEqualTo(stored(t.json())));
  }

  @Test
  void aFactDatedLaterChangesNothingButTheCount() {
    Map<String, String> later =
        Map.of(
            "credits",
            "{\"id\":\"LATER\",\"kind\":\"CREDIT_NOTE\",\"amount\":77,\"on\":\"2026-07-01\"}",
            "promises",
            "{\"receivableId\":\"R0\",\"amount\":77,\"dueOn\":\"2026-06-01\",\"madeOn\":\"2026-07-01\"}",
            "agreements",
            "{\"id\":\"LATER\",\"kind\":\"GRACE\",\"receivableIds\":[\"R0\"],\"agreedOn\":\"2026-07-01\",\"until\":\"2026-08-01\"}",
            "contacts",
            "{\"at\":\"2026-07-01T00:00:00+08:00\",\"channel\":\"EMAIL\"}",
            "actionsTaken",
            "{\"code\":\"FORMAL_DEMAND\",\"at\":\"2026-07-01T00:00:00+08:00\"}",
            "receivables",
            "{\"id\":\"LATER\",\"amount\":77,\"invoicedOn\":\"2026-07-01\",\"dueOn\":\"2026-01-01\"}");
    for (Try t : tries.subList(0, 60)) {
      String before = stored(t.json());
      later.forEach(
          (list, fact) -> {
            ObjectNode more = t.json().deepCopy();
            more.withArray("/" + list).add(Shipped.tree(fact.getBytes(StandardCharsets.UTF_8)));
            assertThat(stored(more)).as(list + " in " + t).isEqualTo(before);
          });
    }
  }

  @Test
  void theOrderOfListsDoesNotMatter() {
    for (Try t : tries.subList(0, 50)) {
      ObjectNode other = t.json().deepCopy();
      for (String list : List.of("receivables", "contracts", "actionsTaken", "contacts")) {
        shuffle(other.withArray("/" + list), new Random(t.seed()));
      }
      Recommendation answer = tried(t.seed(), other).answer();
      assertThat(answer.action().code()).as(t.toString()).isEqualTo(t.answer().action().code());
      assertThat(answer.action().dunningLevel()).isEqualTo(t.answer().action().dunningLevel());
      assertThat(answer.action().amounts())
          .as(t.toString())
          .isEqualTo(t.answer().action().amounts());
      assertThat(codes(answer)).as(t.toString()).isEqualTo(codes(t.answer()));
    }
  }

  private static void shuffle(ArrayNode list, Random random) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    Collections.shuffle(items, random);
    list.removeAll();
    list.addAll(items);
  }

  private static Set<String> codes(Recommendation answer) {
    return new TreeSet<>(answer.holds().stream().map(Hold::code).toList());
  }

  /** The fact that a hold rests on, by the hold; without it the hold must not stand. */
  private static final Map<String, String> RESTS_ON =
      Map.of(
          "INVOICE_NOT_DELIVERED", "receivables/invoiceDeliveredOn",
          "INVOICE_ERROR", "receivables/invoiceError",
          "DISPUTE_OPEN", "receivables/dispute",
          "ACCEPTANCE_PENDING", "receivables/milestoneId",
          "PROMISE_NOT_DUE", "/promises",
          "PLAN_ACTIVE", "/agreements",
          "CONTACT_CAP", "/contacts",
          "DO_NOT_CONTACT", "customer/doNotContact",
          "INSOLVENCY_STAY", "customer/financialStress",
          "EXCLUDED", "receivables/pause");

  @Test
  void anUnknownFactHoldsNothing() {
    Set<String> seen = new TreeSet<>();
    for (Try t : tries.subList(0, 50)) {
      seen.addAll(codes(t.answer()));
      RESTS_ON.forEach(
          (hold, fact) -> {
            ObjectNode without = t.json().deepCopy();
            remove(without, fact);
            assertThat(codes(tried(t.seed(), without).answer()))
                .as("%s without %s in %s", hold, fact, t)
                .doesNotContain(hold);
          });
    }
    assertThat(seen).containsAll(RESTS_ON.keySet());
  }

  private static void remove(ObjectNode json, String fact) {
    String parent = fact.substring(0, fact.indexOf('/'));
    String name = fact.substring(fact.indexOf('/') + 1);
    JsonNode at = parent.isEmpty() ? json : json.path(parent);
    if (at instanceof ObjectNode object) {
      object.remove(name);
    } else {
      at.forEach(element -> ((ObjectNode) element).remove(name));
    }
  }

  /** What is unknown can only be known better: knowing nothing of the customer blocks nothing. */
  @Test
  void forgettingTheCustomerAddsNoHold() {
    for (Try t : tries) {
      ObjectNode without = t.json().deepCopy();
      ((ObjectNode) without.path("customer")).retain("id");
      without.remove("bankDataAsOf");
      assertThat(codes(t.answer()))
          .as(t.toString())
          .containsAll(codes(tried(t.seed(), without).answer()));
    }
  }
}
