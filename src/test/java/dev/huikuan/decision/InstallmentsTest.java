package dev.huikuan.decision;

import static dev.huikuan.decision.DiscountsTest.alternative;
import static dev.huikuan.decision.DiscountsTest.decide;
import static dev.huikuan.decision.DiscountsTest.notes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.timing.BusinessDays;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Alternative;
import dev.huikuan.domain.Recommendation.Installment;
import dev.huikuan.domain.Recommendation.Installments;
import dev.huikuan.domain.Recommendation.Status;
import dev.huikuan.policy.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Installment plans through the whole pipeline, and every guard at its boundary. */
class InstallmentsTest {

  private static final String PLANS =
      """
      Decision,installments,Installments,分期
      Hit policy,FIRST

      ,When,,Then
      Row,daysPastDue,financialStress,installmentCount,downPaymentPercent,installmentIntervalDays,installmentAnnualInterestPercent,installmentMethod
      IN-005,> 0,WATCH,6,,30,12,ANNUITY
      IN-010,> 0,"unknown, NONE",4,30,30,6,EQUAL_PRINCIPAL
      """;

  private static final String ASK =
      """
      Decision,next-action,Next action,下一步动作
      Hit policy,RULE ORDER

      ,When,Then
      Row,daysPastDue,nextAction
      NA-010,-,OFFER_INSTALLMENTS
      NA-020,-,COLLECTION_CALL
      """;

  private static final String LIMITATION =
      """
      Decision,limitation,Limitation,时效
      Hit policy,FIRST

      ,When,Then
      Row,outstanding,limitationYears,limitationStart,demandInterrupts
      LI-010,-,1,DUE_DATE,no
      """;

  private static final Policy POLICY = Policies.withRules().table(PLANS).table(ASK).load();

  /** 270 000 CNY under a contract, due on 31 May; asOf is Tuesday 30 June 2026. */
  private static Cases late() {
    return Cases.of(
        """
        { "asOf": "2026-06-30", "customer": { "id": "C" },
          "contracts": [ { "id": "K", "currency": "CNY" } ],
          "receivables": [ { "id": "R", "contractId": "K", "amount": 270000,
            "dueOn": "2026-05-31" } ] }
        """);
  }

  @Test
  void aPlanHasADownPaymentAndAScheduleOnBusinessDays() {
    Recommendation answer = decide(POLICY, late());
    Installments plan = answer.installments().orElseThrow();

    assertThat(plan.count()).isEqualTo(4);
    assertThat(plan.downPayment()).isEqualByComparingTo("81000");
    assertThat(plan.schedule())
        .extracting(Installment::dueOn)
        .containsExactly(
            LocalDate.of(2026, 7, 30),
            LocalDate.of(2026, 8, 31),
            LocalDate.of(2026, 9, 28),
            LocalDate.of(2026, 10, 28));
    assertThat(plan.totalInterest()).isEqualByComparingTo("2362.5");
    assertThat(plan.preferred()).isTrue();
    assertThat(answer.action().code()).isEqualTo("OFFER_INSTALLMENTS");
    assertThat(answer.action().amounts().get(0).amount()).isEqualByComparingTo("270000");
  }

  @Test
  void theTextbookAnnuityComesThroughTheDoor() {
    Installments plan =
        decide(
                POLICY,
                late()
                    .with("/receivables/0/amount", "100000")
                    .with("/customer/financialStress", "\"WATCH\""))
            .installments()
            .orElseThrow();

    assertThat(plan.downPayment()).isEqualByComparingTo("0");
    assertThat(plan.schedule().get(0).total()).isEqualByComparingTo("17254.84");
    assertThat(plan.schedule().get(5).total()).isEqualByComparingTo("17254.82");
    assertThat(plan.totalInterest()).isEqualByComparingTo("3529.02");
  }

  @Test
  void aContractThatForbidsPlansTakesOnlyItsReceivablesOut() {
    Cases two =
        late()
            .with("/contracts/0/installmentsAllowed", "false")
            .with("/receivables/-", "{\"id\":\"S\",\"amount\":9000,\"dueOn\":\"2026-05-31\"}");

    assertThat(decide(POLICY, two).installments().orElseThrow().receivables()).containsExactly("S");
    refused(
        decide(POLICY, late().with("/contracts/0/installmentsAllowed", "false")),
        "installmentsAllowed",
        "yes");
    assertThat(
            decide(POLICY, late().with("/contracts/0/installmentsAllowed", "true")).installments())
        .isPresent();
  }

