package dev.huikuan.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Alternative;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Recommendation.Discount;
import dev.huikuan.domain.Recommendation.Status;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Discounts through the whole pipeline: what is offered, and every guard at its boundary. */
class DiscountsTest {

  private static final String EARLY =
      """
      Decision,discount,Discount,折扣
      Hit policy,FIRST

      ,When,,Then
      Row,daysPastDue,creditScore,discountKind,discountPercent,discountValidDays
      DI-010,0,"unknown, >= 400",EARLY,2,10
      """;

  private static final String SETTLEMENT =
      """
      Decision,discount,Discount,折扣
      Hit policy,FIRST

      ,When,Then
      Row,daysPastDue,discountKind,discountPercent,discountValidDays
      DI-020,>= 30,SETTLEMENT,4,10
      """;

  private static final String WAITING =
      """
      Decision,economics,Economics,经济性
      Hit policy,FIRST

      ,When,Then
      Row,option,recoveryProbability,expectedDelayDays
      EC-010,WAIT,0.7,%s
      """;

  /** Asks for the offer, so that its candidate shows. */
  private static final String ASK =
      """
      Decision,next-action,Next action,下一步动作
      Hit policy,RULE ORDER

      ,When,Then
      Row,daysPastDue,nextAction
      NA-010,-,OFFER_DISCOUNT
      NA-990,-,WAIT
      """;

  private static final Policy POLICY = Policies.withRules().table(EARLY).table(ASK).load();

  /** Invoiced and delivered on Monday 1 June 2026, due on 1 July. */
  private static Cases dayZero() {
    return Cases.of(
        """
        { "asOf": "2026-06-01", "customer": { "id": "C" },
          "contracts": [ { "id": "K", "netDays": 30,
            "earlyPaymentDiscount": { "percent": 2, "withinDays": 10 } } ],
          "receivables": [ { "id": "R", "contractId": "K", "currency": "CNY", "amount": 100000,
            "invoicedOn": "2026-06-01", "invoiceDeliveredOn": "2026-06-01" } ] }
        """);
  }

  /** Due on 3 August, no clause. */
  private static Cases ahead() {
    return Cases.of(
        """
        { "asOf": "2026-06-01", "customer": { "id": "C" },
          "receivables": [ { "id": "R", "amount": 10000, "dueOn": "2026-08-03" } ] }
        """);
  }

  @Test
  void twoTenNetThirtyOnDayZeroCosts3724PercentAYear() {
    Recommendation answer = decide(POLICY, dayZero());
    Discount discount = answer.discount().orElseThrow();

    assertThat(discount.kind()).isEqualTo("EARLY");
    assertThat(discount.payBy()).isEqualTo(LocalDate.of(2026, 6, 11));
    assertThat(discount.amount()).isEqualTo(new BigDecimal("2000.00"));
    assertThat(discount.payNow()).isEqualTo(new BigDecimal("98000.00"));
    assertThat(discount.annualizedCostPercent()).isEqualTo(new BigDecimal("37.24"));
    assertThat(discount.effectiveAnnualCostPercent()).isEqualTo(new BigDecimal("44.59"));
    assertThat(discount.breakEvenPercent()).isEqualTo(new BigDecimal("0.436"));
    assertThat(discount.preferred()).isTrue();
    assertThat(answer.action().code()).isEqualTo("OFFER_DISCOUNT");
    assertThat(answer.action().receivables()).containsExactly("R");
  }

  @Test
  void theBreakEvenFollowsTheCostOfCapitalAndTheDaysGained() {
    Policy dear =
        Policies.withRules()
            .table(EARLY)
            .table("Parameters,parameters\nCode,Value\ncostOfCapitalPercent,12\n")
            .load();

    assertThat(decide(dear, dayZero()).discount().orElseThrow().breakEvenPercent())
        .isEqualTo(new BigDecimal("0.653"));
  }

  @Test
  void aSlidingScaleGivesMoreForMoreDays() {
    String sliding =
        """
        Decision,discount,Discount,折扣
        Hit policy,FIRST

        ,When,Then
        Row,daysPastDue,discountKind,discountAnnualPercent,discountValidDays
        DI-010,0,EARLY,%s,0
        """;
    assertThat(sliding(sliding, 18, "2026-06-08")).isEqualTo(new BigDecimal("35.00"));
    assertThat(sliding(sliding, 24, "2026-06-08")).isEqualTo(new BigDecimal("46.67"));
    assertThat(sliding(sliding, 24, "2026-06-15")).isEqualTo(new BigDecimal("93.33"));
  }

