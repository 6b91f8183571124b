package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which value a term has, from where, and what was decided since. */
class FactBookTest {

  private static TermRef at(String code, Level level) {
    return new TermRef(BuiltIn.policy().vocabulary().get(code), level);
  }

  private static Cases two() {
    return Cases.thirtyDaysLate()
        .with(
            "/receivables/-",
            "{ \"id\": \"OLD\", \"amount\": 5, \"dueOn\": \"2026-05-01\", \"contractId\": \"K\" }")
        .with("/contracts", "[ { \"id\": \"K\", \"netDays\": 45 } ]");
  }

  @Test
  void aReceivableReadsItsOwnAndTheAccountAbove() {
    Reading reading = two().book().reading("R");
    assertThat(reading.value(at("daysPastDue", Level.RECEIVABLE))).isEqualTo(Value.whole(30));
    assertThat(reading.value(at("daysPastDue", Level.ACCOUNT))).isEqualTo(Value.whole(60));
    assertThat(reading.value(at("netDays", Level.CONTRACT))).isEqualTo(Value.UNKNOWN);
    assertThat(reading.value(at("netDays", Level.RECEIVABLE))).isEqualTo(Value.UNKNOWN);
    assertThat(two().book().reading("OLD").value(at("netDays", Level.CONTRACT)))
        .isEqualTo(Value.whole(45));
    assertThat(reading.asOf()).isEqualTo(LocalDate.of(2026, 6, 30));
  }

  @Test
  void theAccountReadsAggregatesAndTheLeadingContract() {
    Reading reading = two().book().reading();
    assertThat(reading.value(at("outstanding", Level.ACCOUNT))).isEqualTo(Value.whole(1005));
    assertThat(reading.value(at("outstanding", Level.RECEIVABLE))).isEqualTo(Value.whole(1005));
    assertThat(reading.value(at("netDays", Level.CONTRACT))).isEqualTo(Value.whole(45));
    assertThat(reading.value(at("dueOn", Level.RECEIVABLE))).isEqualTo(Value.UNKNOWN);
    assertThat(reading.parameter("lprOneYear", LocalDate.of(2024, 1, 1)))
        .isEqualTo(Value.number(3_450_000));
  }

  @Test
  void anOptionReadsItsOwnTermsAndTheAccount() {
    Reading reading = two().book().reading(Map.of("option.amount", Value.whole(9)));
    assertThat(reading.value(at("option.amount", Level.OPTION))).isEqualTo(Value.whole(9));
    assertThat(reading.value(at("option.days", Level.OPTION))).isEqualTo(Value.UNKNOWN);
    assertThat(reading.value(at("outstanding", Level.ACCOUNT))).isEqualTo(Value.whole(1005));
  }

  @Test
  void whatIsDecidedIsReadableAtOnce() {
    FactBook book = two().book();
    book.put("OLD", "agingBucket", Value.code("31-60"));
    book.put("R", "agingBucket", Value.code("1-30"));
    book.put("riskTier", Value.code("C"));
    book.put("holds", Value.codes(List.of("DISPUTE_OPEN")));
    assertThat(book.account("agingBucket")).isEqualTo(Value.code("31-60"));
    assertThat(book.receivable("R", "agingBucket")).isEqualTo(Value.code("1-30"));
    assertThat(book.known()).containsEntry("riskTier", Value.code("C")).containsKey("holds");
  }

  @Test
  void anOverrideWinsOverWhatIsComputedAndDecided() {
    FactBook book =
        two().facts().book(Map.of("riskTier", Value.code("E"), "brokenPromises", Value.whole(3)));
    book.put("riskTier", Value.code("A"));
    assertThat(book.account("riskTier")).isEqualTo(Value.code("E"));
    assertThat(book.account("brokenPromises")).isEqualTo(Value.whole(3));
  }

  @Test
  void anOverrideOfTheLevelDueMovesTheLevel() {
    FactBook book = two().facts().book(Map.of("dunningLevelDue", Value.whole(1)));
    book.put("dunningLevelDue", Value.whole(4));
    assertThat(book.account("dunningLevel")).isEqualTo(Value.whole(1));
  }

  @Test
  void anOverrideOfWhatTheLeadingReceivableLendsHoldsForItToo() {
    FactBook book = two().facts().book(Map.of("daysPastDue", Value.whole(100)));
    assertThat(book.account("daysPastDue")).isEqualTo(Value.whole(100));
    assertThat(book.receivable("OLD", "daysPastDue")).isEqualTo(Value.whole(100));
    assertThat(book.receivable("R", "daysPastDue")).isEqualTo(Value.whole(30));
  }

  @Test
  void anOverrideOfATermBelowTheAccountHoldsForEveryReceivable() {
    FactBook book = two().facts().book(Map.of("limitationYears", Value.whole(2)));
    assertThat(book.receivable("R", "limitationYears")).isEqualTo(Value.whole(2));
    assertThat(book.receivable("OLD", "limitationYears")).isEqualTo(Value.whole(2));
  }
}
