package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.Cases;
import dev.huikuan.domain.Value;
import org.junit.jupiter.api.Test;

class LeadingReceivableTest {

  private static Cases with(String... receivables) {
    Cases cases = Cases.thirtyDaysLate();
    for (String receivable : receivables) {
      cases.with("/receivables/-", receivable);
    }
    return cases;
  }

  private static String leading(Cases cases) {
    return cases.facts().leading().map(OpenItem::id).orElse("none");
  }

  @Test
  void theOldestCollectibleOneLeads() {
    assertThat(leading(with("{ \"id\": \"A\", \"amount\": 1, \"dueOn\": \"2026-05-30\" }")))
        .isEqualTo("A");
    assertThat(
            leading(
                with(
                    "{ \"id\": \"A\", \"amount\": 1, \"dueOn\": \"2026-05-30\", \"dispute\": {} }")))
        .isEqualTo("R");
  }

  @Test
  void tiesGoToTheGreaterAmountInBaseCurrencyThenToTheSmallerId() {
    assertThat(leading(with("{ \"id\": \"S\", \"amount\": 1001, \"dueOn\": \"2026-05-31\" }")))
        .isEqualTo("S");
    assertThat(
            leading(
                with(
                    "{ \"id\": \"S\", \"amount\": 141, \"currency\": \"USD\", \"dueOn\": \"2026-05-31\" }")))
        .isEqualTo("S");
    assertThat(
            leading(
                with(
                    "{ \"id\": \"S\", \"amount\": 140, \"currency\": \"USD\", \"dueOn\": \"2026-05-31\" }")))
        .isEqualTo("R");
    assertThat(leading(with("{ \"id\": \"Q\", \"amount\": 1000, \"dueOn\": \"2026-05-31\" }")))
        .isEqualTo("Q");
  }

  @Test
  void withoutAnythingCollectibleTheNextDueLeadsAndTheAccountIsNotLate() {
    Cases cases =
        with(
                "{ \"id\": \"NEXT\", \"amount\": 1, \"dueOn\": \"2026-07-05\" }",
                "{ \"id\": \"LATER\", \"amount\": 9, \"dueOn\": \"2026-07-06\" }",
                "{ \"id\": \"SOMETIME\", \"amount\": 9 }")
            .with("/receivables/0/dispute", "{}");
    assertThat(leading(cases)).isEqualTo("NEXT");
    assertThat(cases.book().account("daysPastDue")).isEqualTo(Value.whole(0));
    assertThat(cases.book().account("daysToDue")).isEqualTo(Value.whole(5));
  }

  @Test
  void withoutAnythingPayableNobodyLeads() {
    Cases cases = Cases.thirtyDaysLate().with("/receivables/0/dispute", "{}");
    assertThat(leading(cases)).isEqualTo("none");
    assertThat(cases.book().account("daysPastDue")).isEqualTo(Value.whole(0));
    assertThat(cases.book().account("daysToDue")).isEqualTo(Value.UNKNOWN);
    assertThat(cases.book().account("agingBucket")).isEqualTo(Value.UNKNOWN);
  }

  @Test
  void itLendsTheAccountItsDelayReasonAndItsContract() {
    Cases cases =
        with("{ \"id\": \"A\", \"amount\": 1, \"dueOn\": \"2026-05-01\", \"contractId\": \"K\", \"delayReason\": \"HABIT\" }")
            .with("/contracts", "[ { \"id\": \"K\", \"netDays\": 45, \"governingLaw\": \"DE\" } ]")
            .with("/customer/delayReason", "\"REFUSAL\"")
            .with("/customer/jurisdiction", "\"US\"");
    FactBook book = cases.book();
    assertThat(book.account("delayReason")).isEqualTo(Value.code("HABIT"));
    assertThat(book.account("netDays")).isEqualTo(Value.whole(45));
    assertThat(book.account("legalRegion")).isEqualTo(Value.code("EU"));
    assertThat(book.receivable("R", "delayReason")).isEqualTo(Value.code("REFUSAL"));
    assertThat(book.receivable("R", "netDays")).isEqualTo(Value.UNKNOWN);
    assertThat(book.receivable("R", "legalRegion")).isEqualTo(Value.code("US"));
  }
}
