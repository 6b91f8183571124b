package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.huikuan.decision.Cases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each hold takes off, in the order of the domain. */
class WaterfallTest {

  private static final String DISPUTE_300 =
      "{ \"openedOn\": \"2026-06-01\", \"resolvedOn\": null, \"amount\": 300 }";

  private static OpenItem item(Cases cases) {
    return cases.facts().items().get(0);
  }

  private static BigDecimal number(long value) {
    return BigDecimal.valueOf(value);
  }

  @Test
  void withoutAnyFactAgainstItAllIsCollectible() {
    OpenItem item = item(Cases.thirtyDaysLate());
    assertThat(item.deductions()).isEmpty();
    assertThat(item.payable()).isEqualByComparingTo("1000");
    assertThat(item.collectible()).isEqualByComparingTo("1000");
  }

  @Test
  void whatIsNotYetDueIsPayableButNotCollectible() {
    OpenItem item = item(Cases.thirtyDaysLate().with("/receivables/0/dueOn", "\"2026-06-30\""));
    assertThat(item.payable()).isEqualByComparingTo("1000");
    assertThat(item.collectible()).isEqualByComparingTo("0");
  }

  @Test
  void everyHoldTakesItsPartInOrderAndNoMoreThanIsLeft() {
    OpenItem item =
        item(
            DueDateTest.withContract(
                    "{ \"id\": \"K\", \"milestones\": [ { \"id\": \"M\", \"kind\":"
                        + " \"ACCEPTANCE\", \"acceptedOn\": null } ] }")
                .with("/receivables/0/milestoneId", "\"M\"")
                .with("/receivables/0/dispute", DISPUTE_300)
                .with("/receivables/0/pause", "{ \"until\": null, \"reason\": \"r\" }")
                .with(
                    "/credits",
                    "[ { \"id\": \"CN\", \"kind\": \"CREDIT_NOTE\", \"amount\": 200 } ]")
                .with(
                    "/promises",
                    "[ { \"receivableId\": \"R\", \"amount\": 400, \"dueOn\": \"2026-07-03\" } ]"));
    assertThat(item.deductions())
        .extracting(Deduction::code, d -> d.amount().intValueExact(), Deduction::until)
        .containsExactly(
            tuple("CREDIT", 200, Optional.empty()),
            tuple("DISPUTE_OPEN", 300, Optional.empty()),
            tuple("PROMISE_NOT_DUE", 400, Optional.of(LocalDate.of(2026, 7, 8))),
            tuple("ACCEPTANCE_PENDING", 100, Optional.empty()),
            tuple("EXCLUDED", 0, Optional.empty()));
    assertThat(item.payable()).isEqualByComparingTo("0");
    assertThat(item.disputed()).isEqualByComparingTo("300");
  }

  @Test
  void aDisputeIsOpenUnlessItIsOpenedLaterOrResolved() {
    assertThat(payableWithDispute("{}")).isEqualTo(0);
    assertThat(payableWithDispute("{ \"amount\": 300 }")).isEqualTo(700);
    assertThat(payableWithDispute("{ \"openedOn\": \"2026-06-30\", \"amount\": 1 }"))
        .isEqualTo(999);
    assertThat(payableWithDispute("{ \"openedOn\": \"2026-07-01\" }")).isEqualTo(1000);
    assertThat(payableWithDispute("{ \"resolvedOn\": \"2026-06-30\" }")).isEqualTo(1000);
    assertThat(payableWithDispute("{ \"resolvedOn\": \"2026-07-01\" }")).isEqualTo(0);
    assertThat(payableWithDispute("{ \"amount\": 5000 }")).isEqualTo(0);
  }

  private static int payableWithDispute(String dispute) {
    return item(Cases.thirtyDaysLate().with("/receivables/0/dispute", dispute))
        .payable()
        .intValueExact();
  }

  @Test
  void aCreditWithoutReceivableServesTheOldestOverdueOfItsCurrency() {
    Cases cases =
        Cases.thirtyDaysLate()
            .with(
                "/receivables/-", "{ \"id\": \"OLD\", \"amount\": 100, \"dueOn\": \"2026-05-01\" }")
            .with(
                "/receivables/-",
                "{ \"id\": \"USD\", \"currency\": \"USD\", \"amount\": 100, \"dueOn\": \"2026-01-01\" }")
            .with(
                "/receivables/-",
                "{ \"id\": \"NEXT\", \"amount\": 100, \"dueOn\": \"2026-07-31\" }")
            .with(
                "/credits",
                "[ { \"id\": \"CN\", \"kind\": \"UNAPPLIED_CASH\", \"amount\": 5000 } ]");
    assertThat(cases.facts().items())
        .extracting(OpenItem::id, item -> item.deducted(Deduction.CREDIT).intValueExact())
        .containsExactly(tuple("R", 1000), tuple("OLD", 100), tuple("USD", 0), tuple("NEXT", 0));
  }

