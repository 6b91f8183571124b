package dev.huikuan.decision;

import static dev.huikuan.decision.DiscountsTest.alternative;
import static dev.huikuan.decision.DiscountsTest.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Alternative;
import dev.huikuan.domain.Recommendation.Economics;
import dev.huikuan.domain.Recommendation.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * Expected nets and the choice by them, through the whole pipeline; every figure is worked out by
 * hand at 8 % a year: 73 days are a factor of 1.016.
 */
class OptionsTest {

  private static final String TERMS =
      """
      Decision,offers,Offers,优惠
      Hit policy,FIRST

      ,When,Then
      Row,daysPastDue,discountKind,discountPercent,discountValidDays,extensionKind,extensionDays
      OF-010,> 0,SETTLEMENT,2,10,GRACE,73
      """;

  private static final String ECONOMICS =
      """
      Decision,economics,Economics,经济性
      Hit policy,FIRST

      ,When,Then
      Row,option,recoveryProbability,expectedDelayDays,optionCost,optionFeePercent,optionAdvancePercent
      EC-010,WAIT,0.5,73,,,
      EC-020,COLLECTION_CALL,0.75,30,80,,
      EC-030,FACTORING,0.5,0,,2,80
      EC-040,AGENCY_PLACEMENT,%s,73,,20,
      EC-050,OFFER_DISCOUNT,%s,,,,
      EC-060,GRACE_PERIOD,0.6,,,,
      """;

  /** 100 000 CNY, due thirty days before Tuesday 30 June 2026. */
  private static Cases late() {
    return Cases.thirtyDaysLate().with("/receivables/0/amount", "100000");
  }

  private static Policies policies(String agency, String discount, String... candidates) {
    StringBuilder next =
        new StringBuilder(
            """
            Decision,next-action,Next action,下一步动作
            Hit policy,RULE ORDER

            ,When,Then
            Row,daysPastDue,nextAction
            """);
    for (int i = 0; i < candidates.length; i++) {
      next.append("NA-").append(i).append(",-,").append(candidates[i]).append('\n');
    }
    return Policies.empty()
        .table(TERMS)
        .table(ECONOMICS.formatted(agency, discount))
        .table(next.toString());
  }

  private static Recommendation answer(String agency, String discount, String... candidates) {
    return decide(policies(agency, discount, candidates).load(), late());
  }

  @Test
  void anActionBringsTheCollectibleAmountAfterItsDelay() {
    Recommendation answer = answer("0.6", "0.8", "COLLECTION_CALL", "FACTORING");

    Economics call = answer.action().economics().orElseThrow();
    assertThat(answer.action().code()).isEqualTo("COLLECTION_CALL");
    assertThat(call)
        .isEqualTo(
            new Economics(
                call.amount(),
                call.probability(),
                java.util.Optional.of(LocalDate.of(2026, 7, 30)),
                call.cost(),
                new BigDecimal("74430.07"),
                "CNY",
                java.util.List.of("EC-020")));
    assertThat(call.amount()).isEqualByComparingTo("100000");
    assertThat(call.probability().orElseThrow()).isEqualByComparingTo("0.75");
    assertThat(call.cost()).isEqualByComparingTo("80");
    // 100 000 × (80 % + 20 % × 0.5) × 98 % less the catalogue's 300
    Alternative factoring = alternative(answer, "FACTORING");
    assertThat(factoring.status()).isEqualTo(Status.ELIGIBLE);
    assertThat(net(factoring)).isEqualByComparingTo("87900");
  }

  @Test
  void anOfferBringsItsOwnCashFlowsAndIsComparedWithWaitingOverTheSameAmount() {
    Recommendation answer = answer("0.6", "0.8", "OFFER_DISCOUNT");

    Economics discount = answer.action().economics().orElseThrow();
    assertThat(discount.net()).isEqualByComparingTo("78198.54");
    assertThat(discount.expectedOn()).hasValue(LocalDate.of(2026, 7, 10));
    assertThat(answer.discount().orElseThrow().expectedBenefit().orElseThrow())
        .isEqualByComparingTo("28985.94");
  }

  @Test
  void amongOffersTheGreatestExpectedNetWinsAndIsPreferred() {
    Recommendation answer = answer("0.6", "0.8", "GRACE_PERIOD", "OFFER_DISCOUNT");

    assertThat(answer.action().code()).isEqualTo("OFFER_DISCOUNT");
    assertThat(answer.discount().orElseThrow().preferred()).isTrue();
    assertThat(answer.extension().orElseThrow().preferred()).isFalse();
    assertThat(alternative(answer, "GRACE_PERIOD").status()).isEqualTo(Status.ELIGIBLE);
    assertThat(net(alternative(answer, "GRACE_PERIOD"))).isEqualByComparingTo("59035.12");
  }

