package dev.huikuan.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.domain.Text;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From a ledger to cases: what is open, what is history, what is wrong with a row. */
class LedgerTest {

  private static final String HEADER =
      "customer.id,receivable.id,receivable.currency,receivable.amount,receivable.invoicedOn,"
          + "receivable.dueOn,receivable.settledOn,receivable.disputed,receivable.paid";

  @Test
  void aLedgerBecomesAWorklist() throws Exception {
    Ledger.Ran ran = Ledger.shipped().run();
    Summary summary = ran.summary();
    assertThat(summary.accounts()).isEqualTo(16);
    assertThat(summary.listed()).isEqualTo(10);
    assertThat(summary.nothingOpen()).isEqualTo(6);
    assertThat(summary.openReceivables()).isEqualTo(19);
    assertThat(summary.settled()).isEqualTo(96);
    assertThat(summary.invoicedLater()).isEqualTo(25);
    assertThat(summary.faultCount()).isZero();
    assertThat(summary.actions().size()).isGreaterThanOrEqualTo(3);
    assertThat(summary.holds()).containsKey("DISPUTE_OPEN");
    assertThat(summary.totals().get("USD").disputed()).isEqualByComparingTo("159370.11");
    assertThat(ran.byCustomer()).hasSize(10);
  }

  @Test
  void theOrderOfRowsDoesNotMatterAndTheSameInputGivesTheSameBytes() throws Exception {
    byte[] first = Ledger.shipped().run().output();
    assertThat(Ledger.shipped().run().output()).isEqualTo(first);
    assertThat(Ledger.shipped().reversed().run().output()).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(WorklistFormat.class)
  void rowsThatWentToDiskGiveTheSameBytes(WorklistFormat format) throws Exception {
    Ledger.Ran held = Ledger.shipped().as(format).run();
    Ledger.Ran spilled = Ledger.shipped().reversed().as(format).inMemory(1_000).run();
    assertThat(spilled.summary()).isEqualTo(held.summary());
    if (format != WorklistFormat.XLSX) {
      assertThat(spilled.output()).isEqualTo(held.output());
    }
  }

  @Test
  void aCustomerWithMoreRowsThanFitInMemoryIsNamedAndTheRestGoesOn() throws Exception {
    List<String> rows = new ArrayList<>();
    rows.add("customer.id,receivable.id,receivable.amount,receivable.dueOn");
    for (int i = 0; i <= 50_000; i++) {
      rows.add("Big," + i + ",100,2025-07-01");
    }
    rows.add("Small,1,100,2025-07-01");
    Ledger.Ran ran = Ledger.of(rows.toArray(String[]::new)).run();
    assertThat(ran.byCustomer()).containsOnlyKeys("Small");
    assertThat(ran.summary().accounts()).isEqualTo(2);
    assertThat(ran.summary().nothingOpen()).isZero();
    assertThat(ran.summary().faults()).hasSize(1);
    assertThat(ran.summary().faults().get(0).line()).isEqualTo(2);
    assertThat(ran.summary().faults().get(0).message().en()).contains("50001").contains("50000");
  }

  @Test
  void settledRowsAreHowTheCustomerBehaved() throws Exception {
    JsonNode facts =
        answer(
                Ledger.of(
                    HEADER,
                    "C-1,open,CNY,100,2025-09-01,2025-10-01,,,",
                    "C-1,early,CNY,100,2025-01-01,2025-02-01,2025-01-20,,",
                    "C-1,on the day,CNY,100,2025-01-01,2025-02-01,2025-02-01,,",
                    "C-1,ten late,CNY,100,2025-01-01,2025-02-01,2025-02-11,,",
                    "C-1,settled later,CNY,100,2025-01-01,2025-02-01,2025-12-01,,"))
            .path("facts");
    assertThat(facts.path("onTimeRatio").decimalValue()).isEqualByComparingTo("0.666667");
    assertThat(facts.path("averageDaysLate").decimalValue()).isEqualByComparingTo("3.333333");
  }

  @Test
  void whatWasSettledAfterTheDayWasOpenThen() throws Exception {
    Summary summary =
        Ledger.of(
                HEADER,
                "C-1,on the day,CNY,100,2025-01-01,2025-02-01,2025-09-30,,",
                "C-1,a day later,CNY,70,2025-01-01,2025-02-01,2025-10-01,,70",
                "C-1,partly paid,CNY,50,2025-01-01,2025-02-01,,,20",
                "C-1,invoiced later,CNY,9,2025-10-01,2025-11-01,,,")
            .run()
            .summary();
    assertThat(summary.openReceivables()).isEqualTo(2);
    assertThat(summary.totals().get("CNY").outstanding()).isEqualByComparingTo("100");
    assertThat(summary.invoicedLater()).isEqualTo(1);
    assertThat(summary.settled()).isEqualTo(1);
  }

  @Test
  void aDisputedRowIsHeldWhole() throws Exception {
    Ledger.Ran ran =
        Ledger.of(
                HEADER,
                "C-1,INV-1,CNY,5000,2025-06-01,2025-07-01,,yes,1000",
                "C-2,INV-2,CNY,5000,2025-06-01,2025-07-01,,no,1000")
            .run();
    assertThat(ran.byCustomer().get("C-1"))
        .containsEntry("disputed", "4000")
        .containsEntry("collectible", "0");
    assertThat(ran.byCustomer().get("C-1").get("holds")).contains("DISPUTE_OPEN");
    assertThat(ran.byCustomer().get("C-2"))
        .containsEntry("disputed", "0")
        .containsEntry("collectible", "4000")
        .containsEntry("overdue", "4000");
  }

  @Test
  void aNegativeRowIsACreditNoteAndLowersWhatIsClaimed() throws Exception {
    Ledger.Ran ran =
        Ledger.of(
                HEADER,
                "C-1,INV-1,CNY,5000,2025-06-01,2025-07-01,,,",
                "C-1,CN-1,CNY,-1500,2025-07-01,,,,",
                "C-2,CN-2,CNY,-1500,2025-07-01,,,,")
            .run();
    assertThat(ran.byCustomer().get("C-1"))
        .containsEntry("outstanding", "5000")
        .containsEntry("collectible", "3500");
    assertThat(ran.summary().nothingOpen()).isEqualTo(1);
  }

  @Test
  void anEmptyDateIsNotYetAndAnEmptyPauseOrDisputeIsNone() throws Exception {
    Ledger.Ran ran =
        Ledger.of(
                "customer.id,receivable.id,receivable.amount,receivable.dueOn,"
                    + "receivable.invoiceDeliveredOn,receivable.dispute.openedOn,customer.pause.until",
                "C-1,INV-1,5000,2025-07-01,,,",
                "C-2,INV-2,5000,2025-07-01,2025-06-01,,",
                "C-3,INV-3,5000,2025-07-01,2025-06-01,2025-07-02,2025-12-31")
            .run();
    assertThat(ran.byCustomer().get("C-1").get("holds")).contains("INVOICE_NOT_DELIVERED");
    assertThat(ran.byCustomer().get("C-2").get("holds")).isEmpty();
    assertThat(ran.byCustomer().get("C-3").get("holds")).contains("DISPUTE_OPEN", "EXCLUDED");
  }

  @Test
  void theNewestInvoiceIsBelievedAboutTheCustomer() throws Exception {
    Ledger.Ran ran =
        Ledger.of(
                "customer.id,customer.name,receivable.id,receivable.amount,receivable.invoicedOn",
                "C-1,新名,INV-2,5,2025-08-01",
                "C-1,旧名,INV-1,5,2025-07-01")
            .run();
    assertThat(ran.byCustomer().get("C-1")).containsEntry("customerName", "新名");
  }

  @Test
  void badRowsAreNamedByLineAndColumnAndTheRestGoesOn() throws Exception {
    Summary summary =
        Ledger.of(
                HEADER,
                "C-1,INV-1,CNY,5000,2025-06-01,2025-07-01,,,",
                "C-2,INV-2,CNY,five,2025-06-01,2025-07-01,,,",
                "C-2,INV-3,CNY,5,2025-02-30,2025-07-01,,,",
                ",INV-4,CNY,5,,,,,",
                "C-2,INV-5,CNY,5,,,,perhaps,",
                "C-2,INV-6,CNY,5",
                "C-1,INV-1,CNY,7,,,,,",
                "C-2,INV-7,CNY,1000000000000,,,,,",
                "C-2,INV-8,XXQ,5,,,,,",
                "C-2,INV-9,CNY,,,,,,")
            .run()
            .summary();
    assertThat(summary.faults())
        .extracting(fault -> fault.line() + " " + fault.column())
        .containsExactly(
            "3 receivable.amount",
            "4 receivable.invoicedOn",
            "5 customer.id",
            "6 receivable.disputed",
            "7 ",
            "8 receivable.id",
            "9 receivable.amount",
            "10 /receivables/0/currency",
            "11 receivable.amount");
    assertThat(summary.faults()).allSatisfy(f -> assertThat(f.placed().zh()).startsWith("第 "));
    assertThat(summary.faultCount()).isEqualTo(9);
    assertThat(summary.listed()).isEqualTo(1);
  }

  @Test
  void aLedgerInChineseEncodingNeedsItsNameInTheMapping() throws Exception {
    String mapping =
        """
        {"encoding": "%s", "delimiter": ";", "dateFormat": "yyyy/M/d",
         "columns": {"customer.id": "客户编号", "customer.name": "客户名称", "receivable.id": "发票号",
           "receivable.amount": "金额", "receivable.dueOn": "到期日"}}
        """;
    Ledger ledger =
        Ledger.of("客户编号;客户名称;发票号;金额;到期日", "C-1;东海机电;INV-1;\"1,234.50\";2025/7/1")
            .encoded(Charset.forName("GB18030"));
    Ledger.Ran ran = ledger.mapping(mapping.formatted("GB18030")).run();
    assertThat(ran.byCustomer().get("C-1"))
        .containsEntry("customerName", "东海机电")
        .containsEntry("outstanding", "1234.5");
    assertThatThrownBy(() -> ledger.mapping(mapping.formatted("UTF-8")).run())
        .isInstanceOf(InvalidLedger.class)
        .hasMessageContaining("the file is not UTF-8");
  }

  @Test
  void everyFaultOfAMappingIsNamedAtOnceWithTheNearestWord() {
    assertThatThrownBy(
            () ->
                Ledger.of(HEADER)
                    .mapping(
                        """
                        {"columms": {}, "delimiter": "::", "encoding": "utf-88",
                         "columns": {"customer.id": "a", "receivable.dueDate": "b"},
                         "constants": {"customer.juristiction": "US"}}
                        """)
                    .run())
        .isInstanceOfSatisfying(
            InvalidLedger.class,
            e ->
                assertThat(e.faults())
                    .extracting(Text::en)
                    .anyMatch(m -> m.contains("/columms") && m.contains("columns"))
                    .anyMatch(m -> m.contains("/delimiter"))
                    .anyMatch(m -> m.contains("/encoding"))
                    .anyMatch(m -> m.contains("receivable.dueDate"))
                    .anyMatch(m -> m.contains("customer.jurisdiction"))
                    .anyMatch(m -> m.contains("must map `receivable.id`")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          customer.id,receivable.id,receivable.amont | nearest: [receivable.amount
          name,number                                | give a mapping for other headers
          """)
  void headersThatAreNoTargetsAreNamed(String header, String message) {
    assertThatThrownBy(() -> Ledger.of(header, "a,b,c").run())
        .isInstanceOf(InvalidLedger.class)
        .hasMessageContaining(message);
  }

  @Test
  void aMappedColumnThatTheFileLacksIsNamedWithTheNearest() {
    assertThatThrownBy(
            () ->
                Ledger.of("customerID,invoiceNo,amount", "a,b,1")
                    .mapping(
                        """
                        {"columns": {"customer.id": "customerID", "receivable.id": "invoiceNr",
                          "receivable.amount": "amount"}}
                        """)
                    .run())
        .isInstanceOf(InvalidLedger.class)
        .hasMessageContaining("nearest: invoiceNo");
  }

  @Test
  void everyTargetIsAPropertyOfTheCase() throws Exception {
    List<String> names =
        Target.names().stream().filter(n -> !n.equals("receivable.disputed")).toList();
    String row = String.join(",", names.stream().map(LedgerTest::sample).toList());
    Ledger.Ran ran = Ledger.of(String.join(",", names), row).run();
    assertThat(ran.summary().faults()).isEmpty();
    assertThat(ran.summary().listed()).isEqualTo(1);
  }

  private static String sample(String name) {
    return switch (Target.named(name).orElseThrow().type()) {
      case NUMBER -> name.endsWith("Ratio") ? "0.5" : name.endsWith(".paid") ? "0" : "5";
      case DATE -> name.equals("receivable.settledOn") ? "2025-12-01" : "2025-07-01";
      case FLAG -> "no";
      case TEXT, ANY ->
          switch (name.replaceFirst(".*\\.", "")) {
            case "segment" -> "KEY";
            case "size" -> "LARGE";
            case "jurisdiction", "governingLaw" -> "CN";
            case "timeZone" -> "Asia/Shanghai";
            case "language" -> "zh";
            case "financialStress" -> "WATCH";
            case "delayReason" -> "HABIT";
            case "preferredChannel" -> "PHONE";
            case "currency" -> "CNY";
            case "per" -> "YEAR";
            case "disputeResolution" -> "ARBITRATION";
            case "reason" -> name.contains("dispute") ? "QUALITY" : "why";
            default -> "x-1";
          };
    };
  }

  private static JsonNode answer(Ledger ledger) throws Exception {
    return new JsonMapper().readTree(ledger.as(WorklistFormat.NDJSON).run().text());
  }
}
