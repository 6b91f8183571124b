package dev.huikuan.policy;

import static dev.huikuan.policy.TablePolicies.csv;
import static dev.huikuan.policy.TablePolicies.decide;
import static dev.huikuan.policy.TablePolicies.findings;
import static dev.huikuan.policy.TablePolicies.policy;
import static dev.huikuan.policy.TablePolicies.rows;
import static dev.huikuan.policy.TablePolicies.xlsx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.RawWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files in, policy and findings out. */
class PolicyLoaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static final String TIER =
      "Decision,risk-tier\nHit policy,F\n\n,When,,Then\n"
          + "Row,Days past due,Customer segment,Risk tier\n"
          + "R-10,31..60,\"KEY, STANDARD\",B\nR-20,> 60,-,C\n";

  @Test
  void aPolicyOfOneTableWithoutRulesOrCataloguesLoads() {
    Policy policy = policy(csv("风险.csv", TIER));

    assertThat(policy.tables()).hasSize(1);
    assertThat(policy.actions().find("FRIENDLY_REMINDER")).isPresent();
    assertThat(policy.parameters().value("contactCap", TODAY)).isEqualTo(Value.whole(3));
    assertThat(decide(policy, TODAY, Map.of("daysPastDue", Value.whole(61))))
        .containsEntry("riskTier", Value.code("C"));
    assertThat(policy.tables().get(0).table().location()).isEqualTo("decision-tables/风险.csv#A1");
  }

  @Test
  void anEmptyFolderIsAPolicyThatDecidesNothing() {
    assertThat(policy().tables()).isEmpty();
  }

  @Test
  void theSameContentInAWorkbookAndInACsvDecidesTheSame() {
    byte[] workbook =
        new RawWorkbook()
            .sheet(
                "风险",
                RawWorkbook.row(1, "A", "Decision", "B", "risk-tier")
                    + RawWorkbook.row(2, "A", "Hit policy", "B", "F")
                    + RawWorkbook.row(4, "B", "When", "D", "Then")
                    + RawWorkbook.row(
                        5,
                        "A",
                        "Row",
                        "B",
                        "Days past due",
                        "C",
                        "Customer segment",
                        "D",
                        "Risk tier")
                    + RawWorkbook.row(6, "A", "R-10", "B", "31..60", "C", "KEY, STANDARD", "D", "B")
                    + RawWorkbook.row(7, "A", "R-20", "B", "> 60", "C", "-", "D", "C"),
                "")
            .bytes();
    Policy fromWorkbook = policy(xlsx("t.xlsx", workbook));
    Policy fromCsv = policy(csv("t.csv", TIER));

    for (int days = 0; days <= 100; days++) {
      for (String segment : List.of("KEY", "STANDARD", "SMALL")) {
        Map<String, Value> facts =
            Map.of("daysPastDue", Value.whole(days), "customerSegment", Value.code(segment));
        assertThat(rows(fromWorkbook, TODAY, facts)).isEqualTo(rows(fromCsv, TODAY, facts));
      }
    }
  }

  @Test
  void aWorkbookSavedByLibreOfficeIsTheSamePolicy() throws IOException {
    Policy excel = policy(xlsx("excel.xlsx", Workbooks.excel().bytes()));
    Policy libreOffice = policy(xlsx("另存.xlsx", resource("/workbooks/libreoffice.xlsx")));

    assertThat(libreOffice.version()).isEqualTo(excel.version());
    for (Policy policy : List.of(excel, libreOffice)) {
      Map<String, Value> late =
          Map.of(
              "daysPastDue", Value.whole(31),
              "onTimeRatio", Value.number(new BigDecimal("0.07")),
              "signedOn", Value.date(LocalDate.of(2026, 2, 1)),
              "doNotContact", Value.flag(false),
              "outstanding", Value.whole(123_456_789_012L));
      assertThat(rows(policy, TODAY, late)).containsExactly("R-10", "D-1");
      assertThat(decide(policy, TODAY, Map.of("daysPastDue", Value.whole(90))))
          .containsEntry("riskTier", Value.code("C"));
      assertThat(decide(policy, TODAY, Map.of("daysPastDue", Value.whole(20))))
          .containsEntry("riskTier", Value.code("B"));
      assertThat(rows(policy, LocalDate.of(2025, 12, 31), late)).containsExactly("D-1");
      assertThat(policy.parameters().value("costOfCapitalPercent", LocalDate.of(2025, 1, 1)))
          .isEqualTo(Value.whole(7));
      assertThat(policy.parameters().value("costOfCapitalPercent", TODAY))
          .isEqualTo(Value.number(new BigDecimal("8.5")));
      assertThat(policy.parameters().value("materiality", TODAY)).isEqualTo(Value.whole(25));
      assertThat(policy.parameters().value("contactCap", TODAY)).isEqualTo(Value.whole(3));
    }
  }

  @Test
  void aWorkbookInTheStyleOfWpsIsRead() {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String sheet =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><x:worksheet xmlns:x=\""
            + main
            + "\""
            + " xmlns:et=\"http://www.wps.cn/officeDocument/2017/etCustomData\">"
            + "<x:sheetPr/><x:dimension ref=\"A1:C6\"/><x:cols><x:col min=\"2\" max=\"2\""
            + " hidden=\"1\"/></x:cols><x:sheetData>"
            + wps(1, "决策", "风险")
            + wps(2, "命中策略", "F")
            + wps(3, "", "条件", "结果")
            + wps(4, "行号", "逾期天数", "风险等级")
            + "<x:row r=\"5\" spans=\"1:3\" hidden=\"1\"><x:c><x:v>10</x:v></x:c>"
            + "<x:c t=\"str\"><x:v>３１～６０</x:v></x:c><x:c t=\"inlineStr\"><x:is><x:t>B</x:t>"
            + "</x:is></x:c></x:row></x:sheetData><x:phoneticPr fontId=\"1\"/></x:worksheet>";
    byte[] bytes =
        new RawWorkbook()
            .sheet("表1", "", "")
            .part("xl/worksheets/sheet1.xml", sheet)
            .part("docProps/custom.xml", "<Properties/>")
            .bytes();

    Policy policy = policy(xlsx("wps.xlsx", bytes));

    assertThat(rows(policy, TODAY, Map.of("daysPastDue", Value.whole(60)))).containsExactly("10");
    assertThat(rows(policy, TODAY, Map.of("daysPastDue", Value.whole(61)))).isEmpty();
  }

  private static String wps(int number, String... texts) {
    StringBuilder row = new StringBuilder("<x:row r=\"" + number + "\">");
    for (String text : texts) {
      row.append("<x:c t=\"inlineStr\"><x:is><x:t>" + text + "</x:t></x:is></x:c>");
    }
    return row.append("</x:row>").toString();
  }

  @Test
  void theVersionIsThatOfTheContentWhateverTheFileIsCalledAndHoweverItIsZipped()
      throws IOException {
    byte[] original = Workbooks.excel().bytes();
    String version = policy(xlsx("a.xlsx", original)).version();

    assertThat(version).matches("[0-9a-f]{16}");
    assertThat(policy(xlsx("改名.xlsx", original)).version()).isEqualTo(version);
    assertThat(policy(xlsx("a.xlsx", rezipped(original))).version()).isEqualTo(version);
    PolicyFile scenario =
        new PolicyFile("test-scenarios/s.csv", "Scenarios\n".getBytes(StandardCharsets.UTF_8));
    assertThat(policy(xlsx("a.xlsx", original), scenario).version()).isEqualTo(version);
    assertThat(policy(xlsx("a.xlsx", original), csv("t.csv", dueOn("x"))).version())
        .isNotEqualTo(version);
  }

  @Test
  void theVersionOfACsvDoesNotDependOnItsMarksAndLineEnds() {
    String version = policy(csv("t.csv", TIER)).version();

    assertThat(policy(csv("t.csv", "\uFEFF" + TIER.replace("\n", "\r\n"))).version())
        .isEqualTo(version);
    assertThat(policy(csv("t.csv", TIER.replace("31..60", "31..61"))).version())
        .isNotEqualTo(version);
    assertThat(policy(csv("t.csv", TIER.replace("R-20", "R-21"))).version()).isNotEqualTo(version);
  }

  private static String dueOn(String code) {
    return "Decision,"
        + code
        + "\nHit policy,F\n,When,Then\nRow,satisfaction,cause\nC-1,> 5,NONE\n";
  }

  private static byte[] rezipped(byte[] zip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Map<String, byte[]> parts = new java.util.TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(0);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aFolderWithALockFileAndNotesStillLoads() {
    PolicyLoader.Loaded loaded =
        PolicyLoader.load(
            List.of(
                csv("t.csv", TIER),
                xlsx("~$t.xlsx", new byte[] {1, 2, 3}),
                csv("README.md", "# words"),
                xlsx("._t.xlsx", new byte[] {0}),
                csv("old/t.csv", TIER),
                new PolicyFile("notes/x.xlsx", new byte[] {1}),
                new PolicyFile("decision.csv", new byte[] {1})));

    assertThat(loaded.policy()).isPresent();
    assertThat(loaded.findings())
        .extracting(f -> f.severity() + " " + f.location())
        .containsExactly("INFO decision-tables/old/t.csv", "INFO decision-tables/~$t.xlsx");
  }

  @Test
  void rulesMustBeUtf8() {
    byte[] gbk = "// 规则\n".getBytes(Charset.forName("GB18030"));

    assertThat(findings(new PolicyFile("rules/holds.drl", gbk)))
        .containsExactly("FILE_REFUSED rules/holds.drl");
  }

  @Test
  void cellsThatAWorkbookMakesDifficultGiveTheirErrorOrTheirValue() {
    byte[] bytes =
        new RawWorkbook()
            .formats("0%", "#14", "#16")
            .sheet(
                "T",
                RawWorkbook.row(1, "A", "Decision", "B", "t")
                    + RawWorkbook.row(2, "A", "Hit policy", "B", "F")
                    + RawWorkbook.row(3, "B", "When", "E", "Then")
                    + RawWorkbook.row(
                        4,
                        "A",
                        "Row",
                        "B",
                        "Days past due",
                        "C",
                        "On time ratio",
                        "D",
                        "Credit limit",
                        "E",
                        "Risk tier")
                    + RawWorkbook.row(
                        5,
                        "A",
                        "formula-error",
                        "B",
                        "< t=\"e\"><f>1/0</f><v>#DIV/0!</v>",
                        "E",
                        "A")
                    + RawWorkbook.row(6, "A", "no-value", "B", "<><f>NOW()</f>", "E", "A")
                    + RawWorkbook.row(
                        7, "A", "percent-of-days", "B", "< s=\"1\"><v>0.3</v>", "E", "A")
                    + RawWorkbook.row(8, "A", "not-a-percent", "C", 30, "E", "A")
                    + RawWorkbook.row(9, "A", "date", "B", "< s=\"3\"><v>46052</v>", "E", "A")
                    + RawWorkbook.row(10, "A", "12-digits", "D", "<><v>123456789012</v>", "E", "A")
                    + RawWorkbook.row(
                        11, "A", "14-digits", "D", "<><v>12345678901234</v>", "E", "A")
                    + RawWorkbook.row(12, "A", "a", "D", "'> 5", "E", "=1+1")
                    + RawWorkbook.row(13, "A", "percent", "C", "< s=\"1\"><v>0.07</v>", "E", "A"),
                "")
            .bytes();

    assertThat(findings(xlsx("t.xlsx", bytes)))
        .containsExactly(
            "FORMULA decision-tables/t.xlsx#T!B5",
            "FORMULA decision-tables/t.xlsx#T!B6",
            "CELL_TYPE decision-tables/t.xlsx#T!B7",
            "CELL_RANGE decision-tables/t.xlsx#T!C8",
            "CELL_TYPE decision-tables/t.xlsx#T!B9",
            "CELL_RANGE decision-tables/t.xlsx#T!D11",
            "CELL_SYNTAX decision-tables/t.xlsx#T!D12",
            "CELL_SYNTAX decision-tables/t.xlsx#T!E12");
  }

  @Test
  void aTableOfFiveThousandRowsLoads() {
    StringBuilder table =
        new StringBuilder(
            "Decision,big\nHit policy,F\n,When,,Then\nRow,outstanding,cause,riskTier\n");
    for (int i = 0; i < 5_000; i++) {
      table.append("R-" + i + "," + i + ".." + i + ",,B\n");
    }
    Policy policy = policy(csv("big.csv", table.toString()), csv("c.csv", dueOn("cause")));

    assertThat(rows(policy, TODAY, Map.of("outstanding", Value.whole(4_321))))
        .containsExactly("R-4321");
  }

  @Test
  void findingsAreInTheOrderOfReading() {
    PolicyFile file =
        csv(
            "t.csv",
            "Decision,t\nHit policy,F\n,When,Then\nRow,daysPastDue,riskTier\n"
                + "R,x,A\nS,1,Q\n,y,B\nT,z,B\nU,1,A\nV,1,A\nW,q,A\n");

    assertThat(PolicyLoader.load(List.of(file)).findings())
        .extracting(Finding::location)
        .extracting(l -> l.substring(l.indexOf('#')))
        .containsExactly("#B5", "#C6", "#A7", "#B8", "#B11");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PolicyLoaderTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
