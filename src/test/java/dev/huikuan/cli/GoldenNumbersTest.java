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

  private static final String REFERENCE_RATES =
      """
      Parameters,parameters
      Code,Type,Value,Effective from,Label (zh),Label (en)
      reference,percent,3.15,2025-01-01,基准利率,Reference
      reference,percent,2.15,2025-07-01,,
      reference,percent,2.15,2026-01-01,,
      exchangeRate GBP,,9.4,,,
      exchangeRate EUR,,7.9,,,
      """;

  private static final String EUROPEAN =
      """
      Decision,late-interest
      Hit policy,FIRST

      ,When,Then
      Row,daysPastDue,interestAnnualPercent,interestDayBase,interestFixedSum,interestFixedSumCurrency
      LI-1,-,reference@accrual + %s,365,40,EUR
      """;

  private static String overdue(String amount, String currency, String dueOn, String asOf) {
    return """
        {"asOf": "%s", "customer": {"id": "C", "jurisdiction": "FR"},
         "receivables": [{"id": "R", "currency": "%s", "amount": %s, "dueOn": "%s"}]}
        """
        .formatted(asOf, currency, amount, dueOn);
  }

  private JsonNode interest(String theCase, int points) throws IOException {
    return decide(theCase, EUROPEAN.formatted(points), REFERENCE_RATES).at("/receivables/0");
  }

  /**
   * Directive 2011/7/EU, half-year by half-year. 11 May to 30 June 2025: 21 + 30 = 51 days at 3.15
   * + 8 = 11.15 %: 10 000 × 0.1115 × 51 ÷ 365 = 56 865 ÷ 365 = 155.794… = 155.79. 1 July to 30
   * September: 31 + 31 + 30 = 92 days at 2.15 + 8 = 10.15 %: 10 000 × 0.1015 × 92 ÷ 365 = 93 380 ÷
   * 365 = 255.835… = 255.84. With 40 once: 155.79 + 255.84 + 40 = 451.63.
   */
  @Test
  void europeanInterestOverTwoHalfYears() throws IOException {
    JsonNode item = interest(overdue("10000", "EUR", "2025-05-10", "2025-09-30"), 8);

    assertThat(item.path("accruedInterest").asText()).isEqualTo("451.63");
    assertThat(item.path("interestBasis").asText())
        .isEqualTo(
            "By period: 2025-05-11 to 2025-06-30 (51 days): 11.15 % a year, EUR 155.79; "
                + "2025-07-01 to 2025-09-30 (92 days): 10.15 % a year, EUR 255.84.");
  }

  /**
   * The change of 1 January 2026 changes nothing, so the second piece runs on. 30 June 2025: one
   * day at 12.15 %: 1 234.56 × 0.1215 ÷ 365 = 149.99904 ÷ 365 = 0.410… = 0.41. 1 July 2025 to 31
   * January 2026: 184 + 31 = 215 days at 11.15 %: 1 234.56 × 0.1115 × 215 ÷ 365 = 29 595.4896 ÷ 365
   * = 81.083… = 81.08. 40 euros are 40 × 7.9 ÷ 9.4 = 33.617… = 33.62 pounds. 0.41 + 81.08 + 33.62 =
   * 115.11.
   */
  @Test
  void aRateThatStaysMakesOnePieceAndTheFixedSumIsConverted() throws IOException {
    JsonNode item = interest(overdue("1234.56", "GBP", "2025-06-29", "2026-01-31"), 9);

    assertThat(item.path("accruedInterest").asText()).isEqualTo("115.11");
    assertThat(item.path("interestBasis").asText())
        .isEqualTo(
            "By period: 2025-06-30 to 2025-06-30 (1 day): 12.15 % a year, GBP 0.41; "
                + "2025-07-01 to 2026-01-31 (215 days): 11.15 % a year, GBP 81.08. "
                + "The fixed sum of EUR 40.00 is GBP 33.62 at the exchange rate.");
  }

  /** 1 July to 30 September 2025 at 10.15 %, as above: one rate needs no list of pieces. */
  @Test
  void withinOneHalfYearThereIsOnePiece() throws IOException {
    JsonNode item = interest(overdue("10000", "EUR", "2025-06-30", "2025-09-30"), 8);

    assertThat(item.path("accruedInterest").asText()).isEqualTo("295.84");
    assertThat(item.path("interestBasis").asText()).isEmpty();
  }

  /**
   * 11 to 31 December 2024 has no rate; 1 to 10 January 2025: 365 000 × 0.1115 × 10 ÷ 365 = 1 115.
   */
  @Test
  void daysWithoutAKnownRateAndAFixedSumWithoutExchangeRateAreNotClaimed() throws IOException {
    JsonNode item = interest(overdue("365000", "XPF", "2024-12-10", "2025-01-10"), 8);

    assertThat(item.path("accruedInterest").asText()).isEqualTo("1115");
    assertThat(item.path("interestBasis").asText())
        .isEqualTo(
            "By period: 2024-12-11 to 2024-12-31: none, the rate is unknown; "
                + "2025-01-01 to 2025-01-10 (10 days): 11.15 % a year, XPF 1,115. "
                + "The fixed sum of EUR 40.00 is left out: there is no exchange rate.");
  }
}
