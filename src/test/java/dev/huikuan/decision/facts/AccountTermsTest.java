package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums, ratios and ages of the account. */
class AccountTermsTest {

  private static Value number(String decimal) {
    return Value.number(new BigDecimal(decimal));
  }

  private static Cases milestones(String... milestones) {
    return DueDateTest.withContract(
        "{ \"id\": \"K\", \"totalAmount\": 10000, \"milestones\": ["
            + String.join(", ", milestones)
            + "] }");
  }

  @Test
  void moneyIsAddedInTheBaseCurrency() {
    Cases cases =
        Cases.thirtyDaysLate()
            .with(
                "/receivables/-",
                "{ \"id\": \"U\", \"currency\": \"USD\", \"amount\": 100, \"dueOn\": \"2026-07-31\" }");
    assertThat(cases.book().account("outstanding")).isEqualTo(Value.whole(1710));
    assertThat(cases.book().account("overdue")).isEqualTo(Value.whole(1000));
    assertThat(cases.book().account("overdueShare")).isEqualTo(number("0.584795"));
    assertThat(cases.book().receivable("U", "outstanding")).isEqualTo(Value.whole(100));
    assertThat(cases.facts().exchangeRates()).containsOnlyKeys("USD");
  }

  @Test
  void aCurrencyWithoutARateMakesSumsUnknownAndIsNamed() {
    Cases cases =
        Cases.thirtyDaysLate()
            .with(
                "/receivables/-",
                "{ \"id\": \"B\", \"currency\": \"BHD\", \"amount\": 100, \"dueOn\": \"2026-07-31\" }");
    assertThat(cases.book().account("outstanding")).isEqualTo(Value.UNKNOWN);
    assertThat(cases.book().account("exposure")).isEqualTo(Value.UNKNOWN);
    assertThat(cases.book().account("collectible")).isEqualTo(Value.whole(1000));
    assertThat(cases.facts().currenciesWithoutRate()).containsExactly("BHD");
  }

  @Test
  void creditUtilizationIsExposureOverTheLimitAndUnknownWithoutOne() {
    assertThat(Cases.thirtyDaysLate().book().account("creditUtilization")).isEqualTo(Value.UNKNOWN);
    Cases limit = Cases.thirtyDaysLate().with("/customer/creditLimit", "800");
    assertThat(limit.book().account("creditUtilization")).isEqualTo(number("1.25"));
    assertThat(limit.with("/customer/creditLimit", "0").book().account("creditUtilization"))
        .isEqualTo(Value.UNKNOWN);
  }