  @Test
  void theContractsMaximumLowersTheCount() {
    assertThat(withMaximum(5)).isEqualTo(4);
    assertThat(withMaximum(3)).isEqualTo(3);
    assertThat(withMaximum(1)).isEqualTo(1);
    assertThat(notes(decide(POLICY, late().with("/contracts/0/maxInstallments", "3"))))
        .anyMatch(note -> note.contains("from 4 to 3"));
    assertThat(notes(decide(POLICY, late()))).noneMatch(note -> note.contains("lowered"));
    refused(
        decide(POLICY, late().with("/contracts/0/maxInstallments", "0")),
        "maxInstallments",
        ">= 1");
    // without a down payment one installment is no plan
    refused(
        decide(
            POLICY,
            late()
                .with("/contracts/0/maxInstallments", "1")
                .with("/customer/financialStress", "\"WATCH\"")),
        "maxInstallments",
        ">= 2");
  }

  private static int withMaximum(int maximum) {
    return decide(POLICY, late().with("/contracts/0/maxInstallments", String.valueOf(maximum)))
        .installments()
        .orElseThrow()
        .count();
  }

  @Test
  void noInstallmentIsDueAfterLimitation() {
    Policy limited = Policies.withRules().table(PLANS).table(LIMITATION).load();
    // asOf 30 June: installments on 30 July, 31 August, 28 September, 28 October
    assertThat(beforeLimitation(limited, "2025-10-28").orElseThrow().count()).isEqualTo(4);
    assertThat(beforeLimitation(limited, "2025-10-27").orElseThrow().count()).isEqualTo(3);
    assertThat(beforeLimitation(limited, "2025-07-30").orElseThrow().count()).isEqualTo(1);
    assertThat(beforeLimitation(limited, "2025-07-29")).isEmpty();
    refused(
        decide(limited, late().with("/receivables/0/dueOn", "\"2025-07-29\"")),
        "daysToLimitation",
        ">= 30");
  }

  private static java.util.Optional<Installments> beforeLimitation(Policy policy, String due) {
    return decide(policy, late().with("/receivables/0/dueOn", '"' + due + '"')).installments();
  }

  @Test
  void aSmallBalanceIsNotSpread() {
    assertThat(decide(POLICY, late().with("/receivables/0/amount", "5000")).installments())
        .isPresent();
    refused(decide(POLICY, late().with("/receivables/0/amount", "4999.99")), "payable", ">= 5000");
  }

  @Test
  void theMinimumInstallmentLowersTheCount() {
    // 30 % down of 5 714.29 leaves 4 000.00: four of 1 000; a cent less leaves room for three
    assertThat(countOf("5714.29")).isEqualTo(4);
    assertThat(countOf("5714.27")).isEqualTo(3);
  }

  private static int countOf(String amount) {
    return decide(POLICY, late().with("/receivables/0/amount", amount))
        .installments()
        .orElseThrow()
        .count();
  }

  @Test
  void minimumsAreComparedInTheBaseCurrencyAndOffersStayInTheirOwn() {
    Cases euro = late().with("/receivables/0/currency", "\"EUR\"");

    // 700 EUR are 5 530 CNY; 490 are left, and 1 000 CNY are 126.59 EUR
    Installments plan =
        decide(POLICY, euro.with("/receivables/0/amount", "700")).installments().orElseThrow();
    assertThat(plan.currency()).isEqualTo("EUR");
    assertThat(plan.count()).isEqualTo(3);
    assertThat(decide(POLICY, euro.with("/receivables/0/amount", "632")).installments()).isEmpty();
    assertThat(decide(POLICY, euro.with("/receivables/0/amount", "633")).installments())
        .isPresent();
  }

  @Test
  void equalCurrencyAndEqualTermsMakeOnePlan() {
    Cases three =
        late()
            .with("/receivables/-", "{\"id\":\"S\",\"amount\":30000,\"dueOn\":\"2026-05-31\"}")
            .with(
                "/receivables/-",
                "{\"id\":\"T\",\"amount\":9000,\"dueOn\":\"2026-05-31\",\"currency\":\"EUR\"}");
    Installments plan = decide(POLICY, three).installments().orElseThrow();

    assertThat(plan.receivables()).containsExactly("R", "S");
    assertThat(plan.preferred()).isTrue();
    assertThat(plan.downPayment()).isEqualByComparingTo("90000");
  }

