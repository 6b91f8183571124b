package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.domain.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contacts and actions of the past. */
class HistoryTest {

  private static Cases contact(String rest) {
    return Cases.thirtyDaysLate().with("/contacts", "[ { " + rest + " } ]");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-06-30T23:59:59+08:00, 1",
    "2026-06-24T00:00:00+08:00, 1",
    "2026-06-23T23:59:59+08:00, 0",
    "2026-06-23T16:00:00Z, 1",
    "2026-06-23T15:59:59Z, 0",
  })
  void theLastSevenDaysAreAsOfAndTheSixBeforeInTheCustomersZone(String at, long count) {
    assertThat(
            contact("\"at\": \"" + at + "\", \"channel\": \"EMAIL\"")
                .book()
                .account("contactsLast7Days"))
        .isEqualTo(Value.whole(count));
  }

  @ParameterizedTest(name = "{0}: counts {1}, since last {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"channel\": \"PHONE\", \"outcome\": \"REACHED\" | 1 | 2",
        "\"channel\": \"PHONE\", \"outcome\": \"NO_ANSWER\" | 0 | unknown",
        "\"outcome\": \"NO_ANSWER\" | 0 | unknown",
        "\"channel\": \"EMAIL\", \"outcome\": \"NO_ANSWER\" | 1 | 2",
        "\"channel\": \"PHONE\" | 1 | 2",
        "\"channel\": \"PHONE\", \"inbound\": true | 0 | 2",
      })
  void allOutboundCountButAnUnansweredCall(String rest, long count, String since) {
    FactBook book = contact("\"at\": \"2026-06-28T10:00:00+08:00\", " + rest).book();
    assertThat(book.account("contactsLast7Days")).isEqualTo(Value.whole(count));
    assertThat(book.account("daysSinceLastContact"))
        .isEqualTo(since.equals("unknown") ? Value.UNKNOWN : Value.whole(Long.parseLong(since)));
  }

  @ParameterizedTest(name = "{0} count; {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "PHONE UNANSWERED_CALL | \"channel\": \"PHONE\", \"outcome\": \"NO_ANSWER\" | 1",
        "PHONE UNANSWERED_CALL | \"channel\": \"PHONE\", \"outcome\": \"REACHED\" | 1",
        "PHONE UNANSWERED_CALL | \"channel\": \"PHONE\" | 1",
        "PHONE UNANSWERED_CALL | \"channel\": \"EMAIL\" | 0",
        "PHONE UNANSWERED_CALL | \"outcome\": \"REACHED\" | 0",
        "PHONE UNANSWERED_CALL | \"outcome\": \"NO_ANSWER\" | 1",
        "PHONE | \"channel\": \"PHONE\", \"outcome\": \"NO_ANSWER\" | 0",
        "PHONE | \"channel\": \"PHONE\", \"inbound\": true | 0",
        "INBOUND | \"channel\": \"PHONE\", \"inbound\": true | 1",
        "INBOUND | \"channel\": \"PHONE\" | 0",
      })
  void whichContactsCountIsAParameter(String counting, String rest, long count) {
    Value codes = Value.codes(List.of(counting.split(" ")));
    Cases cases =
        contact("\"at\": \"2026-06-28T10:00:00+08:00\", " + rest)
            .under(BuiltIn.policy(Map.of("contactCapCounts", codes), List.of()));
    assertThat(cases.book().account("contactsLast7Days")).isEqualTo(Value.whole(count));
  }

  @Test
  void noListOfContactsIsUnknownAndAnEmptyOneIsNone() {
    assertThat(Cases.thirtyDaysLate().book().account("contactsLast7Days")).isEqualTo(Value.UNKNOWN);
    assertThat(Cases.thirtyDaysLate().with("/contacts", "[]").book().account("contactsLast7Days"))
        .isEqualTo(Value.whole(0));
  }

  @Test
  void actionsAreCountedAndAgedByCode() {
    FactBook book =
        Cases.thirtyDaysLate()
            .with(
                "/actionsTaken",
                "[ { \"code\": \"FORMAL_DEMAND\", \"at\": \"2026-06-20T10:00:00+08:00\" },"
                    + " { \"code\": \"FORMAL_DEMAND\", \"at\": \"2026-06-01T10:00:00+08:00\" },"
                    + " { \"code\": \"OLD_CODE\", \"at\": \"2026-06-01T10:00:00+08:00\" } ]")
            .book();
    assertThat(book.account("times FORMAL_DEMAND")).isEqualTo(Value.whole(2));
    assertThat(book.account("daysSince FORMAL_DEMAND")).isEqualTo(Value.whole(10));
    assertThat(book.account("times OLD_CODE")).isEqualTo(Value.whole(1));
    assertThat(book.account("times LAWYER_LETTER")).isEqualTo(Value.whole(0));
    assertThat(book.account("daysSince LAWYER_LETTER")).isEqualTo(Value.UNKNOWN);
    assertThat(book.account("lastAction")).isEqualTo(Value.code("FORMAL_DEMAND"));
  }

  @Test
  void anUnknownHistoryCountsNothing() {
    FactBook book = Cases.thirtyDaysLate().book();
    assertThat(book.account("times FORMAL_DEMAND")).isEqualTo(Value.UNKNOWN);
    assertThat(book.account("lastAction")).isEqualTo(Value.UNKNOWN);
    assertThat(book.account("lastDunningLevel")).isEqualTo(Value.UNKNOWN);
  }
}
