package dev.huikuan.decision.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case as it would be: paid in part, with terms set, or changed. */
class WhatIfTest {

  private static final CaseReader READER = new CaseReader(BuiltIn.policy());
  private static final DecisionPipeline PIPELINE = new DecisionPipeline(BuiltIn.policy());

  private static Asked ask(Cases cases) throws InvalidCase {
    return READER.ask(cases.json().getBytes(StandardCharsets.UTF_8), Optional.empty(), Cases.NOW);
  }

  private static Asked asked(Cases cases) {
    try {
      return ask(cases);
    } catch (InvalidCase e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<CaseFault> faults(Cases cases) {
    try {
      ask(cases);
    } catch (InvalidCase e) {
      return e.faults();
    }
    throw new AssertionError("was read without a fault");
  }

  private static Cases whatIf(String json) {
    return Cases.thirtyDaysLate().with("/whatIf", json);
  }

  private static Cases threeInvoices() {
    return Cases.of(
        """
        { "asOf": "2026-06-30", "customer": { "id": "C" },
          "receivables": [
            { "id": "NEXT", "amount": 300, "dueOn": "2026-07-10" },
            { "id": "LATE", "amount": 100.01, "dueOn": "2026-06-01",
              "dispute": { "openedOn": "2026-06-05", "amount": 100, "reason": "QUALITY" } },
            { "id": "OLD", "amount": 200, "dueOn": "2026-05-01" },
            { "id": "USD", "currency": "USD", "amount": 50, "dueOn": "2026-01-01" },
            { "id": "UNSENT", "amount": 70, "dueOn": "2026-01-01", "invoiceDeliveredOn": null } ] }
        """);
  }

  private static String outstanding(Case theCase, String id) {
    return theCase.receivable(id).orElseThrow().outstanding().stripTrailingZeros().toPlainString();
  }

  @Test
  void payingNothingChangesNothingButTheMark() {
    for (Cases cases : List.of(Cases.full(), Cases.thirtyDaysLate(), threeInvoices())) {
      Asked real = asked(cases);
      Asked nothing = asked(cases.with("/whatIf", "{ \"pay\": { \"percent\": 0 } }"));
      assertThat(nothing.theCase()).isEqualTo(real.theCase());
      assertThat(real.hypothetical()).isFalse();
      Recommendation before = PIPELINE.decide(real);
      Recommendation after = PIPELINE.decide(nothing);
      assertThat(after.hypothetical()).isTrue();
      assertThat(after)
          .usingRecursiveComparison()
          .ignoringFields("hypothetical", "trace")
          .isEqualTo(before);
      assertThat(after.trace()).containsAll(before.trace()).hasSize(before.trace().size() + 1);
    }
  }

  @Test
  void payingEverythingLeavesNothingOutstandingAndContradictsNothing() {
    Asked all = asked(threeInvoices().with("/whatIf", "{ \"pay\": { \"percent\": 100 } }"));
    assertThat(all.theCase().receivables())
        .allSatisfy(r -> assertThat(r.outstanding()).isEqualByComparingTo(BigDecimal.ZERO));
    Recommendation made = PIPELINE.decide(all);
    assertThat(made.facts().get("outstanding")).isEqualTo(Value.whole(0));
    assertThat(made.holds()).extracting(Recommendation.Hold::code).doesNotContain("DATA_QUALITY");
  }

  @Test
  void theOldestOverdueIsPaidFirstAndADisputeIsAtMostWhatIsLeft() {
    Asked asked =
        asked(
            threeInvoices()
                .with("/whatIf", "{ \"pay\": { \"amount\": 250.01, \"currency\": \"CNY\" } }"));
    Case after = asked.theCase();
    assertThat(List.of("OLD", "LATE", "NEXT", "UNSENT", "USD"))
        .extracting(id -> outstanding(after, id))
        .containsExactly("0", "50", "300", "70", "50");
    assertThat(
            after.receivable("LATE").orElseThrow().dispute().orElseThrow().amount().orElseThrow())
        .isEqualByComparingTo("50");
    assertThat(asked.assumed())
        .singleElement()
        .satisfies(
            text -> {
              assertThat(text.en())
                  .isEqualTo(
                      "Assumed: the customer pays CNY 250.01 now, oldest overdue first: OLD, LATE.");
              assertThat(text.zh()).contains("CNY 250.01", "OLD、LATE");
            });
  }

  @Test
  void aPercentIsTakenOfEachCurrencyToItsMinorUnit() {
    Case after =
        asked(threeInvoices().with("/whatIf", "{ \"pay\": { \"percent\": 10 } }")).theCase();
    assertThat(outstanding(after, "OLD")).isEqualTo("133"); // 10 % of 670.01 is 67.00
    assertThat(outstanding(after, "USD")).isEqualTo("45");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                          | /whatIf/pay          | VALUE",
        "{ \"percent\": 1, \"amount\": 1 }           | /whatIf/pay          | VALUE",
        "{ \"percent\": 101 }                        | /whatIf/pay/percent  | RANGE",
        "{ \"percent\": \"30\" }                     | /whatIf/pay/percent  | TYPE",
        "{ \"amount\": 1000.01 }                     | /whatIf/pay/amount   | VALUE",
        "{ \"amount\": 1, \"currency\": \"EUR\" }    | /whatIf/pay/currency | VALUE",
        "{ \"amount\": 1, \"curency\": \"CNY\" }     | /whatIf/pay/curency  | UNKNOWN_PROPERTY"
      })
  void aPaymentThatCannotBeIsAFault(String pay, String pointer, String code) {
    assertThat(faults(whatIf("{ \"pay\": " + pay + " }")))
        .extracting(CaseFault::pointer, CaseFault::code)
        .containsExactly(tuple(pointer, code));
  }

  @Test
  void anAmountNeedsACurrencyWhenThereAreSeveral() {
    assertThat(faults(threeInvoices().with("/whatIf", "{ \"pay\": { \"amount\": 1 } }")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/whatIf/pay/currency");
              assertThat(fault.message().en()).contains("CNY, USD");
            });
  }

  @Test
  void aComputedOrDecidedTermIsSetInPlaceOfWhatIsComputed() {
    Recommendation made =
        PIPELINE.decide(
            asked(whatIf("{ \"set\": { \"riskTier\": \"E\", \"brokenPromises\": 4 } }")));
    assertThat(made.hypothetical()).isTrue();
    assertThat(made.facts())
        .containsEntry("riskTier", Value.code("E"))
        .containsEntry("brokenPromises", Value.whole(4));
    assertThat(made.trace())
        .filteredOn(TraceEntry.Note.class::isInstance)
        .extracting(entry -> ((TraceEntry.Note) entry).text().en())
        .contains("Assumed: Risk tier is E.", "Assumed: Broken promises is 4.");
  }

  @Test
  void aGivenTermIsChangedInTheCaseAndNullIsUnknown() {
    assertThat(
            asked(whatIf("{ \"set\": { \"financialStress\": \"DISTRESSED\" } }"))
                .theCase()
                .customer()
                .financialStress()
                .get())
        .isEqualTo("DISTRESSED");
    Cases known =
        whatIf("{ \"set\": { \"averageDaysLate\": null } }")
            .with("/customer/averageDaysLate", "12");
    assertThat(asked(known).theCase().customer().averageDaysLate().isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "creditScore  | 5      | NOT_OVERRIDABLE | customer creditScore",
        "outstanding  | 5      | NOT_OVERRIDABLE | receivable ID outstanding",
        "materiality  | 5      | NOT_OVERRIDABLE | parameter",
        "riskTeir     | \"A\"  | UNKNOWN_TERM    | riskTier",
        "riskTier     | \"F\"  | VALUE           | A, B, C, D, E",
        "riskTier     | 5      | TYPE            | 5",
        "onTimeRatio  | 1.5    | RANGE           | 1.5"
      })
  void whatMayNotBeSetIsAFaultThatSaysWhatToDo(
      String term, String value, String code, String says) {
    assertThat(faults(whatIf("{ \"set\": { \"" + term + "\": " + value + " } }")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/whatIf/set/" + term);
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.message().en()).contains(says);
            });
  }

