package dev.huikuan.decision;

import static dev.huikuan.decision.DiscountsTest.alternative;
import static dev.huikuan.decision.DiscountsTest.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Recommendation.Extension;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Grace and extension through the whole pipeline. */
class ExtensionsTest {

  private static final String TERMS =
      """
      Decision,extension,Extension,展期
      Hit policy,FIRST

      ,When,,Then
      Row,delayReason,amount,extensionKind,extensionDays
      EX-010,CASH_FLOW,< 5000,GRACE,14
      EX-020,CASH_FLOW,-,EXTENSION,30
      """;

  private static final String LIMITATION =
      """
      Decision,limitation,Limitation,时效
      Hit policy,FIRST

      ,When,Then
      Row,outstanding,limitationYears,limitationStart,demandInterrupts
      LI-010,-,1,DUE_DATE,no
      """;

  private static final Policy POLICY = Policies.withRules().table(TERMS).load();

  private static Cases shortOfCash(int amount) {
    return Cases.thirtyDaysLate()
        .with("/customer/delayReason", "\"CASH_FLOW\"")
        .with("/receivables/0/amount", String.valueOf(amount));
  }

  @Test
  void graceRunsFromTodayToABusinessDayAndBearsNoInterest() {
    // Tuesday 30 June + 14 days is Tuesday 14 July
    Extension grace = decide(POLICY, shortOfCash(4999)).extension().orElseThrow();

    assertThat(grace.kind()).isEqualTo("GRACE");
    assertThat(grace.days()).isEqualTo(14);
    assertThat(grace.newDueOn()).isEqualTo(LocalDate.of(2026, 7, 14));
    assertThat(grace.amount()).isEqualByComparingTo("4999");
    assertThat(grace.interestContinues()).isFalse();
    assertThat(grace.preferred()).isTrue();
  }

  @Test
  void anExtensionBearsInterestAndMovesOffTheWeekend() {
    // Friday 26 June + 30 days is Sunday 26 July
    Extension extension =
        decide(POLICY, shortOfCash(5000).asOf("2026-06-26")).extension().orElseThrow();

    assertThat(extension.kind()).isEqualTo("EXTENSION");
    assertThat(extension.newDueOn()).isEqualTo(LocalDate.of(2026, 7, 27));
    assertThat(extension.interestContinues()).isTrue();
  }

  @Test
  void whetherInterestGoesOnIsAParameter() {
    Policy generous =
        Policies.withRules()
            .table(TERMS)
            .table("Parameters,parameters\nCode,Value\nextensionInterestContinues,no\n")
            .load();

    assertThat(decide(generous, shortOfCash(5000)).extension().orElseThrow().interestContinues())
        .isFalse();
  }

  @Test
  void beforeTheDueDateItRunsFromThere() {
    Cases ahead = shortOfCash(5000).with("/receivables/0/dueOn", "\"2026-07-10\"");

    assertThat(decide(POLICY, ahead).extension().orElseThrow().newDueOn())
        .isEqualTo(LocalDate.of(2026, 8, 10));
  }

  @Test
  void theOtherKindSaysWhichOneIsGranted() {
    Recommendation answer = decide(POLICY, shortOfCash(4999));

    assertThat(alternative(answer, "EXTEND_DUE_DATE").because())
        .containsExactly(
            new Because("extensionKind", Value.code("GRACE"), "EXTENSION", Optional.empty()));
  }

  @Test
  void withoutAReasonToGrantEachKindNamesItsOwnRow() {
    Recommendation answer =
        decide(POLICY, shortOfCash(6000).with("/customer/delayReason", "\"HABIT\""));

    assertThat(answer.extension()).isEmpty();
    assertThat(alternative(answer, "GRACE_PERIOD").because())
        .extracting(Because::term)
        .containsExactly("delayReason", "amount");
    assertThat(alternative(answer, "EXTEND_DUE_DATE").because())
        .extracting(Because::term)
        .containsExactly("delayReason");
  }

  @Test
  void noTimeIsGrantedBeyondLimitation() {
    Policy limited = Policies.withRules().table(TERMS).table(LIMITATION).load();
    // 30 days from 30 June: 30 July, a Thursday
    assertThat(
            decide(limited, shortOfCash(5000).with("/receivables/0/dueOn", "\"2025-07-30\""))
                .extension())
        .isPresent();
    Recommendation late =
        decide(limited, shortOfCash(5000).with("/receivables/0/dueOn", "\"2025-07-29\""));
    assertThat(late.extension()).isEmpty();
    assertThat(alternative(late, "EXTEND_DUE_DATE").because().get(0).test()).isEqualTo(">= 30");
  }

  @Test
  void nothingIsExtendedWithoutADueDateOrAReceivable() {
    Cases unknown =
        Cases.of(
            """
            { "asOf": "2026-06-30", "customer": { "id": "C", "delayReason": "CASH_FLOW" },
              "receivables": [ { "id": "R", "amount": 6000 } ] }
            """);
    Cases none =
        Cases.of(
            "{ \"asOf\": \"2026-06-30\", \"customer\": { \"id\": \"C\" }, \"receivables\": [] }");

    assertThat(alternative(decide(POLICY, unknown), "EXTEND_DUE_DATE").because().get(0).term())
        .isEqualTo("dueOn");
    Recommendation empty = decide(POLICY, none);
    for (String code :
        java.util.List.of(
            "OFFER_DISCOUNT", "OFFER_INSTALLMENTS", "GRACE_PERIOD", "EXTEND_DUE_DATE")) {
      assertThat(alternative(empty, code).because().get(0).term()).isEqualTo("outstanding");
    }
  }
}