  @Test
  void amongExitsTheGreatestExpectedNetWinsAndOneBelowWaitingIsOutranked() {
    Recommendation answer = answer("0.6", "0.8", "AGENCY_PLACEMENT", "FACTORING");

    assertThat(answer.action().code()).isEqualTo("FACTORING");
    Alternative agency = alternative(answer, "AGENCY_PLACEMENT");
    assertThat(agency.status()).isEqualTo(Status.OUTRANKED);
    assertThat(net(agency)).isEqualByComparingTo("47044.09");
    assertThat(agency.text().en()).contains("CNY 47,044.09").contains("CNY 49,212.60");
    assertThat(agency.text().zh()).contains("CNY 47,044.09").contains("CNY 49,212.60");
    assertThat(agency.because()).isNotEmpty();
  }

  @Test
  void anExitJustAboveWaitingIsEligibleAndAloneItIsTheAction() {
    assertThat(answer("0.6", "0.8", "AGENCY_PLACEMENT", "COLLECTION_CALL").action().code())
        .isEqualTo("COLLECTION_CALL");
    // 100 000 × 0.63 × 80 % ÷ 1.016 − 200 = 49 406.30
    assertThat(answer("0.63", "0.8", "AGENCY_PLACEMENT", "COLLECTION_CALL").action().code())
        .isEqualTo("AGENCY_PLACEMENT");
    assertThat(answer("0.6", "0.8", "AGENCY_PLACEMENT").action().code()).isEqualTo("WAIT");
  }

  @Test
  void forOtherKindsRowOrderDecidesWhateverTheFigures() {
    Recommendation answer = answer("0.6", "0.8", "COLLECTION_CALL", "FACTORING", "OFFER_DISCOUNT");

    assertThat(answer.action().code()).isEqualTo("COLLECTION_CALL");
    // two kinds are not weighed against each other
    assertThat(answer("0.63", "0.8", "AGENCY_PLACEMENT", "OFFER_DISCOUNT").action().code())
        .isEqualTo("AGENCY_PLACEMENT");
  }

  @Test
  void anOfferWorthLessThanWaitingIsWithdrawnWithItsFigures() {
    // 98 000 × 0.5 at ten days less 30: 48 862.84, below 49 212.60
    Recommendation answer = answer("0.6", "0.5", "OFFER_DISCOUNT", "COLLECTION_CALL");

    assertThat(answer.discount()).isEmpty();
    assertThat(answer.action().code()).isEqualTo("COLLECTION_CALL");
    Alternative discount = alternative(answer, "OFFER_DISCOUNT");
    assertThat(discount.status()).isEqualTo(Status.OUTRANKED);
    assertThat(net(discount)).isEqualByComparingTo("48862.84");
    // whether or not a row proposes it
    Recommendation unasked = answer("0.6", "0.5", "COLLECTION_CALL");
    assertThat(alternative(unasked, "OFFER_DISCOUNT").status()).isEqualTo(Status.OUTRANKED);
  }

  @Test
  void anOptionWithoutARowHasNoFiguresAndItsRowsOrder() {
    Recommendation answer = answer("0.6", "0.8", "EXTEND_DUE_DATE", "VALUE_REPORT", "FACTORING");

    assertThat(answer.action().code()).isEqualTo("VALUE_REPORT");
    assertThat(answer.action().economics()).isEmpty();
    assertThat(alternative(answer, "EXTEND_DUE_DATE").status()).isEqualTo(Status.BLOCKED);
  }

  @Test
  void aRulesPreferenceGoesBeforeTheFigures() {
    Policies policies =
        policies("0.63", "0.8", "FACTORING", "AGENCY_PLACEMENT")
            .rule(
                """
                rule "agency" @phase(choice) when Account() then out.prefer("AGENCY_PLACEMENT"); end
                """);

    assertThat(decide(policies.load(), late()).action().code()).isEqualTo("AGENCY_PLACEMENT");
  }

  @Test
  void anOfferIsWeighedInItsOwnCurrencyAndReadInTheBaseCurrency() {
    Cases dollars = late().with("/receivables/0/currency", "\"USD\"");
    Recommendation answer = decide(policies("0.6", "0.8", "OFFER_DISCOUNT").load(), dollars);

    Economics discount = answer.action().economics().orElseThrow();
    // the cost of CNY 30 is USD 4.23 at 7.1
    assertThat(discount.currency()).isEqualTo("USD");
    assertThat(discount.cost()).isEqualByComparingTo("4.23");
    assertThat(discount.net()).isEqualByComparingTo("78224.31");
  }

  private static BigDecimal net(Alternative alternative) {
    return alternative.economics().orElseThrow().net();
  }
}