  private static BigDecimal sliding(String table, int annual, String due) {
    Policy policy = Policies.withRules().table(table.formatted(annual)).load();
    Cases theCase = ahead().with("/receivables/0/dueOn", '"' + due + '"');
    return decide(policy, theCase).discount().orElseThrow().amount();
  }

  @Test
  void theClauseBoundsThePercent() {
    Cases lower =
        dayZero().with("/contracts/0/earlyPaymentDiscount", "{\"percent\":1.5,\"withinDays\":10}");
    Cases higher =
        dayZero().with("/contracts/0/earlyPaymentDiscount", "{\"percent\":3,\"withinDays\":10}");

    assertThat(decide(POLICY, lower).discount().orElseThrow().percent())
        .isEqualByComparingTo("1.5");
    assertThat(decide(POLICY, higher).discount().orElseThrow().percent()).isEqualByComparingTo("2");
  }

  @Test
  void theClauseHoldsForItsDaysOnly() {
    Recommendation last = decide(POLICY, dayZero().asOf("2026-06-11"));
    Recommendation after = decide(POLICY, dayZero().asOf("2026-06-12"));

    assertThat(last.discount().orElseThrow().payBy()).isEqualTo(LocalDate.of(2026, 6, 11));
    refused(after, "contractDiscountDays", ">= 11");
  }

  @Test
  void aClauseWithoutAnInvoiceDateCannotBeCounted() {
    Cases unknown =
        Cases.of(
            """
            { "asOf": "2026-06-01", "customer": { "id": "C" },
              "contracts": [ { "id": "K",
                "earlyPaymentDiscount": { "percent": 2, "withinDays": 10 } } ],
              "receivables": [ { "id": "R", "contractId": "K", "currency": "CNY",
                "amount": 100000, "dueOn": "2026-07-01" } ] }
            """);

    refused(decide(POLICY, unknown), "invoicedOn", "known");
  }

  @Test
  void neverAboveTheGreatestDiscountOfThePolicy() {
    Policy low =
        Policies.withRules()
            .table(EARLY)
            .table("Parameters,parameters\nCode,Value\nmaxDiscountPercent,1.25\n")
            .load();

    Recommendation answer = decide(low, ahead());
    assertThat(answer.discount().orElseThrow().percent()).isEqualByComparingTo("1.25");
    assertThat(notes(answer)).anyMatch(note -> note.contains("from 2 % to 1.25 %"));
    assertThat(notes(decide(POLICY, ahead()))).noneMatch(note -> note.contains("lowered"));
  }

  @Test
  void payByIsAtMostTheDayBeforeTheDueDateAndABusinessDay() {
    // asOf Monday 1 June: Thursday 11 June is within the validity, a Sunday due date means Friday
    assertThat(payBy("2026-08-03")).isEqualTo(LocalDate.of(2026, 6, 11));
    assertThat(payBy("2026-06-12")).isEqualTo(LocalDate.of(2026, 6, 11));
    assertThat(payBy("2026-06-08")).isEqualTo(LocalDate.of(2026, 6, 5));
    assertThat(payBy("2026-06-02")).isEqualTo(LocalDate.of(2026, 6, 1));
    refused(
        decide(POLICY, ahead().with("/receivables/0/dueOn", "\"2026-06-01\"")),
        "daysToDue",
        ">= 1");
    // on Saturday with Monday as the due date no business day is left
    refused(
        decide(POLICY, ahead().asOf("2026-06-06").with("/receivables/0/dueOn", "\"2026-06-08\"")),
        "payBy",
        ">= 2026-06-06");
  }

  private static LocalDate payBy(String due) {
    return decide(POLICY, ahead().with("/receivables/0/dueOn", '"' + due + '"'))
        .discount()
        .orElseThrow()
        .payBy();
  }

  @Test
  void whoPaysEarlyAnywayGetsNothingForIt() {
    // payBy 11 June, due 3 August: 53 days later
    assertThat(decide(POLICY, ahead().with("/customer/averageDaysLate", "-52")).discount())
        .isPresent();
    Recommendation same = decide(POLICY, ahead().with("/customer/averageDaysLate", "-53"));

    refused(same, "expectedPaymentOn", "> 2026-06-11");
    assertThat(alternative(same, "OFFER_DISCOUNT").text().en())
        .isEqualTo(
            "The customer pays early anyway. Needs Expected payment on > 2026-06-11,"
                + " it is 2026-06-11.");
  }

  @Test
  void onWhatIsPayableNeverOnHeldMoney() {
    Recommendation part =
        decide(POLICY, ahead().with("/receivables/0/dispute", "{\"amount\": 4000}"));
    Recommendation all = decide(POLICY, ahead().with("/receivables/0/dispute", "{}"));

    assertThat(part.discount().orElseThrow().amount()).isEqualByComparingTo("120");
    refused(all, "payable", "> 0");
  }

