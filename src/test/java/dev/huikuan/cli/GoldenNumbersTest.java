package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published and textbook figures, digit for digit in what {@code decide} prints. */
class GoldenNumbersTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String DUE_IN_THIRTY_DAYS =
      """
      {"asOf": "2026-06-01", "customer": {"id": "C"},
       "contracts": [{"id": "K", "netDays": 30,
         "earlyPaymentDiscount": {"percent": 2, "withinDays": 10}}],
       "receivables": [{"id": "R", "contractId": "K", "amount": 100000,
         "invoicedOn": "2026-06-01", "invoiceDeliveredOn": "2026-06-01"}]}
      """;

  @TempDir private Path folder;

  private JsonNode decide(String theCase, String... tables) throws IOException {
    Path into = Files.createDirectories(folder.resolve("decision-tables"));
    for (int i = 0; i < tables.length; i++) {
      Files.writeString(into.resolve("table-" + i + ".csv"), tables[i]);
    }
    Terminal.Ran ran =
        new Terminal().input(theCase).run("decide", "-", "--policy", folder.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    return JSON.readTree(ran.out());
  }

  @Test
  void twoPercentInTenDaysNetThirty() throws IOException {
    JsonNode discount =
        decide(
                DUE_IN_THIRTY_DAYS,
                """
                Decision,discount
                Hit policy,FIRST

                ,When,Then
                Row,daysPastDue,discountKind,discountPercent,discountValidDays
                DI-1,0,EARLY,2,10
                """,
                "Parameters,parameters\nCode,Value\ncostOfCapitalPercent,12\n")
            .path("discount");

    assertThat(discount.path("payBy").asText()).isEqualTo("2026-06-11");
    assertThat(discount.path("payNow").asText()).isEqualTo("98000");
    assertThat(discount.path("annualizedCostPercent").asText()).isEqualTo("37.24");
    assertThat(discount.path("effectiveAnnualCostPercent").asText()).isEqualTo("44.59");
    assertThat(discount.path("breakEvenPercent").asText()).isEqualTo("0.653");
  }

  @ParameterizedTest(name = "10 000 due on {0} at {1} % a year: {2}")
  @CsvSource({"2026-06-08, 18, 35", "2026-06-08, 24, 46.67", "2026-06-15, 24, 93.33"})
  void aSlidingScale(String dueOn, String percent, String discount) throws IOException {
    JsonNode answer =
        decide(
            """
            {"asOf": "2026-06-01", "customer": {"id": "C"},
             "receivables": [{"id": "R", "amount": 10000, "dueOn": "%s"}]}
            """
                .formatted(dueOn),
            """
            Decision,discount
            Hit policy,FIRST

            ,When,Then
            Row,daysPastDue,discountKind,discountAnnualPercent,discountValidDays
            DI-1,0,EARLY,%s,0
            """
                .formatted(percent));

    assertThat(answer.at("/discount/amount").asText()).isEqualTo(discount);
  }

  @Test
  void anAnnuityOfAHundredThousand() throws IOException {
    JsonNode plan =
        decide(
                """
                {"asOf": "2026-06-30", "customer": {"id": "C"},
                 "receivables": [{"id": "R", "amount": 100000, "dueOn": "2026-05-31"}]}
                """,
                """
                Decision,installments
                Hit policy,FIRST

                ,When,Then
                Row,daysPastDue,installmentCount,installmentIntervalDays,installmentAnnualInterestPercent,installmentMethod
                IN-1,> 0,6,30,12,ANNUITY
                """)
            .path("installments");

    assertThat(plan.path("schedule")).hasSize(6);
    for (int i = 0; i < 5; i++) {
      assertThat(plan.path("schedule").path(i).path("total").asText()).isEqualTo("17254.84");
    }
    assertThat(plan.path("schedule").path(5).path("total").asText()).isEqualTo("17254.82");
    assertThat(plan.path("totalInterest").asText()).isEqualTo("3529.02");
    assertThat(plan.path("downPayment").asText()).isEqualTo("0");
  }

  private static final String TEN_THOUSAND_POUNDS =
      """
      {"asOf": "2026-06-30", "customer": {"id": "C", "jurisdiction": "GB"},
       "receivables": [{"id": "R", "currency": "GBP", "amount": 10000, "dueOn": "2026-05-01"}]}
      """;

  @ParameterizedTest(name = "fixed sum {0}: {1}")
  @CsvSource({"0, 193.15", "100, 293.15"})
  void britishLateInterestOfSixtyDays(String fixedSum, String interest) throws IOException {
    JsonNode answer =
        decide(
            TEN_THOUSAND_POUNDS,
            """
            Decision,late-interest
            Hit policy,FIRST

            ,When,Then
            Row,legalRegion,interestAnnualPercent,interestDayBase,interestFixedSum
            LI-1,UK,11.75,365,%s
            """
                .formatted(fixedSum));

    assertThat(answer.at("/receivables/0/accruedInterest").asText()).isEqualTo(interest);
  }
}
