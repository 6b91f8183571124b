package dev.huikuan.policy.table.exchange.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Severity;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.UnaryTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DMN as other modelers write it, and files that are none. */
class DmnImportTest {

  private static Vocabulary words;

  @BeforeAll
  static void vocabulary() {
    words = DefaultPolicy.load().vocabulary();
  }

  /** As a common modeler saves it: input expressions by code or label, no notes of ours. */
  private static String foreign(String namespace, String input, String cell, String output) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="%s" id="d1" name="drd" namespace="http://example.org">
          <decision id="Decision_1" name="Cause of delay">
            <decisionTable id="dt" hitPolicy="FIRST">
              <input id="i1" label="Anything">
                <inputExpression id="e1" typeRef="string"><text>%s</text></inputExpression>
              </input>
              <output id="o1" label="Cause" name="cause" typeRef="string"/>
              <rule id="r1">
                <description>why</description>
                <inputEntry id="c1"><text><![CDATA[%s]]></text></inputEntry>
                <outputEntry id="x1"><text>%s</text></outputEntry>
              </rule>
            </decisionTable>
          </decision>
        </definitions>
        """
        .formatted(namespace, input, cell, output);
  }

  private static DmnImport.Read read(String xml) {
    return DmnImport.read("a.dmn", xml.getBytes(StandardCharsets.UTF_8), words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
        "https://www.omg.org/spec/DMN/20240513/MODEL/"
      })
  void everyVersionOfDmnIsRead(String namespace) {
    DmnImport.Read read = read(foreign(namespace, "delayReason", "\"HABIT\"", "\"HABIT\""));
    assertThat(read.findings()).isEmpty();
    DecisionTable table = read.tables().get(0);
    assertThat(table.code()).isEqualTo("Cause of delay");
    assertThat(table.hitPolicy()).isEqualTo(HitPolicy.FIRST);
    assertThat(table.rows().get(0).id()).isEqualTo("R-010");
    assertThat(table.rows().get(0).note()).isEqualTo("why");
    assertThat(table.rows().get(0).inputs().get(0).test())
        .isEqualTo(new UnaryTest.CodeIn(java.util.Set.of("HABIT")));
  }

  /** FEEL on the left, the cell that says the same on the right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Days past due  | [1..30]                     | [1..30]
          daysPastDue    | ]1..30[                     | (1..30)
          daysPastDue    | < 5, > 10                   | < 5, > 10
          daysPastDue    | not(5, 7)                   | not(5, 7), unknown
          daysPastDue    | not(null)                   | known
          daysPastDue    | null, 0                     | unknown, 0
          daysPastDue    | ? >= 3 and ? < 9            | [3..9)
          daysPastDue    | ? between 3 and 9           | [3..9]
          daysPastDue    | != 4                        | != 4, unknown
          daysPastDue    | >= 2 * netDays              | >= 2 * netDays
          逾期天数       | > netDays                   | > netDays
          creditLimit    | -                           |
          customer.delayReason | "HABIT","QUALITY"     | HABIT, QUALITY
          delayReason    | not("HABIT")                | not(HABIT), unknown
          delayReason    | ? in ("HABIT", "QUALITY")   | HABIT, QUALITY
          holds          | list contains(?, "PAID")    | PAID
          termsClear     | true                        | yes
          signedOn       | >= date("2026-01-31")       | >= 2026-01-31
          signedOn       | @"2026-01-31"               | 2026-01-31
          signedOn       | null                        | unknown, not yet
          """)
  void feelOfOthersIsReadForWhatItMeans(String input, String feel, String cell) {
    DmnImport.Read read =
        read(foreign("https://www.omg.org/spec/DMN/20191111/MODEL/", input, feel, "\"HABIT\""));
    assertThat(read.findings()).filteredOn(Finding::isError).isEmpty();
    assertThat(read.tables().get(0).rows().get(0).inputs().get(0).source())
        .isEqualTo(cell == null ? "" : cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          daysPastDu   | 5                         | "HABIT" | 6  | UNKNOWN_TERM | daysPastDue
          daysPastDue  | for x in ? return x       | "HABIT" | 11 | CELL_SYNTAX  | cannot be read
          daysPastDue  | "many"                    | "HABIT" | 11 | CELL_TYPE    | rule 1 (R-010)
          daysPastDue  | ? * 2 > 5                 | "HABIT" | 11 | CELL_SYNTAX  | no cell says this
          daysPastDue  | 1,                        | "HABIT" | 11 | CELL_SYNTAX  | not complete
          holds        | "PAID"                    | "HABIT" | 11 | CELL_SYNTAX  | list contains
          daysPastDue  | 5                         | "LAZY"  | 12 | CELL_TYPE    | LAZY
          daysPastDue  | 5                         | 1 + 2   | 12 | CELL_SYNTAX  | no cell says this
          """)
  void whatCannotBeTakenOverIsNamedAtItsLine(
      String input, String feel, String output, int line, Finding.Code code, String says) {
    DmnImport.Read read =
        read(foreign("https://www.omg.org/spec/DMN/20191111/MODEL/", input, feel, output));
    List<Finding> errors = read.findings().stream().filter(Finding::isError).toList();
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).location()).isEqualTo("a.dmn:" + line);
    assertThat(errors.get(0).code()).isEqualTo(code);
    assertThat(errors.get(0).message().en()).contains("Cause of delay", says);
    assertThat(errors.get(0).message().zh()).contains("Cause of delay");
  }

  @Test
  void allErrorsOfAFileAreToldAtOnce() {
    DmnImport.Read read =
        read(
            foreign(
                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                "daysPastDue",
                "some x in ? satisfies x",
                "if a then b else c"));
    assertThat(read.findings()).extracting(Finding::location).contains("a.dmn:11", "a.dmn:12");
  }

  @Test
  void whatIsReadALittleDifferentlyIsTold() {
    DmnImport.Read read =
        read(
            foreign(
                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                "daysPastDue",
                "? = netDays",
                "\"HABIT\""));
    assertThat(read.findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
    assertThat(read.findings().get(0).message().en()).contains("two unknowns");
  }

  @Test
  void whatIsNoTableIsNamedAndLeftOut() {
    String xml =
        foreign("https://www.omg.org/spec/DMN/20191111/MODEL/", "cause", "-", "\"HABIT\"")
            .replace(
                "</definitions>",
                "<decision id='x' name='sum'><literalExpression><text>1+1</text></literalExpression>"
                    + "</decision></definitions>");
    DmnImport.Read read = read(xml);
    assertThat(read.tables()).hasSize(1);
    assertThat(read.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
    assertThat(read.findings().get(0).message().en()).contains("`sum`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not xml",
        "<definitions/>",
        "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/'>",
        "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/'/>",
        "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><definitions"
            + " xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/'>&x;</definitions>",
        "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><definitions"
            + " xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/'>&b;</definitions>"
      })
  void whatIsNotDmnIsRefused(String xml) {
    DmnImport.Read read = read(xml);
    assertThat(read.tables()).isEmpty();
    assertThat(read.findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.FILE_REFUSED);
  }

  @Test
  void depthAndLengthAreBounded() {
    String deep = "<a>".repeat(100_000);
    assertThat(read(deep).findings().get(0).message().en()).contains("too large");
    String parentheses = "(".repeat(10_000) + "1" + ")".repeat(10_000);
    DmnImport.Read read =
        read(
            foreign(
                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                "daysPastDue",
                parentheses,
                "\"HABIT\""));
    assertThat(read.findings().get(0).message().en()).contains("nested too deeply");
  }
}
