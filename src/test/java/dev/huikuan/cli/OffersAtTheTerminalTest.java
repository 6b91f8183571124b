package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offers as the command line tells them: in words, and in the columns of the worklist. */
class OffersAtTheTerminalTest {

  private static final List<String> TABLES =
      List.of(
          """
          Decision,discount,Discount,折扣
          Hit policy,FIRST

          ,When,Then
          Row,daysPastDue,discountKind,discountPercent,discountValidDays
          DI-010,<= 0,EARLY,2,10
          """,
          """
          Decision,installments,Installments,分期
          Hit policy,FIRST

          ,When,Then
          Row,daysPastDue,installmentCount,downPaymentPercent,installmentIntervalDays,installmentAnnualInterestPercent,installmentMethod
          IN-010,>= 20,4,30,30,6,EQUAL_PRINCIPAL
          """,
          """
          Decision,extension,Extension,展期
          Hit policy,FIRST

          ,When,Then
          Row,daysPastDue,extensionKind,extensionDays
          EX-010,1..10,GRACE,14
          """,
          """
          Decision,next-action,Next action,下一步动作
          Hit policy,RULE ORDER

          ,When,Then
          Row,daysPastDue,nextAction
          NA-010,>= 1,COLLECTION_CALL
          """);

  /** One invoice to be paid early, one to be spread, one that gets more time. */
  private static final String CASE =
      """
      { "asOf": "2026-06-01", "customer": { "id": "C", "averageDaysLate": 9 },\
       "receivables": [\
       { "id": "R1", "currency": "CNY", "amount": 100000, "dueOn": "2026-06-25" },\
       { "id": "R2", "currency": "CNY", "amount": 270000, "dueOn": "2026-05-01" },\
       { "id": "R3", "currency": "CNY", "amount": 30000, "dueOn": "2026-05-28" } ] }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void policy() throws IOException {
    Files.createDirectories(folder.resolve("decision-tables"));
    Files.createDirectories(folder.resolve("rules"));
    for (String table : TABLES) {
      String code = table.split(",")[1];
      Files.writeString(folder.resolve("decision-tables/" + code + ".csv"), table);
    }
    for (String rules : List.of("holds.drl", "choice.drl")) {
      Files.copy(Path.of("rules", rules), folder.resolve("rules/" + rules));
    }
  }

  private String ran(String... arguments) {
    Terminal.Ran ran = new Terminal().input(CASE).run(arguments);
    assertThat(ran.err()).doesNotContain("Exception");
    return ran.out();
  }

  @Test
  void theTextSaysWhatMayBeOfferedInBothLanguages() {
    String policy = folder.toString();
    assertThat(ran("decide", "-", "--policy", policy, "--format", "text", "--lang", "en"))
        .contains("Early-payment discount 2 % [R1]")
        .contains("pay CNY 98,000.00 by 2026-06-11, saving CNY 2,000.00")
        .contains("Installment plan, 4 installments [R2]", "down payment CNY 81,000.00")
        .containsPattern("2026-07-01 +47,250.00 +945.00 +48,195.00")
        .containsPattern("sum +189,000.00 +2,362.50 +191,362.50")
        .contains("Grace period of ", "[R3]", "late interest pauses");
    assertThat(ran("decide", "-", "--policy", policy, "--format", "text", "--lang", "zh"))
        .contains("提前付款折扣 2 % [R1]", "客户实付 CNY 98,000.00", "分期付款 4 期 [R2]")
        .contains("首付 CNY 81,000.00", "等额本金", "宽限期")
        .doesNotContain("Installment", "offer");
  }

  @Test
  void theWorklistHasTheOffersInItsColumns() {
    String[] lines =
        ran("portfolio", "--input", "-", "--policy", folder.toString(), "--lang", "en")
            .split("\r\n");
    List<String> header = List.of(lines[0].substring(1).split(","));
    String[] cells = lines[1].split(",", -1);
    assertThat(cells[header.indexOf("discountPercent")]).isEqualTo("2");
    assertThat(cells[header.indexOf("discountPayBy")]).isEqualTo("2026-06-11");
    assertThat(cells[header.indexOf("installmentCount")]).isEqualTo("4");
    assertThat(cells[header.indexOf("downPayment")]).isEqualTo("81000");
    assertThat(cells[header.indexOf("extensionDays")]).matches("1[0-9]");
  }
}