  @Test
  void anAdvanceServesItsOwnContractOnly() {
    Cases cases =
        DueDateTest.withContract("{ \"id\": \"K\" }")
            .with(
                "/receivables/-", "{ \"id\": \"OLD\", \"amount\": 100, \"dueOn\": \"2026-05-01\" }")
            .with(
                "/credits",
                "[ { \"id\": \"A\", \"kind\": \"ADVANCE\", \"amount\": 300, \"contractId\": \"K\" } ]");
    assertThat(cases.facts().items())
        .extracting(item -> item.payable().intValueExact())
        .containsExactly(700, 100);
    cases.with("/credits/0", "{ \"id\": \"A\", \"kind\": \"ADVANCE\", \"amount\": 300 }");
    assertThat(cases.facts().items())
        .extracting(item -> item.payable().intValueExact())
        .containsExactly(1000, 100);
  }

  @Test
  void aPromiseForTheAccountServesTheOldest() {
    Cases cases =
        Cases.thirtyDaysLate()
            .with(
                "/receivables/-", "{ \"id\": \"OLD\", \"amount\": 100, \"dueOn\": \"2026-05-01\" }")
            .with("/promises", "[ { \"amount\": 300, \"dueOn\": \"2026-07-01\", \"paid\": 50 } ]");
    assertThat(cases.facts().items())
        .extracting(item -> item.payable().intValueExact())
        .containsExactly(850, 0);
  }

  @Test
  void contractualGraceEndsOnItsLastDay() {
    assertThat(item(DueDateTest.withContract("{ \"id\": \"K\", \"graceDays\": 30 }")).deductions())
        .containsExactly(
            new Deduction("GRACE_ACTIVE", number(1000), Optional.of(LocalDate.of(2026, 6, 30))));
    assertThat(item(DueDateTest.withContract("{ \"id\": \"K\", \"graceDays\": 29 }")).collectible())
        .isEqualByComparingTo("1000");
  }

  @Test
  void anAgreementUntilADayReplacesTheDueDateWhileItRuns() {
    Cases granted = agreement("\"kind\": \"EXTENSION\", \"until\": \"2026-06-30\"");
    OpenItem item = item(granted);
    assertThat(item.due().daysLate()).isZero();
    assertThat(item.deductions())
        .containsExactly(
            new Deduction("GRACE_ACTIVE", number(1000), Optional.of(LocalDate.of(2026, 6, 30))));
    OpenItem after = item(agreement("\"kind\": \"EXTENSION\", \"until\": \"2026-06-29\""));
    assertThat(after.due().daysLate()).isEqualTo(30);
    assertThat(after.collectible()).isEqualByComparingTo("1000");
  }

  @Test
  void aRunningPlanHoldsBackWhatItAsksForLater() {
    String plan =
        "\"kind\": \"INSTALLMENTS\", \"schedule\": ["
            + " { \"dueOn\": \"2026-06-10\", \"amount\": 250, \"paid\": 0 },"
            + " { \"dueOn\": \"2026-07-10\", \"amount\": 750 } ]";
    OpenItem item = item(agreement(plan));
    assertThat(item.due().daysLate()).isEqualTo(20);
    assertThat(item.overdue()).isEqualByComparingTo("250");
    assertThat(item.collectible()).isEqualByComparingTo("250");
    assertThat(item.deductions())
        .containsExactly(
            new Deduction("PLAN_ACTIVE", number(750), Optional.of(LocalDate.of(2026, 7, 15))));
  }

  @Test
  void nothingIsTakenFromWhatIsPaid() {
    Cases paid =
        Cases.thirtyDaysLate()
            .with("/receivables/0/outstanding", "0")
            .with("/receivables/0/dispute", "{}")
            .with("/receivables/0/invoiceError", "true");
    assertThat(item(paid).deductions()).isEmpty();
  }

  private static Cases agreement(String rest) {
    return Cases.thirtyDaysLate()
        .with("/agreements", "[ { \"id\": \"A\", \"receivableIds\": [\"R\"], " + rest + " } ]");
  }
}
