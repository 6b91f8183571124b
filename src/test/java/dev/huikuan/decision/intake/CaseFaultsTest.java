package dev.huikuan.decision.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of a case: all at once, each at its place, in words that help. */
class CaseFaultsTest {

  @Test
  void everyFaultOfABrokenCaseIsToldAtOnceWithItsPointer() {
    InvalidCase invalid =
        Faults.of(
            """
            { "asOf": "21.11.2026", "leger": "x",
              "customer": { "segment": "KYE", "creditScore": 1001, "timeZone": "Asia/Shangai",
                "jurisdiction": "ZZ", "doNotContact": "no", "onTimeRatio": 1.5,
                "attributes": { "shoeSize": 43 } },
              "contracts": [ { "id": "K", "currency": "CNX", "milestones": [ { "id": "M" }, { "id": "M" } ] }, { "id": "K" } ],
              "receivables": [
                { "id": "R", "contractId": "K1", "amount": -1 },
                { "id": "R", "dueOn": "2026-02-30" },
                { "id": "", "amount": "12", "milestoneId": "M" },
                { "id": "S", "contractId": "K", "milestoneId": "N", "amount": 1e13 } ],
              "credits": [ { "id": "C", "kind": "GIFT", "amount": 0.1234567 } ],
              "promises": [ { "amount": 5, "dueOn": null } ],
              "agreements": [ { "id": "A", "kind": "GRACE", "receivableIds": [] } ],
              "contacts": [ { "at": "2026-06-01" } ],
              "actionsTaken": [ { "code": "call", "at": "2026-06-01T10:00:00" } ],
              "whatIf": { "set": {} } }
            """);
    assertThat(invalid.isMalformed()).isFalse();
    assertThat(invalid.faults())
        .extracting(CaseFault::pointer, CaseFault::code)
        .containsExactly(
            tuple("/actionsTaken/0/at", "FORMAT"),
            tuple("/actionsTaken/0/code", "FORMAT"),
            tuple("/agreements/0/receivableIds", "LENGTH"),
            tuple("/agreements/0/until", "REQUIRED"),
            tuple("/asOf", "FORMAT"),
            tuple("/contacts/0/at", "FORMAT"),
            tuple("/contracts/0/currency", "VALUE"),
            tuple("/contracts/0/milestones/1/id", "DUPLICATE"),
            tuple("/contracts/1/id", "DUPLICATE"),
            tuple("/credits/0/amount", "RANGE"),
            tuple("/credits/0/kind", "VALUE"),
            tuple("/customer/attributes/shoeSize", "UNKNOWN_PROPERTY"),
            tuple("/customer/creditScore", "RANGE"),
            tuple("/customer/doNotContact", "TYPE"),
            tuple("/customer/id", "REQUIRED"),
            tuple("/customer/jurisdiction", "VALUE"),
            tuple("/customer/onTimeRatio", "RANGE"),
            tuple("/customer/segment", "VALUE"),
            tuple("/customer/timeZone", "VALUE"),
            tuple("/leger", "UNKNOWN_PROPERTY"),
            tuple("/promises/0/dueOn", "TYPE"),
            tuple("/receivables/0/amount", "RANGE"),
            tuple("/receivables/0/contractId", "REFERENCE"),
            tuple("/receivables/1/amount", "REQUIRED"),
            tuple("/receivables/1/dueOn", "FORMAT"),
            tuple("/receivables/1/id", "DUPLICATE"),
            tuple("/receivables/2/amount", "TYPE"),
            tuple("/receivables/2/id", "LENGTH"),
            tuple("/receivables/2/milestoneId", "REFERENCE"),
            tuple("/receivables/3/amount", "RANGE"),
            tuple("/receivables/3/milestoneId", "REFERENCE"),
            tuple("/whatIf", "NOT_ALLOWED"));
    assertThat(invalid.faults())
        .allSatisfy(
            fault -> {
              assertThat(fault.message().en()).matches("[\\x20-\\x7e…]+").isNotBlank();
              assertThat(fault.message().zh()).containsPattern("\\p{IsHan}");
            });
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/customer/segment     | \"STRATEGC\"     | did you mean `STRATEGIC`?",
        "/customer/timeZone    | \"Asia/Shangai\" | did you mean `Asia/Shanghai`",
        "/customer/sise        | 1                | did you mean `size`?",
        "/customer/creditScore | 640.5            | expected a whole number, found 640.5",
        "/customer/id          | \"a\\nb\"        | expected a name without control characters",
        "/customer/id          | ~\"  \"~         | expected a name without control characters",
        "/customer/attributes  | {\"x\": 1}       | unknown property `x`",
        "/receivables/0/currency   | \"CNX\"      | unknown currency `CNX`",
        "/receivables/0/currency   | \"XXX\"      | unknown currency `XXX`",
        "/receivables/0/currency   | \"cny\"      | expected an ISO 4217 currency such as CNY, found `cny`",
        "/receivables/0/contractId | \"K\"        | the case has no contract `K`",
        "/receivables/0/amount     | \"1000\"     | expected a number, found `1000`",
        "/receivables/0/amount     | -1           | expected 0 to 10^12, found -1",
        "/receivables/0/dueOn      | \"2026-02-30\" | years 1900 to 9999, found `2026-02-30`",
        "/receivables/0/dueOn      | \"0202-02-20\" | years 1900 to 9999, found `0202-02-20`",
      })
  void aFaultSaysWhatWasFoundAndWhatWouldFit(String pointer, String json, String message) {
    assertThat(Faults.in(Cases.thirtyDaysLate().with(pointer, json)))
        .anySatisfy(
            fault -> {
              assertThat(fault.pointer()).startsWith(pointer);
              assertThat(fault.message().en()).contains(message);
            });
  }

  @Test
  void amountsThatAddUpBeyondTheBoundAreRefused() {
    Cases huge =
        Cases.thirtyDaysLate()
            .with("/receivables/0/amount", "999999999999")
            .with("/receivables/-", "{ \"id\": \"S\", \"amount\": 1 }");
    assertThat(Faults.in(huge)).extracting(CaseFault::pointer).containsExactly("/receivables");
  }

  @Test
  void aCreditMustBeInTheCurrencyOfItsReceivable() {
    Cases cases =
        Cases.thirtyDaysLate()
            .with("/receivables/0/currency", "\"CNY\"")
            .with(
                "/credits",
                "[ { \"id\": \"C\", \"kind\": \"CREDIT_NOTE\", \"amount\": 1, \"currency\":"
                    + " \"USD\", \"receivableId\": \"R\" } ]");
    assertThat(Faults.in(cases))
        .extracting(CaseFault::pointer)
        .containsExactly("/credits/0/currency");
  }

  @Test
  void whatPromisesCreditsAndAgreementsNameMayBeMissing() {
    Cases cases =
        Cases.thirtyDaysLate()
            .with(
                "/promises",
                "[ { \"receivableId\": \"X\", \"amount\": 1, \"dueOn\": \"2026-07-01\" } ]")
            .with(
                "/credits",
                "[ { \"id\": \"C\", \"kind\": \"CREDIT_NOTE\", \"amount\": 1, \"receivableId\": \"X\" } ]")
            .with(
                "/agreements",
                "[ { \"id\": \"A\", \"kind\": \"GRACE\", \"until\": \"2026-07-01\", \"receivableIds\": [\"X\"] } ]");
    assertThat(cases.facts().contradictions()).hasSize(3);
  }

  @Test
  void anAsOfFromOutsideIsCheckedToo() {
    CaseReader reader = new CaseReader(BuiltIn.policy());
    byte[] json = Cases.thirtyDaysLate().json().getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> reader.read(json, Optional.of("2026-13-01"), Cases.NOW))
        .isInstanceOfSatisfying(
            InvalidCase.class,
            e ->
                assertThat(e.faults())
                    .extracting(CaseFault::pointer, f -> f.message().en().contains("2026-13-01"))
                    .containsExactly(tuple("/asOf", true)));
  }

  @Test
  void endlessFaultsAreCountedNotListed() {
    StringBuilder json =
        new StringBuilder("{ \"customer\": { \"id\": \"C\" }, \"receivables\": []");
    for (int i = 0; i < 5000; i++) {
      json.append(", \"x").append(i).append("\": 1");
    }
    List<CaseFault> faults = Faults.of(json + "}").faults();
    assertThat(faults).hasSize(101);
    assertThat(faults.get(0).code()).isEqualTo("MORE");
    assertThat(faults.get(0).message().en()).isEqualTo("and 4900 more faults");
  }
}
