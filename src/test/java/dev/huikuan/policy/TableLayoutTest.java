package dev.huikuan.policy;

import static dev.huikuan.policy.TablePolicies.csv;
import static dev.huikuan.policy.TablePolicies.findings;
import static dev.huikuan.policy.TablePolicies.only;
import static dev.huikuan.policy.TablePolicies.policy;
import static dev.huikuan.policy.TablePolicies.rows;
import static dev.huikuan.policy.TablePolicies.xlsx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.RawWorkbook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layout of a decision table, as people write it in Chinese and English. */
class TableLayoutTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static DecisionTable table(PolicyFile... files) {
    return policy(files).tables().get(0).table();
  }

  @Test
  void theHeadIsFoundByItsLabelsInAnyOrderInEitherLanguage() {
    DecisionTable english =
        table(
            csv(
                "t.csv",
                """

                Description,who is a risk
                No match,REFER
                Hit policy,first

                Decision,risk-tier,Risk tier,风险等级
                Effective,2026-01-01,2026-12-31
                ,When,Then,Notes
                Row,Days past due,Risk tier,Reason (zh),Reason (en),Note
                R-1,> 30,C,逾期 {daysPastDue} 天,{Days past due} days late,ok: tested
                """));
    DecisionTable chinese =
        table(
            csv(
                "t.csv",
                """
                决策,risk-tier,风险等级,Risk tier
                命中策略,F
                生效期,2026年1月1日,2026/12/31
                说明,who is a risk
                无匹配,转人工

                ,条件,结果,备注
                行号,逾期天数,风险等级,理由（中文）,理由（英文）,备注
                R-1,> 30,C,逾期 {daysPastDue} 天,{Days past due} days late,ok: tested
                """));

    assertThat(english.code()).isEqualTo("risk-tier");
    assertThat(english.label()).isEqualTo(new Text("风险等级", "Risk tier"));
    assertThat(english.hitPolicy()).isEqualTo(HitPolicy.FIRST);
    assertThat(english.noMatch()).isEqualTo(DecisionTable.NoMatch.REFER);
    assertThat(english.description()).isEqualTo("who is a risk");
    assertThat(english.effective().from()).contains(LocalDate.of(2026, 1, 1));
    assertThat(english.effective().until()).contains(LocalDate.of(2026, 12, 31));
    assertThat(english.level()).isEqualTo(Level.ACCOUNT);
    assertThat(english.location()).isEqualTo("decision-tables/t.csv#A6");
    DecisionTable.Row row = english.rows().get(0);
    assertThat(row.reason()).contains(new Text("逾期 {daysPastDue} 天", "{Days past due} days late"));
    assertThat(row.note()).isEqualTo("ok: tested");
    assertThat(row.inputs().get(0).address()).isEqualTo("B10");
    assertThat(row.location()).isEqualTo("decision-tables/t.csv#A10");
    assertThat(chinese.rows().get(0).reason()).isEqualTo(row.reason());
    assertThat(chinese.label()).isEqualTo(english.label());
    assertThat(chinese.effective()).isEqualTo(english.effective());
    assertThat(chinese.noMatch()).isEqualTo(english.noMatch());
    assertThat(chinese.inputs().get(0).term()).isEqualTo(english.inputs().get(0).term());
  }

  @Test
  void aHeaderMayNameItsTermInSeveralWays() {
    DecisionTable table =
        table(
            csv(
                "t.csv",
                """
                Decision,t
                Hit policy,F
                ,When,,,,,Then
                Row,逾期天数 / daysPastDue,"客户分级
                Customer segment",逾期天数·daysPastDue,客户·可催收额,account.collectible,风险等级
                R-1,1,KEY,1,1,1,A
                """));

    assertThat(table.inputs())
        .extracting(column -> column.term().code())
        .containsExactly(
            "daysPastDue", "customerSegment", "daysPastDue", "collectible", "collectible");
    assertThat(table.inputs())
        .extracting(DecisionTable.Column::letter)
        .containsExactly("B", "C", "D", "E", "F");
  }

  @Test
  void aTablesLevelIsThatOfWhatItDecides() {
    DecisionTable table =
        table(
            csv(
                "t.csv",
                """
                Decision,t
                Hit policy,F
                ,When,,Then
                Row,collectible,account.collectible,agingBucket
                R-1,> 1,> 1,1-30
                """));

    assertThat(table.level()).isEqualTo(Level.RECEIVABLE);
    assertThat(table.inputs().get(0).term().level()).isEqualTo(Level.RECEIVABLE);
    assertThat(table.inputs().get(1).term().level()).isEqualTo(Level.ACCOUNT);
  }

  @Test
  void textsAreAPairOfColumnsAndRowsMayBeDatedOneByOne() {
    DecisionTable table =
        table(
            csv(
                "t.csv",
                """
                Decision,t
                Hit policy,C
                ,When,,Then,,Notes
                Row,生效,daysPastDue,沟通要点 / talkingPoint (en),talkingPoint (zh),Effective until
                R-1,2026-01-01,> 30,Be kind,友好,2026-06-30
                R-2,,> 60,,,
                """));

    DecisionTable.Row first = table.rows().get(0);
    assertThat(table.outputs()).hasSize(1);
    assertThat(first.outputs().get(0).entry().orElseThrow().toString()).contains("友好", "Be kind");
    assertThat(first.outputs().get(0).address()).isEqualTo("E5");
    assertThat(first.effective().from()).contains(LocalDate.of(2026, 1, 1));
    assertThat(first.effective().until()).contains(LocalDate.of(2026, 6, 30));
    assertThat(table.rows().get(1).outputs().get(0).entry()).isEmpty();
    assertThat(table.rows().get(1).effective().isAlways()).isTrue();
  }

  @Test
  void aPairWithoutItsOtherHalfIsAnError() {
    assertThat(
            findings(
                csv(
                    "t.csv",
                    "Decision,t\nHit policy,F\n,When,Then\nRow,daysPastDue,talkingPoint (zh)\nR,1,x\n")))
        .containsExactly("MISSING_TEXT decision-tables/t.csv#C4");
    assertThat(
            findings(
                csv(
                    "t.csv",
                    "Decision,t\nHit policy,F\n,When,Then\nRow,daysPastDue,talkingPoint\nR,1,x\n")))
        .containsExactly("HEAD decision-tables/t.csv#C4");
  }

  @Test
  void aBlankRowDoesNotEndTheTable() {
    PolicyFile file =
        csv(
            "t.csv",
            "Decision,t\nHit policy,F\n,When,Then\nRow,daysPastDue,riskTier\nR-1,1,A\n\n,,\nR-2,2,B\n");

    assertThat(findings(file)).containsExactly("BLANK_ROW decision-tables/t.csv#A6");
    assertThat(table(file).rows()).extracting(DecisionTable.Row::id).containsExactly("R-1", "R-2");
  }

  @Test
  void mergedConditionsCountForEachRowAndAreReportedOnce() {
    byte[] good = merged("> 30", "B5:B6");
    byte[] wrong = merged("lots", "B5:B6");
    byte[] across = merged("> 30", "B5:C5");

    assertThat(rows(policy(xlsx("m.xlsx", good)), TODAY, days(40))).containsExactly("R-1");
    assertThat(rows(policy(xlsx("m.xlsx", good)), TODAY, Map.of())).isEmpty();
    assertThat(
            rows(
                policy(xlsx("m.xlsx", good)),
                TODAY,
                Map.of("daysPastDue", Value.whole(40), "customerSegment", Value.code("KEY"))))
        .containsExactly("R-2");
    assertThat(
            rows(
                policy(xlsx("m.xlsx", good)),
                TODAY,
                Map.of("daysPastDue", Value.whole(5), "customerSegment", Value.code("KEY"))))
        .isEmpty();
    assertThat(findings(xlsx("m.xlsx", wrong)))
        .containsExactly("CELL_TYPE decision-tables/m.xlsx#T!B5");
    assertThat(findings(xlsx("m.xlsx", across)))
        .containsExactly("CELL_SYNTAX decision-tables/m.xlsx#T!B5");
  }

  private static Map<String, Value> days(int days) {
    return Map.of("daysPastDue", Value.whole(days), "customerSegment", Value.code("SMALL"));
  }

  private static byte[] merged(String condition, String region) {
    String rows =
        RawWorkbook.row(1, "A", "Decision", "B", "t")
            + RawWorkbook.row(2, "A", "Hit policy", "B", "F")
            + RawWorkbook.row(3, "B", "When", "D", "Then")
            + RawWorkbook.row(4, "A", "Row", "B", "Days past due", "C", "客户分级", "D", "Risk tier")
            + RawWorkbook.row(5, "A", "R-1", "B", condition, "C", "SMALL", "D", "A")
            + RawWorkbook.row(6, "A", "R-2", "C", "KEY", "D", "B");
    return new RawWorkbook()
        .sheet("T", rows, "<mergeCells><mergeCell ref=\"" + region + "\"/></mergeCells>")
        .bytes();
  }

  @Test
  void aLastRowWithoutConditionsIsTheDefault() {
    Policy policy =
        policy(
            csv(
                "t.csv",
                "Decision,t\nHit policy,F\n,When,Then\nRow,daysPastDue,riskTier\nR-1,> 30,B\nR-9,,A\n"));

    assertThat(rows(policy, TODAY, Map.of())).containsExactly("R-9");
    assertThat(rows(policy, TODAY, days(31))).containsExactly("R-1");
  }

  @Test
  void aHitPolicyMustFitWhatIsDecided() {
    String table = "Decision,t\nHit policy,%s\n,When,Then\nRow,daysPastDue,%s\nR-1,> 30,%s\n";

    assertThat(findings(csv("t.csv", table.formatted("C+", "riskTier", "A"))))
        .containsExactly("HEAD decision-tables/t.csv#B2");
    assertThat(findings(csv("t.csv", table.formatted("COLLECT", "priority", "5"))))
        .containsExactly("HEAD decision-tables/t.csv#B2");
    assertThat(findings(csv("t.csv", table.formatted("C+", "priority", "5")))).isEmpty();
    for (String any : List.of("U", "UNIQUE", "F", "A", "any", "P", "Priority")) {
      assertThat(findings(csv("t.csv", table.formatted(any, "riskTier", "A")))).isEmpty();
    }
    for (String numeric : List.of("C<", "C>", "C#", "collect <", "Ｃ＞")) {
      assertThat(findings(csv("t.csv", table.formatted(numeric, "priority", "5")))).isEmpty();
      assertThat(findings(csv("t.csv", table.formatted(numeric, "riskTier", "A"))))
          .containsExactly("HEAD decision-tables/t.csv#B2");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P  | priority    | 5   | whole numbers have no listed order | PRIORITY picks by the order of a code's values",
        "C> | riskTier    | A   | PRIORITY takes a code by its order | C> takes the greatest number, date or time",
        "C< | alert       | TAIL_RISK | a list                             | of type list of codes",
        "C# | recommendedLimit | 5 | money is no count               | C# gives how many rows match",
        "R  | priority    | 5   |                                    | RULE ORDER lists codes or texts"
      })
  void aResultThatDoesNotFitItsHitPolicyIsNamedWithItsCell(
      String hitPolicy, String term, String cell, String why, String message) {
    Finding finding =
        only(
            csv(
                "t.csv",
                "Decision,t\nHit policy,%s\n,When,Then\nRow,daysPastDue,%s\nR-1,> 30,%s\n"
                    .formatted(hitPolicy, term, cell)));
    assertThat(finding.code()).isEqualTo(Finding.Code.HEAD);
    assertThat(finding.location()).isEqualTo("decision-tables/t.csv#B2");
    assertThat(finding.message().en()).contains("`" + term + "` in C4 is of type", message);
    assertThat(finding.message().zh()).contains("C4 的结果 `" + term + "` 是", "不适合此命中策略：");
  }

  @Test
  void columnsOutsideTheTableAreNotes() {
    assertThat(
            findings(
                csv(
                    "t.csv",
                    "Decision,t\nHit policy,F\n,When,Then,Notes\nRow,daysPastDue,riskTier,Asked by,\n"
                        + "R-1,> 30,B,Ms Li,see mail\n")))
        .isEmpty();
    assertThat(
            findings(
                csv(
                    "t.csv",
                    "Decision,t\nHit policy,F\n,When,Then,Notes\nRow,daysPastDue,riskTier,Reson (zh)\n"
                        + "R-1,> 30,B,x\n")))
        .containsExactly("HEAD decision-tables/t.csv#D4");
  }

  @Test
  void aColumnWithContentButWithoutAHeaderIsAnError() {
    assertThat(
            findings(
                csv(
                    "t.csv",
                    "Decision,t\nHit policy,F\n,When,,Then\nRow,daysPastDue,,riskTier\nR-1,> 30,KEY,B\n")))
        .containsExactly("HEAD decision-tables/t.csv#C4");
  }
}
