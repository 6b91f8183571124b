package dev.huikuan.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.domain.Language;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** The worklist in its three forms. */
class WorklistTest {

  private static final String COLUMNS =
      "customerId,customerName,ledger,priority,action,actionLabel,dunningLevel,channel,ownerRole,"
          + "currency,outstanding,overdue,collectible,disputed,daysPastDue,agingBucket,riskTier,"
          + "discountPercent,discountPayBy,installmentCount,downPayment,extensionDays,holds,reason,"
          + "notBefore,dueBy,nextReviewOn,policyVersion";

  private static Ledger hostileNames() {
    return Ledger.of(
        "customer.id,customer.name,receivable.id,receivable.amount,receivable.dueOn",
        "=1+1,+cmd,A,5000,2025-07-01",
        "@x,-2,B,5000,2025-07-01",
        "C,\"a, \"\"b\"\"\nc\",D,5000,2025-07-01");
  }

  @Test
  void theColumnsAreThoseOfTheContractBehindAByteOrderMark() throws Exception {
    String text = Ledger.shipped().run().text();
    assertThat(text).startsWith("\uFEFF" + COLUMNS + "\r\n");
  }

  @Test
  void textsThatASpreadsheetWouldRunGetAnApostrophe() throws Exception {
    Ledger.Ran ran = hostileNames().run();
    assertThat(ran.text()).contains("'=1+1,'+cmd,").contains("'@x,'-2,");
    assertThat(ran.text()).contains("\"a, \"\"b\"\"\nc\"");
    assertThat(ran.byCustomer().get("C")).containsEntry("outstanding", "5000");
  }

  @Test
  void workToDoComesBeforeWaitingThenByPriorityThenByOverdue() throws Exception {
    List<Map<String, String>> rows = List.copyOf(Ledger.shipped().run().byCustomer().values());
    Comparator<Map<String, String>> order =
        Comparator.comparing((Map<String, String> row) -> row.get("action").equals("WAIT"))
            .thenComparing(row -> new BigDecimal(row.get("priority")), Comparator.reverseOrder())
            .thenComparing(row -> new BigDecimal(row.get("overdue")), Comparator.reverseOrder());
    assertThat(rows).isSortedAccordingTo(order);
  }

  @Test
  void aWorkbookShowsLabelsAndHoldsTextsAsStrings() throws Exception {
    Ledger.Ran ran = hostileNames().as(WorklistFormat.XLSX).in(Language.ZH).run();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(ran.output()))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("客户编号");
      assertThat(rows.get(0).getCellText(7)).isEqualTo("渠道");
      assertThat(rows).hasSize(4);
      Row hostile =
          rows.stream().filter(r -> r.getCellText(0).equals("=1+1")).findFirst().orElseThrow();
      Cell name = hostile.getCell(0);
      assertThat(name.getType()).isEqualTo(CellType.STRING);
      assertThat(hostile.getCell(10).getType()).isEqualTo(CellType.NUMBER);
      assertThat(hostile.getCellText(7)).matches("\\p{IsHan}+");
    }
  }

  @Test
  void ndjsonHoldsTheFullAnswersInTheSameOrder() throws Exception {
    List<String> customers = List.copyOf(Ledger.shipped().run().byCustomer().keySet());
    JsonMapper json = new JsonMapper();
    List<String> answered = new java.util.ArrayList<>();
    for (String line : Ledger.shipped().as(WorklistFormat.NDJSON).run().text().lines().toList()) {
      JsonNode answer = json.readTree(line);
      assertThat(answer.path("trace").size()).isPositive();
      answered.add(answer.path("customerId").asText());
    }
    assertThat(answered).isEqualTo(customers);
  }

  @Test
  void casesInNdjsonAreDecidedAsTheyStandAndABadLineIsNamed() throws Exception {
    byte[] lines =
        """
        {"asOf":"2026-06-01","customer":{"id":"A"},"receivables":[{"id":"1","amount":500,"dueOn":"2026-05-01"}]}

        {"customer":{"id":"B"},"receivables":[],"colour":"red"}
        not json
        {"customer":{"id":"C"},"receivables":[{"id":"1","currency":"EUR","amount":5,"dueOn":"2026-01-05"},{"id":"2","currency":"USD","amount":5}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    for (String name : List.of("cases.ndjson", "cases")) {
      Ledger.Ran ran = new Ledger().csv(lines).named(name).ownAsOf().run();
      assertThat(ran.summary().listed()).isEqualTo(2);
      assertThat(ran.summary().accounts()).isEqualTo(4);
      assertThat(ran.summary().faults()).extracting(RowFault::line).containsExactly(3L, 4L);
      assertThat(ran.summary().faults().get(0).column()).isEqualTo("/colour");
      assertThat(ran.byCustomer().get("A")).containsEntry("daysPastDue", "31");
      assertThat(ran.byCustomer().get("C"))
          .containsEntry("currency", "CNY")
          .containsEntry("ledger", "default");
    }
  }

  @Test
  void theSummaryIsWrittenForPeopleAndForPrograms() throws Exception {
    Summary summary = Ledger.shipped().run().summary();
    assertThat(new SummaryText(Language.EN).written(summary))
        .contains("16 accounts, 10 listed with 19 open receivables")
        .contains("Dispute open (DISPUTE_OPEN)");
    assertThat(new SummaryText(Language.ZH).written(summary)).contains("16 个客户，列出 10 个");
    JsonNode json = SummaryJson.of(summary, Language.EN);
    assertThat(json.path("openReceivables").asInt()).isEqualTo(19);
    assertThat(json.path("aging").path("USD").path("1-30").path("receivables").asInt())
        .isEqualTo(2);
    assertThat(json.path("errors").path("count").asInt()).isZero();
  }
}