  @Test
  void completedWorkCountsOnlyWhenItsInvoiceIsKnownNotToBeThere() {
    String done = "{ \"id\": \"M\", \"percent\": 40, \"completedOn\": \"2026-06-01\" %s }";
    assertThat(milestones(done.formatted("")).book().account("notYetInvoiced"))
        .isEqualTo(Value.whole(0));
    Cases open = milestones(done.formatted(", \"invoicedOn\": null"));
    assertThat(open.book().account("notYetInvoiced")).isEqualTo(Value.whole(4000));
    assertThat(open.book().account("exposure")).isEqualTo(Value.whole(5000));
    assertThat(
            milestones(
                    "{ \"id\": \"M\", \"percent\": 40, \"completedOn\": null, \"invoicedOn\": null }")
                .book()
                .account("notYetInvoiced"))
        .isEqualTo(Value.whole(0));
    assertThat(
            milestones("{ \"id\": \"M\", \"completedOn\": \"2026-06-01\", \"invoicedOn\": null }")
                .book()
                .account("notYetInvoiced"))
        .isEqualTo(Value.UNKNOWN);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\": \"ACCEPTANCE\", \"acceptedOn\": null | 4000",
        "\"kind\": \"ACCEPTANCE\" | 0",
        "\"kind\": \"ACCEPTANCE\", \"acceptedOn\": \"2026-06-02\" | 0",
        "\"kind\": \"ACCEPTANCE\", \"acceptanceRequired\": false, \"acceptedOn\": null | 0",
        "\"kind\": \"PROGRESS\", \"acceptedOn\": null | 0",
        "\"kind\": \"PROGRESS\", \"acceptanceRequired\": true, \"acceptedOn\": null | 4000",
      })
  void acceptanceIsAwaitedOnlyWhereItIsRequiredAndKnownNotToHaveCome(String rest, long expected) {
    Cases cases =
        milestones(
                "{ \"id\": \"M\", \"percent\": 40, \"completedOn\": \"2026-06-01\", " + rest + " }")
            .with("/receivables/0/milestoneId", "\"M\"");
    assertThat(cases.book().account("notYetAccepted")).isEqualTo(Value.whole(expected));
    assertThat(cases.book().receivable("R", "acceptancePending"))
        .isEqualTo(Value.flag(expected > 0));
  }

  @Test
  void paidPercentComesFromThePaidAmountElseFromMilestonesAndReceivables() {
    Cases paid =
        milestones()
            .with("/contracts/0/paidAmount", "2500")
            .with("/contracts/0/progressPercent", "80");
    assertThat(paid.book().account("paidPercent")).isEqualTo(Value.whole(25));
    assertThat(paid.book().account("progressAheadOfPayment")).isEqualTo(Value.whole(55));
    Cases derived =
        milestones("{ \"id\": \"M\", \"percent\": 40, \"invoicedOn\": \"2026-05-01\" }");
    assertThat(derived.book().account("paidPercent")).isEqualTo(Value.whole(30));
    assertThat(milestones().book().account("paidPercent")).isEqualTo(Value.UNKNOWN);
  }

  @Test
  void theTailIsTheLastMilestoneOfSeveral() {
    assertThat(
            milestones("{ \"id\": \"M\", \"percent\": 90 }", "{ \"id\": \"N\", \"percent\": 10 }")
                .book()
                .account("tailShare"))
        .isEqualTo(number("0.1"));
    assertThat(milestones("{ \"id\": \"M\", \"percent\": 100 }").book().account("tailShare"))
        .isEqualTo(Value.whole(0));
    assertThat(milestones().book().account("tailShare")).isEqualTo(Value.UNKNOWN);
  }

  @Test
  void unappliedCashIsCashNotCreditNotes() {
    Cases cases = Cases.thirtyDaysLate();
    assertThat(cases.book().account("unappliedCash")).isEqualTo(Value.UNKNOWN);
    cases.with(
        "/credits",
        "[ { \"id\": \"N\", \"kind\": \"CREDIT_NOTE\", \"amount\": 5 }, { \"id\": \"C\", \"kind\": \"UNAPPLIED_CASH\", \"amount\": 7 } ]");
    assertThat(cases.book().account("unappliedCash")).isEqualTo(Value.whole(7));
  }

  @ParameterizedTest(name = "bank data of {0} are {1} business days old")
  @CsvSource({"2026-06-30, 0", "2026-06-29, 1", "2026-06-26, 2", "2026-06-25, 3", "2026-06-24, 4"})
  void bankDataAgeInBusinessDays(String day, long age) {
    assertThat(
            Cases.thirtyDaysLate()
                .with("/bankDataAsOf", '"' + day + '"')
                .book()
                .account("bankDataAgeDays"))
        .isEqualTo(Value.whole(age));
  }

  @Test
  void aReconciliationThatNeverWasHasNoAge() {
    Cases cases = Cases.thirtyDaysLate().with("/lastReconciledOn", "null");
    assertThat(cases.book().account("lastReconciledOn")).isEqualTo(Value.NOT_YET);
    assertThat(cases.book().account("daysSinceReconciliation")).isEqualTo(Value.UNKNOWN);
    cases.with("/lastReconciledOn", "\"2026-06-01\"");
    assertThat(cases.book().account("daysSinceReconciliation")).isEqualTo(Value.whole(29));
  }

  @Test
  void parametersAreReadAsTheyStandAtAsOf() {
    assertThat(Cases.thirtyDaysLate().book().account("lprOneYear")).isEqualTo(Value.whole(3));
    assertThat(Cases.thirtyDaysLate().asOf("2025-05-19").book().account("lprOneYear"))
        .isEqualTo(number("3.1"));
    var policy = BuiltIn.policy(Map.of("materiality", Value.whole(5)), List.of());
    assertThat(Cases.thirtyDaysLate().under(policy).book().account("materiality"))
        .isEqualTo(Value.whole(5));
  }

  @ParameterizedTest(name = "law {0}, seat {1}: {2}")
  @CsvSource({
    "CN, US, CN",
    ", CN, CN",
    ", GB, UK",
    ", UK, UK",
    ", US, US",
    ", DE, EU",
    ", HR, EU",
    ", NO, OTHER",
    ", CH, OTHER",
    ", HK, OTHER",
    "DE, CN, EU",
  })
  void legalRegionIsThatOfTheGoverningLawElseOfTheSeat(String law, String seat, String region) {
    Cases cases =
        DueDateTest.withContract("{ \"id\": \"K\" }")
            .with("/customer/jurisdiction", '"' + seat + '"');
    if (law != null) {
      cases.with("/contracts/0/governingLaw", '"' + law + '"');
    }
    assertThat(cases.book().account("legalRegion")).isEqualTo(Value.code(region));
  }

  @Test
  void withoutLawAndSeatTheRegionIsUnknown() {
    assertThat(Cases.thirtyDaysLate().book().account("legalRegion")).isEqualTo(Value.UNKNOWN);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"contract\": true, \"invoice\": true, \"delivery\": true | yes",
        "\"contract\": true, \"invoice\": true, \"acceptance\": true, \"delivery\": false | yes",
        "\"contract\": true, \"invoice\": true, \"acceptance\": false, \"delivery\": false | no",
        "\"contract\": true, \"invoice\": true, \"delivery\": false | unknown",
        "\"contract\": false, \"invoice\": true | no",
        "\"contract\": true | unknown",
      })
  void evidenceIsCompleteWithContractInvoiceAndProofOfPerformance(
      String evidence, String expected) {
    Value value =
        Cases.thirtyDaysLate()
            .with("/receivables/0/evidence", "{" + evidence + "}")
            .book()
            .account("evidenceComplete");
    assertThat(value)
        .isEqualTo(expected.equals("unknown") ? Value.UNKNOWN : Value.flag(expected.equals("yes")));
  }

  @Test
  void anAccountWithoutReceivablesOwesNothing() {
    Cases empty = Cases.thirtyDaysLate().with("/receivables", "[]");
    assertThat(empty.book().account("outstanding")).isEqualTo(Value.whole(0));
    assertThat(empty.book().account("daysPastDue")).isEqualTo(Value.whole(0));
    assertThat(empty.book().account("overdueShare")).isEqualTo(Value.UNKNOWN);
    assertThat(empty.facts().leading()).isEmpty();
  }
}