  @Test
  void heldMoneyIsNotSpread() {
    Installments plan =
        decide(POLICY, late().with("/receivables/0/dispute", "{\"amount\": 70000}"))
            .installments()
            .orElseThrow();

    assertThat(sum(plan)).isEqualByComparingTo("200000");
  }

  private static BigDecimal sum(Installments plan) {
    return plan.schedule().stream()
        .map(Installment::principal)
        .reduce(plan.downPayment(), BigDecimal::add);
  }

  @Test
  void whatRunsIsNotOfferedAnew() {
    String plan =
        """
        [ { "id": "A", "kind": "INSTALLMENTS", "receivableIds": ["R"], "agreedOn": "2026-05-01",
            "schedule": [ { "dueOn": "%s", "amount": 100000, "paid": 0 },
              { "dueOn": "2026-12-15", "amount": 50000, "paid": 0 } ] } ]
        """;
    Recommendation running =
        decide(POLICY, late().with("/agreements", plan.formatted("2026-07-15")));
    refused(running, "agreementState", "not(RUNNING, LAPSED)");
    assertThat(alternative(running, "OFFER_INSTALLMENTS").text().en())
        .isEqualTo("Needs Agreement to be not(running, lapsed), it is running.");

    // another receivable is free
    Cases two =
        late()
            .with("/agreements", plan.formatted("2026-07-15"))
            .with("/receivables/-", "{\"id\":\"S\",\"amount\":9000,\"dueOn\":\"2026-05-31\"}");
    assertThat(decide(POLICY, two).installments().orElseThrow().receivables()).containsExactly("S");
  }

  @Test
  void aLapsedAgreementIsJudgedFirst() {
    // until Friday 26 June, judged after three business days: on 2 July
    refused(decide(POLICY, grace("2026-06-26")), "agreementState", "not(RUNNING, LAPSED)");
  }

  @Test
  void afterABrokenAgreementNothingIsOfferedForNinetyDays() {
    // until Friday 30 January, broken on Thursday 5 February: 90 days later is 6 May
    refused(
        decide(
            POLICY,
            grace("2026-01-30").asOf("2026-05-05").with("/receivables/0/dueOn", "\"2026-01-01\"")),
        "agreementBrokenOn",
        "<= 2026-02-04");
    assertThat(
            decide(
                    POLICY,
                    grace("2026-01-30")
                        .asOf("2026-05-06")
                        .with("/receivables/0/dueOn", "\"2026-01-01\""))
                .installments())
        .isPresent();
  }

  private static Cases grace(String until) {
    return late()
        .with(
            "/agreements",
            "[{\"id\":\"A\",\"kind\":\"GRACE\",\"receivableIds\":[\"R\"],\"until\":\""
                + until
                + "\"}]");
  }

  @Test
  void everyDateOfEveryPlanIsABusinessDay() {
    for (int day = 1; day <= 30; day++) {
      Recommendation answer =
          decide(POLICY, late().asOf(String.format(Locale.ROOT, "2026-06-%02d", day)));

      assertThat(answer.installments().orElseThrow().schedule())
          .extracting(Installment::dueOn)
          .allMatch(BusinessDays.MONDAY_TO_FRIDAY::isBusinessDay);
    }
  }

  @Test
  void theNextCandidateIsTakenWhereThereIsNoPlan() {
    Recommendation answer =
        decide(POLICY, late().with("/contracts/0/installmentsAllowed", "false"));

    assertThat(answer.action().code()).isEqualTo("COLLECTION_CALL");
    assertThat(alternative(answer, "OFFER_INSTALLMENTS").text().zh()).contains("允许分期");
  }

  private static void refused(Recommendation answer, String term, String test) {
    assertThat(answer.installments()).isEmpty();
    Alternative none = alternative(answer, "OFFER_INSTALLMENTS");
    assertThat(none.status()).isEqualTo(Status.BLOCKED);
    assertThat(none.because())
        .anySatisfy(
            why -> {
              assertThat(why.term()).isEqualTo(term);
              assertThat(why.test()).isEqualTo(test);
            });
  }
}
