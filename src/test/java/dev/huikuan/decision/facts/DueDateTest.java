package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.Cases;
import dev.huikuan.domain.Value;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDateTest {

  @ParameterizedTest(name = "due {0}: {1} days past due, {2} to due")
  @CsvSource({
    "2026-07-01, 0, 1",
    "2026-06-30, 0, 0",
    "2026-06-29, 1, 0",
    "2026-06-01, 29, 0",
    "2026-05-31, 30, 0",
    "2026-05-30, 31, 0",
  })
  void daysPastDueCountFromTheDayAfter(String due, long late, long left) {
    FactBook book = Cases.thirtyDaysLate().with("/receivables/0/dueOn", '"' + due + '"').book();
    assertThat(book.receivable("R", "daysPastDue")).isEqualTo(Value.whole(late));
    assertThat(book.receivable("R", "daysToDue")).isEqualTo(Value.whole(left));
  }

  @Test
  void graceDaysDoNotMoveTheDueDate() {
    FactBook book = withContract("{ \"id\": \"K\", \"graceDays\": 40 }").book();
    assertThat(book.receivable("R", "daysPastDue")).isEqualTo(Value.whole(30));
  }

  @Test
  void withoutADueDateItFollowsFromDeliveryOfTheInvoiceAndNetDays() {
    Cases undated =
        withContract("{ \"id\": \"K\", \"netDays\": 30 }")
            .with("/receivables/0/dueOn", "null")
            .with("/receivables/0/invoicedOn", "\"2026-04-01\"");
    assertThat(undated.book().receivable("R", "dueOn"))
        .isEqualTo(Value.date(LocalDate.of(2026, 5, 1)));
    undated.with("/receivables/0/invoiceDeliveredOn", "\"2026-04-11\"");
    assertThat(undated.book().receivable("R", "dueOn"))
        .isEqualTo(Value.date(LocalDate.of(2026, 5, 11)));
  }

  @Test
  void aDueDateThatNothingTellsIsUnknownAndNeverOverdue() {
    Cases undated = Cases.thirtyDaysLate().with("/receivables/0/dueOn", "null");
    FactBook book = undated.book();
    assertThat(book.receivable("R", "daysPastDue")).isEqualTo(Value.UNKNOWN);
    assertThat(book.receivable("R", "daysToDue")).isEqualTo(Value.UNKNOWN);
    assertThat(book.receivable("R", "overdueFrom")).isEqualTo(Value.UNKNOWN);
    assertThat(book.receivable("R", "overdue")).isEqualTo(Value.whole(0));
    assertThat(book.receivable("R", "payable")).isEqualTo(Value.whole(1000));
    assertThat(book.receivable("R", "collectible")).isEqualTo(Value.whole(0));
    assertThat(book.account("daysPastDue")).isEqualTo(Value.whole(0));
    assertThat(undated.facts().withoutDueDate()).hasSize(1);
  }

  @Test
  void theClockHasNotStartedWhileTheInvoiceIsKnownNotToBeDeliveredOrToBeWrong() {
    for (String fault : new String[] {"invoiceDeliveredOn", "invoiceError"}) {
      String value = fault.equals("invoiceError") ? "true" : "null";
      Cases late = Cases.thirtyDaysLate().with("/receivables/0/" + fault, value);
      assertThat(late.book().receivable("R", "daysPastDue")).isEqualTo(Value.whole(0));
      assertThat(late.book().receivable("R", "daysToDue")).isEqualTo(Value.UNKNOWN);
      assertThat(late.book().receivable("R", "overdue")).isEqualTo(Value.whole(0));
      assertThat(late.facts().withoutDueDate()).isEmpty();
    }
  }

  @Test
  void anUnknownDeliveryIsNoOwnFault() {
    FactBook book = Cases.thirtyDaysLate().book();
    assertThat(book.receivable("R", "invoiceDeliveredOn")).isEqualTo(Value.UNKNOWN);
    assertThat(book.receivable("R", "invoiceNotDelivered")).isEqualTo(Value.flag(false));
    assertThat(book.receivable("R", "collectible")).isEqualTo(Value.whole(1000));
  }

  static Cases withContract(String contract) {
    return Cases.thirtyDaysLate()
        .with("/contracts", "[" + contract + "]")
        .with("/receivables/0/contractId", "\"K\"");
  }
}