  @Test
  void aRowThatDoesNotMatchSaysWhatItWouldHaveTaken() {
    Recommendation answer = decide(POLICY, ahead().with("/customer/creditScore", "399"));

    Alternative none = refused(answer, "creditScore", "unknown, >= 400");
    assertThat(none.because().get(0).location()).hasValue("decision-tables/discount.csv#C6");
    assertThat(decide(POLICY, ahead().with("/customer/creditScore", "400")).discount()).isPresent();
  }

  @Test
  void aSettlementIsWeighedAgainstWaiting() {
    Discount offer = decide(settling(90), late()).discount().orElseThrow();

    // asOf Tuesday 30 June: payBy Friday 10 July, waiting until 28 September: 80 days gained
    assertThat(offer.kind()).isEqualTo("SETTLEMENT");
    assertThat(offer.payBy()).isEqualTo(LocalDate.of(2026, 7, 10));
    assertThat(offer.percent()).isEqualByComparingTo("4");
    assertThat(offer.amount()).isEqualByComparingTo("40");
    assertThat(offer.annualizedCostPercent()).isEqualTo(new BigDecimal("19.01"));
    assertThat(offer.breakEvenPercent()).isEqualTo(new BigDecimal("1.723"));
  }

  @Test
  void aSettlementGainsAtLeastADay() {
    assertThat(decide(settling(11), late()).discount()).isPresent();
    refused(decide(settling(10), late()), "expectedPaymentOn", "> 2026-07-10");
  }

  @Test
  void whatTheCustomerUsuallyTakesCountsWhenItIsLater() {
    // due 31 May + 51 days is 21 July
    Cases slow = late().with("/customer/averageDaysLate", "51");

    assertThat(decide(settling(1), slow).discount().orElseThrow().breakEvenPercent())
        .isEqualTo(new BigDecimal("0.241"));
  }

  @Test
  void nobodySettlesWithoutKnowingWhatWaitingTakes() {
    Policy unknown = Policies.withRules().table(SETTLEMENT).load();

    refused(decide(unknown, late()), "expectedDelayDays", "known");
  }

  @Test
  void habitAndUnwillingnessAreNotRewarded() {
    for (String cause : List.of("HABIT", "UNWILLING")) {
      refused(decide(settling(90, cause), late()), "cause", "not(HABIT, UNWILLING)");
    }
    assertThat(decide(settling(90, "ABILITY"), late()).discount()).isPresent();
  }

  @Test
  void aKindThatDoesNotFitTheDueDateIsNotMade() {
    String wrong = SETTLEMENT.replace("SETTLEMENT", "EARLY");
    refused(decide(Policies.withRules().table(wrong).load(), late()), "daysPastDue", "0");
    String tooSoon = EARLY.replace("EARLY", "SETTLEMENT");
    refused(decide(Policies.withRules().table(tooSoon).load(), ahead()), "daysPastDue", "> 0");
  }