  @Test
  void theCaseIsPatchedBeforeItIsReadAsRfc7396Has() {
    Cases cases =
        Cases.thirtyDaysLate()
            .with("/customer/name", "\"gone\"")
            .with(
                "/whatIf",
                """
                { "case": { "asOf": "2026-05-01", "customer": { "name": null, "creditScore": 10 },
                    "receivables": [ { "id": "S", "amount": 7, "dueOn": "2026-04-30" } ] } }
                """);
    Asked asked = asked(cases);
    assertThat(asked.theCase().asOf().text()).isEqualTo("2026-05-01");
    assertThat(asked.theCase().customer().id()).isEqualTo("C");
    assertThat(asked.theCase().customer().name().isKnown()).isFalse();
    assertThat(asked.theCase().customer().creditScore().isKnown()).isTrue();
    assertThat(asked.theCase().receivables()).extracting(r -> r.id()).containsExactly("S");
    assertThat(asked.assumed().get(0).en())
        .isEqualTo(
            "Assumed: the case is changed at /asOf, /customer/name, /customer/creditScore,"
                + " /receivables.");
  }

  @Test
  void faultsPointIntoThePatchedCase() {
    assertThat(
            faults(
                whatIf(
                    "{ \"case\": { \"customer\": { \"creditScore\": -1, \"id\": null }, \"x\": 1 } }")))
        .extracting(CaseFault::pointer, CaseFault::code)
        .containsExactly(
            tuple("/customer/creditScore", "RANGE"),
            tuple("/customer/id", "REQUIRED"),
            tuple("/x", "UNKNOWN_PROPERTY"));
    assertThat(faults(whatIf("{ \"case\": { \"whatIf\": {} } }")))
        .extracting(CaseFault::pointer)
        .containsExactly("/whatIf/case/whatIf");
  }

  @Test
  void allThreeAreMadeAtOnce() {
    Asked asked =
        asked(
            whatIf(
                """
                { "case": { "receivables": [ { "id": "S", "amount": 700, "dueOn": "2026-04-30" } ] },
                  "pay": { "percent": 50 }, "set": { "riskTier": "B" } }
                """));
    assertThat(outstanding(asked.theCase(), "S")).isEqualTo("350");
    assertThat(asked.overrides()).containsKey("riskTier");
    assertThat(asked.assumed()).hasSize(3);
  }

  @Test
  void whereOnlyRealCasesAreTakenAWhatIfIsAFault() {
    assertThat(Faults.in(whatIf("{}")))
        .extracting(CaseFault::pointer, CaseFault::code)
        .containsExactly(tuple("/whatIf", "NOT_ALLOWED"));
    assertThat(asked(whatIf("{}")).hypothetical()).isTrue();
    assertThat(asked(whatIf("null")).hypothetical()).isFalse();
  }
}
