package dev.huikuan.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.facts.AgreementState;
import dev.huikuan.decision.facts.Facts;
import dev.huikuan.decision.offer.Offer;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Alternative;
import dev.huikuan.domain.Recommendation.Discount;
import dev.huikuan.domain.Recommendation.Installment;
import dev.huikuan.domain.Recommendation.Item;
import dev.huikuan.domain.Recommendation.Status;
import dev.huikuan.policy.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Laws that hold for the offers of every case under every policy, tried on random ones. */
@Tag("law")
class OfferLawsTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

  private record Try(String name, Facts facts, Recommendation answer) {
    Map<String, Item> items() {
      return answer.receivables().stream().collect(Collectors.toMap(Item::id, Function.identity()));
    }

    BigDecimal payable(List<String> ids) {
      return ids.stream()
          .map(id -> items().get(id).payable())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Discount> discounts() {
      List<Discount> all = new ArrayList<>(answer.discount().stream().toList());
      answer.receivables().forEach(item -> item.discount().ifPresent(all::add));
      return all;
    }
  }

  private static final List<Try> TRIES = new ArrayList<>();

  @BeforeAll
  static void decideManyCases() {
    for (int p = 0; p < 12; p++) {
      Policy policy = policy(new Random(p));
      for (long seed = 0; seed < 60; seed++) {
        Cases theCase = new RandomCase(100 * p + seed).cases().under(policy);
        TRIES.add(
            new Try(
                "policy %s case %s".formatted(p, 100 * p + seed),
                theCase.facts(),
                new DecisionPipeline(policy).decide(theCase.read())));
      }
    }
  }

  private static Policy policy(Random random) {
    List<String> methods = List.of("EQUAL_PRINCIPAL", "ANNUITY", "INTEREST_FREE");
    String tables =
        """
        Decision,terms,Terms,条件
        Hit policy,FIRST

        ,When,,Then
        Row,daysPastDue,amount,discountPercent,discountValidDays,installmentCount,downPaymentPercent,installmentIntervalDays,installmentAnnualInterestPercent,installmentMethod,extensionKind,extensionDays
        T-1,> 0,< 900,%s,%s,%s,%s,%s,%s,%s,GRACE,%s
        T-2,-,-,%s,%s,%s,%s,%s,%s,%s,EXTENSION,%s
        """
            .formatted(
                random.nextInt(9),
                random.nextInt(40),
                random.nextInt(13),
                random.nextInt(60),
                1 + random.nextInt(60),
                random.nextInt(30),
                methods.get(random.nextInt(3)),
                random.nextInt(60),
                random.nextInt(9),
                random.nextInt(40),
                random.nextInt(13),
                random.nextInt(60),
                1 + random.nextInt(60),
                random.nextInt(30),
                methods.get(random.nextInt(3)),
                random.nextInt(60));
    String wait =
        """
        Decision,economics,Economics,经济性
        Hit policy,FIRST

        ,When,Then
        Row,option,recoveryProbability,expectedDelayDays
        EC-1,WAIT,0.7,%s
        """
            .formatted(random.nextInt(120));
    String small =
        "Parameters,parameters\nCode,Value\ninstallmentMinBalance,0\ninstallmentMinAmount,%s\n"
            .formatted(random.nextInt(50));
    return Policies.withRules().table(tables).table(wait).table(small).load();
  }

  @Test
  void offersOfEveryKindAreMadeSomewhere() {
    assertThat(TRIES).anyMatch(t -> !t.discounts().isEmpty());
    assertThat(TRIES).anyMatch(t -> t.answer().installments().isPresent());
    assertThat(TRIES).anyMatch(t -> t.answer().extension().isPresent());
  }

  @Test
  void downPaymentAndPrincipalAreWhatIsPayable() {
    for (Try t : TRIES) {
      t.answer()
          .installments()
          .ifPresent(
              plan ->
                  assertThat(
                          plan.schedule().stream()
                              .map(Installment::principal)
                              .reduce(plan.downPayment(), BigDecimal::add))
                      .as(t.name())
                      .isEqualByComparingTo(t.payable(plan.receivables())));
    }
  }

  @Test
  void nothingIsOfferedOnHeldMoney() {
    for (Try t : TRIES) {
      t.discounts()
          .forEach(
              d ->
                  assertThat(d.amount().add(d.payNow()))
                      .as(t.name())
                      .isEqualByComparingTo(t.payable(d.receivables())));
      t.answer()
          .extension()
          .ifPresent(
              e ->
                  assertThat(e.amount())
                      .as(t.name())
                      .isEqualByComparingTo(t.payable(e.receivables())));
      offered(t).forEach(id -> assertThat(t.items().get(id).payable().signum()).isPositive());
    }
  }

  @Test
  void everyDateIsABusinessDayThatIsNotOver() {
    for (Try t : TRIES) {
      List<LocalDate> days = new ArrayList<>();
      t.discounts().forEach(d -> days.add(d.payBy()));
      t.answer().installments().ifPresent(p -> p.schedule().forEach(i -> days.add(i.dueOn())));
      t.answer().extension().ifPresent(e -> days.add(e.newDueOn()));
      assertThat(days)
          .as(t.name())
          .allMatch(t.facts().customerDays()::isBusinessDay)
          .noneMatch(AS_OF::isAfter);
    }
  }

  @Test
  void noOfferWhereAnAgreementRunsOrWasBrokenNotLongAgo() {
    for (Try t : TRIES) {
      for (AgreementState state : t.facts().agreements()) {
        if (state.isRunning()) {
          assertThat(offered(t))
              .as(t.name())
              .doesNotContainAnyElementsOf(state.agreement().receivableIds());
        }
        if (state.brokenOn().map(AS_OF.minusDays(90)::isBefore).orElse(false)) {
          assertThat(offered(t)).as(t.name()).isEmpty();
        }
      }
    }
  }

  @Test
  void aKindOfOfferIsMadeOrSaysWhyNot() {
    for (Try t : TRIES) {
      for (String action : Offer.ACTIONS) {
        List<Alternative> found =
            t.answer().alternatives().stream().filter(a -> a.code().equals(action)).toList();
        assertThat(found).as(t.name() + action).hasSizeLessThanOrEqualTo(1);
        found.forEach(
            none -> {
              assertThat(none.status()).isEqualTo(Status.BLOCKED);
              assertThat(none.because()).as(t.name() + action).isNotEmpty();
              assertThat(none.text().zh()).isNotBlank();
              assertThat(none.text().en()).isNotBlank();
            });
      }
      assertThat(refused(t, Offer.OFFER_DISCOUNT))
          .as(t.name())
          .isEqualTo(t.answer().discount().isEmpty());
      assertThat(refused(t, Offer.OFFER_INSTALLMENTS))
          .as(t.name())
          .isEqualTo(t.answer().installments().isEmpty());
      assertThat(refused(t, Offer.GRACE_PERIOD) && refused(t, Offer.EXTEND_DUE_DATE))
          .as(t.name())
          .isEqualTo(t.answer().extension().isEmpty());
    }
  }

  private static boolean refused(Try t, String action) {
    return t.answer().alternatives().stream().anyMatch(a -> a.code().equals(action));
  }

  private static List<String> offered(Try t) {
    List<String> ids = new ArrayList<>();
    t.discounts().forEach(d -> ids.addAll(d.receivables()));
    t.answer().installments().ifPresent(p -> ids.addAll(p.receivables()));
    t.answer().extension().ifPresent(e -> ids.addAll(e.receivables()));
    return ids;
  }
}