  @Test
  void receivablesOfEqualTermsStandTogetherAndOthersUnderTheirOwn() {
    Cases three =
        ahead()
            .with("/receivables/-", "{\"id\":\"S\",\"amount\":30000,\"dueOn\":\"2026-08-03\"}")
            .with(
                "/receivables/-",
                "{\"id\":\"T\",\"amount\":100,\"dueOn\":\"2026-08-03\",\"currency\":\"EUR\"}");
    Recommendation answer = decide(POLICY, three);

    Discount main = answer.discount().orElseThrow();
    assertThat(main.receivables()).containsExactly("R", "S");
    assertThat(main.amount()).isEqualByComparingTo("800");
    assertThat(main.preferred()).isTrue();
    assertThat(answer.receivables())
        .filteredOn(item -> item.discount().isPresent())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.id()).isEqualTo("T");
              assertThat(item.discount().orElseThrow().currency()).isEqualTo("EUR");
            });
  }

  @Test
  void aDiscountOfLessThanAMinorUnitIsNone() {
    Cases yen =
        ahead().with("/receivables/0/currency", "\"JPY\"").with("/receivables/0/amount", "25");
    assertThat(decide(POLICY, yen).discount().orElseThrow().amount()).isEqualByComparingTo("1");
    refused(decide(POLICY, yen.with("/receivables/0/amount", "24")), "discountAmount", ">= 1 JPY");
  }

  @Test
  void anInsolventCustomerIsOfferedNothing() {
    Recommendation answer =
        decide(POLICY, ahead().with("/customer/financialStress", "\"INSOLVENT\""));

    assertThat(answer.discount()).isEmpty();
    for (String code : List.of("OFFER_DISCOUNT", "OFFER_INSTALLMENTS")) {
      List<Because> because = alternative(answer, code).because();
      assertThat(because.get(0).value()).isEqualTo(Value.code("INSOLVENCY_STAY"));
      assertThat(because.stream().filter(why -> why.term().equals("holds")).count()).isEqualTo(1);
    }
    assertThat(
            decide(POLICY, ahead().with("/customer/financialStress", "\"DISTRESSED\"")).discount())
        .isPresent();
  }

  @Test
  void anActionThatTheCatalogueDisablesIsNotOffered() {
    String actions =
        """
        Catalogue,actions
        Code,Label (zh),Label (en),Disabled,Kind
        OFFER_DISCOUNT,折扣,Discount,%s,OFFER
        OFFER_INSTALLMENTS,分期,Installments,,OFFER
        WAIT,等待,Wait,,WAIT
        REFER_TO_PERSON,人工,Person,,INTERNAL
        """;
    Policy used = Policies.empty().table(EARLY).table(actions.formatted("")).load();
    Policy disabled = Policies.empty().table(EARLY).table(actions.formatted("yes")).load();

    assertThat(decide(used, ahead()).discount()).isPresent();
    assertThat(decide(used, ahead()).alternatives())
        .extracting(Alternative::code)
        .containsExactly("OFFER_INSTALLMENTS");
    refused(decide(disabled, ahead()), "option", "not(OFFER_DISCOUNT)");
  }

  @Test
  void aRuleThatBlocksTheKindWithdrawsTheOfferThoughNoRowAsksForIt() {
    Policy strict =
        Policies.withRules()
            .table(EARLY)
            .rule(
                """
                rule "No offers in June" @phase(choice)
                when Account( atLeast("payable", 1) )
                then out.block("OFFER").needs("payable", "< 1"); end
                """)
            .load();

    refused(decide(strict, ahead()), "payable", "< 1");
  }

  @Test
  void aPolicyWithoutTermsOfOffersHasNothingToExplain() {
    Recommendation answer = decide(Policies.withRules().table(ASK).load(), ahead());

    assertThat(answer.alternatives())
        .extracting(Alternative::code)
        .containsExactly("OFFER_DISCOUNT");
    assertThat(alternative(answer, "OFFER_DISCOUNT").status()).isEqualTo(Status.BLOCKED);
  }

  @Test
  void eachOfTheFourThatIsNotMadeSaysWhy() {
    Recommendation answer = decide(Policies.withRules().table(EARLY).load(), ahead());

    assertThat(answer.discount()).isPresent();
    for (String code : List.of("OFFER_INSTALLMENTS", "GRACE_PERIOD", "EXTEND_DUE_DATE")) {
      assertThat(alternative(answer, code).status()).isEqualTo(Status.BLOCKED);
      assertThat(alternative(answer, code).because()).isNotEmpty();
      assertThat(alternative(answer, code).text().zh()).isNotEmpty();
    }
  }

  private static Cases late() {
    return Cases.thirtyDaysLate();
  }

  private static Policy settling(int waitDays) {
    return Policies.withRules().table(SETTLEMENT).table(WAITING.formatted(waitDays)).load();
  }

  private static Policy settling(int waitDays, String cause) {
    return Policies.withRules()
        .table(SETTLEMENT)
        .table(WAITING.formatted(waitDays))
        .table(
            """
            Decision,cause,Cause,成因
            Hit policy,FIRST

            ,When,Then
            Row,outstanding,cause
            CA-010,-,%s
            """
                .formatted(cause))
        .load();
  }

  static List<String> notes(Recommendation answer) {
    return answer.trace().stream()
        .filter(TraceEntry.Note.class::isInstance)
        .map(entry -> ((TraceEntry.Note) entry).text().en())
        .toList();
  }

  static Recommendation decide(Policy policy, Cases theCase) {
    return new DecisionPipeline(policy).decide(theCase.under(policy).read());
  }

  static Alternative alternative(Recommendation answer, String code) {
    return answer.alternatives().stream()
        .filter(a -> a.code().equals(code))
        .reduce(
            (one, other) -> {
              throw new AssertionError("twice: " + one + " and " + other);
            })
        .orElseThrow(() -> new AssertionError("no " + code + " in " + answer.alternatives()));
  }

  private static Alternative refused(Recommendation answer, String term, String test) {
    assertThat(answer.discount()).isEmpty();
    Alternative none = alternative(answer, "OFFER_DISCOUNT");
    assertThat(none.status()).isEqualTo(Status.BLOCKED);
    assertThat(none.because())
        .anySatisfy(
            why -> {
              assertThat(why.term()).isEqualTo(term);
              assertThat(why.test()).isEqualTo(test);
            });
    return none;
  }
}
