package dev.huikuan.decision.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attributes that the policy declares are read by their type; any other is a fault. */
class AttributesTest {

  private static final Policy POLICY =
      BuiltIn.policy(
          Map.of(),
          List.of(
              term("industry", Level.ACCOUNT, TermType.CODE, "", "CONSTRUCTION", "RETAIL"),
              term("branches", Level.ACCOUNT, TermType.WHOLE_NUMBER, "attributes.branchCount"),
              term("auditedOn", Level.ACCOUNT, TermType.DATE, ""),
              term("public", Level.ACCOUNT, TermType.YES_NO, ""),
              term("retentionPercent", Level.CONTRACT, TermType.PERCENT, ""),
              term("tags", Level.RECEIVABLE, TermType.CODES, "", "A", "B")));

  private static Term term(
      String code, Level level, TermType type, String where, String... values) {
    return new Term(
        code,
        Text.same(code),
        level,
        false,
        Origin.GIVEN,
        type,
        "",
        type.isNumeric() ? Optional.of(0L) : Optional.empty(),
        type.isNumeric() ? Optional.of(100_000_000L) : Optional.empty(),
        "",
        Stream.of(values).map(v -> new AllowedValue(v, Text.same(v))).toList(),
        where,
        false);
  }

  private static Cases cases() {
    return Cases.thirtyDaysLate()
        .under(POLICY)
        .with("/contracts", "[ { \"id\": \"K\", \"attributes\": {} } ]")
        .with("/receivables/0/contractId", "\"K\"")
        .with("/customer/attributes", "{}")
        .with("/receivables/0/attributes", "{}");
  }

  @Test
  void valuesAreReadByTheTypeOfTheTermAndUnderItsCode() {
    var book =
        cases()
            .with("/customer/attributes/industry", "\"RETAIL\"")
            .with("/customer/attributes/branchCount", "12")
            .with("/customer/attributes/auditedOn", "null")
            .with("/customer/attributes/public", "null")
            .with("/contracts/0/attributes/retentionPercent", "5.5")
            .with("/receivables/0/attributes/tags", "[\"B\", \"A\"]")
            .book();
    assertThat(book.account("industry")).isEqualTo(Value.code("RETAIL"));
    assertThat(book.account("branches")).isEqualTo(Value.whole(12));
    assertThat(book.account("auditedOn")).isEqualTo(Value.NOT_YET);
    assertThat(book.account("public")).isEqualTo(Value.UNKNOWN);
    assertThat(book.account("retentionPercent")).isEqualTo(Value.number(5_500_000));
    assertThat(book.receivable("R", "retentionPercent")).isEqualTo(Value.number(5_500_000));
    assertThat(book.receivable("R", "tags")).isEqualTo(Value.codes(List.of("B", "A")));
    assertThat(
            cases()
                .with("/customer/attributes/auditedOn", "\"2026-01-01\"")
                .book()
                .account("auditedOn"))
        .isEqualTo(Value.date(LocalDate.of(2026, 1, 1)));
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/customer/attributes/industri | \"RETAIL\" | did you mean `industry`?",
        "/customer/attributes/industry | \"RETIAL\" | expected one of CONSTRUCTION, RETAIL, found `RETIAL`; did you mean `RETAIL`?",
        "/customer/attributes/industry | 5 | expected code, found 5",
        "/customer/attributes/branchCount | 1.5 | expected whole number 0..100, found 1.5",
        "/customer/attributes/branchCount | 101 | expected whole number 0..100, found 101",
        "/customer/attributes/branchCount | \"7\" | expected whole number 0..100, found `7`",
        "/customer/attributes/branchCount | 1e999 | exponent beyond",
        "/customer/attributes/public | \"yes\" | expected yes/no, found `yes`",
        "/customer/attributes/auditedOn | \"2026-02-30\" | expected date, found `2026-02-30`",
        "/customer/attributes/retentionPercent | 5 | unknown property",
        "/receivables/0/attributes/tags | [\"A\", \"C\"] | expected list of codes, found […]",
        "/receivables/0/attributes/tags | {\"A\": {\"B\": 1}} | expected list of codes, found {…}",
      })
  void whatDoesNotFitIsAFaultAtItsPlace(String pointer, String json, String message) {
    String place = pointer.substring(0, pointer.lastIndexOf('/'));
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    String text =
        cases()
            .with(place, "{ \"" + name + "\": 0 }")
            .json()
            .replace("\"" + name + "\":0", "\"" + name + "\":" + json);
    try {
      new CaseReader(POLICY)
          .read(text.getBytes(StandardCharsets.UTF_8), Optional.empty(), Cases.NOW);
      throw new AssertionError("was read");
    } catch (InvalidCase e) {
      assertThat(e.faults()).extracting(CaseFault::pointer).containsExactly(pointer);
      assertThat(e.faults().get(0).message().en()).contains(message);
    }
  }
}
