package dev.huikuan.policy;

import static dev.huikuan.policy.TablePolicies.csv;
import static dev.huikuan.policy.TablePolicies.decide;
import static dev.huikuan.policy.TablePolicies.findings;
import static dev.huikuan.policy.TablePolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.AllowedValue;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catalogues, attributes and parameters that a policy brings along. */
class PolicyWordsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static final String ACTIONS =
      "目录,actions\n代码,名称（中文）,名称（英文）,停用,类别,级别,渠道,语气,责任角色,办理期限,成本,需要证据,协同角色,办理说明（中文）,办理说明（英文）\n"
          + "SEND_FLOWERS,送花,Send flowers,,提醒,1,邮件,友好,销售,3,80.5,是,\"COLLECTOR、财务\",写卡片,Write a card\n"
          + "WAIT,等待,Wait,,WAIT,,,,,,,,,,\n"
          + "REFER_TO_PERSON,转人工处理,Refer to a person,no,INTERNAL,,,,CREDIT_MANAGER,1,50,,,,\n"
          + "OLD_WAY,老办法,Old way,是,INTERNAL,,,,,,,,,,\n";

  @Test
  void aCatalogueReplacesTheBuiltInOneAndItsCodesBecomeTheValues() {
    Policy policy =
        policy(
            csv("actions.csv", ACTIONS.replace("邮件", "电子邮件")),
            csv(
                "next.csv",
                "Decision,next\nHit policy,R\n,When,Then\nRow,距上次送花天数,Next action\nN-1,> 5,送花\n"));

    assertThat(policy.actions().codes())
        .containsExactly("SEND_FLOWERS", "WAIT", "REFER_TO_PERSON", "OLD_WAY");
    CatalogueEntry flowers = policy.actions().get("SEND_FLOWERS");
    assertThat(flowers.label()).isEqualTo(new Text("送花", "Send flowers"));
    assertThat(flowers.column(CatalogueColumns.KIND)).isEqualTo("REMINDER");
    assertThat(flowers.column(CatalogueColumns.CHANNEL)).isEqualTo("EMAIL");
    assertThat(flowers.column(CatalogueColumns.OWNER_ROLE)).isEqualTo("SALES");
    assertThat(flowers.whole(CatalogueColumns.DUE_DAYS)).contains(3);
    assertThat(flowers.column(CatalogueColumns.COST)).isEqualTo("80.5");
    assertThat(flowers.column(CatalogueColumns.NEEDS_EVIDENCE)).isEqualTo("yes");
    assertThat(flowers.list(CatalogueColumns.COORDINATE_WITH))
        .containsExactly("COLLECTOR", "FINANCE");
    assertThat(flowers.text(CatalogueColumns.INSTRUCTIONS))
        .isEqualTo(new Text("写卡片", "Write a card"));
    assertThat(policy.actions().get("OLD_WAY").disabled()).isTrue();
    assertThat(policy.actions().get("REFER_TO_PERSON").disabled()).isFalse();
    assertThat(policy.holds().find("DISPUTE_OPEN")).isPresent();
    assertThat(policy.vocabulary().get("nextAction").values())
        .extracting(AllowedValue::code)
        .containsExactly("SEND_FLOWERS", "WAIT", "REFER_TO_PERSON", "OLD_WAY");
    assertThat(decide(policy, TODAY, Map.of("daysSince SEND_FLOWERS", Value.whole(6))))
        .containsEntry("nextAction", Value.codes(List.of("SEND_FLOWERS")));
  }

  @Test
  void everyActionHasTermsForItsHistory() {
    Term days = policy().vocabulary().get("daysSince COLLECTION_CALL");
    Term times = policy().vocabulary().named("催收电话次数").orElseThrow();

    assertThat(days.label().en()).isEqualTo("Days since Collection call");
    assertThat(days.type()).isEqualTo(TermType.DAYS);
    assertThat(days.level()).isEqualTo(Level.ACCOUNT);
    assertThat(times.code()).isEqualTo("times COLLECTION_CALL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "actions | WAIT,等待,Wait,,WAIT | REFER_TO_PERSON needed | HEAD B1",
        "holds   | X_HOLD,某,X,,BLOCKS,PRESURE,,1,,文,text | kind | UNKNOWN_CODE F3",
        "holds   | X_HOLD,某,X,,AMOUNT,,NO_SUCH,1,,文,text | instead | UNKNOWN_CODE G3",
        "holds   | X_HOLD,某,X,,AMOUNT,,,-1,,文,text | days | CELL_RANGE H3",
        "holds   | X_HOLD,某,X,,AMOUNT,,,1,NOBODY,文,text | role | UNKNOWN_CODE I3",
        "holds   | X_HOLD,某,X,,AMOUNT,,,1,,文, | text | MISSING_TEXT K3",
        "holds   | X_HOLD,,X,,AMOUNT,,,1,,文,text | label | MISSING_TEXT B3",
        "holds   | X_HOLD,某,X,,,,,1,,文,text | effect | CELL_SYNTAX E3",
        "holds   | x hold,某,X,,AMOUNT,,,1,,文,text | code | CELL_SYNTAX A3",
        "alerts  | X_ALERT,某,X,,LOUD,文,text | severity | CELL_TYPE E3",
        "alerts  | X_ALERT,某,X,,INFO,,text | text | MISSING_TEXT F3",
      })
  void whatIsWrongInACatalogueIsNamedAtItsCell(
      String catalogue, String row, String what, String expected) {
    Map<String, String> headers =
        Map.of(
            "actions", "Code,Label (zh),Label (en),Disabled,Kind",
            "holds",
                "Code,Label (zh),Label (en),Disabled,Effect,Blocks,Instead,Review days,Owner,"
                    + "Text (zh),Text (en)",
            "alerts", "Code,Label (zh),Label (en),Disabled,Severity,Text (zh),Text (en)");
    String sheet = "Catalogue," + catalogue + "\n" + headers.get(catalogue) + "\n" + row + "\n";
    String[] parts = expected.split(" ");

    assertThat(findings(csv("c.csv", sheet)))
        .as(what)
        .containsExactly(parts[0] + " decision-tables/c.csv#" + parts[1]);
  }

  @Test
  void catalogueSheetsAreCheckedAsAWhole() {
    String twice = "Catalogue,roles\nCode,Label (zh),Label (en)\nSALES,销售,Sales\nSALES,销售,Sales\n";
    assertThat(findings(csv("r.csv", twice))).contains("DUPLICATE decision-tables/r.csv#A4");
    assertThat(findings(csv("r.csv", "Catalogue,rolls\nCode\n")))
        .containsExactly("HEAD decision-tables/r.csv#B1");
    assertThat(findings(csv("r.csv", "Catalogue,roles\nCode,Label (zh),Lable (en)\nX,某,X\n")))
        .containsExactly("HEAD decision-tables/r.csv#A2", "HEAD decision-tables/r.csv#C2");
    assertThat(findings(csv("r.csv", "Catalogue,roles\n")))
        .containsExactly("HEAD decision-tables/r.csv#A1");
    String one = "Catalogue,alerts\nCode,Label (zh),Label (en),Severity,Text (zh),Text (en)\n";
    assertThat(findings(csv("a.csv", one), csv("b.csv", one)))
        .containsExactly("DUPLICATE decision-tables/b.csv#B1");
  }

  @Test
  void attributesBecomeTermsThatTablesReadAndDecide() {
    Policy policy =
        policy(
            csv(
                "attributes.csv",
                """
                属性
                代码,中文名称,英文名称,层级,来源,类型,取值,最小值,最大值,路径
                industry,行业,Industry,客户,给定,代码,"CONSTRUCTION=建筑/Construction, IT=信息技术/IT",,,
                sites,工地数,Sites,account,given,whole number,,0,50,customer.attributes.sites
                watchLevel,关注级别,Watch level,account,decided,code,"LOW, HIGH",,,
                """),
            csv(
                "watch.csv",
                "Decision,watch\nHit policy,F\n,When,,Then\nRow,行业,Sites,关注级别\nW-1,建筑,> 10,HIGH\n"),
            csv(
                "tier.csv",
                "Decision,tier\nHit policy,F\n,When,Then\nRow,watchLevel,riskTier\nT-1,HIGH,D\n"));

    Term industry = policy.vocabulary().get("industry");
    assertThat(industry.where()).isEqualTo("attributes.industry");
    assertThat(industry.values().get(0))
        .isEqualTo(new AllowedValue("CONSTRUCTION", new Text("建筑", "Construction")));
    Term sites = policy.vocabulary().get("sites");
    assertThat(sites.max()).contains(Micros.of(50));
    assertThat(sites.where()).isEqualTo("customer.attributes.sites");
    assertThat(policy.vocabulary().get("watchLevel").origin()).isEqualTo(Origin.DECIDED);
    assertThat(
            decide(
                policy,
                TODAY,
                Map.of("industry", Value.code("CONSTRUCTION"), "sites", Value.whole(11))))
        .containsEntry("riskTier", Value.code("D"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "daysPastDue,甲,Alpha,account,given,days,,, | DUPLICATE A3",
        "Bad Code,甲,Alpha,account,given,days,,, | CELL_SYNTAX A3",
        "alpha,逾期天数,Alpha,account,given,days,,, | DUPLICATE B3",
        "alpha,甲,,account,given,days,,, | MISSING_TEXT C3",
        "alpha,甲,Alpha,acount,given,days,,, | CELL_SYNTAX D3",
        "alpha,甲,Alpha,option,given,days,,, | CELL_SYNTAX D3",
        "alpha,甲,Alpha,account,derived,days,,, | CELL_SYNTAX E3",
        "alpha,甲,Alpha,account,given,dayz,,, | CELL_SYNTAX F3",
        "alpha,甲,Alpha,account,given,days,X,, | CELL_TYPE G3",
        "alpha,甲,Alpha,account,given,code,X=只有中文,, | MISSING_TEXT G3",
        "alpha,甲,Alpha,account,given,code,unknown,, | CELL_SYNTAX G3",
        "alpha,甲,Alpha,account,given,code,X;X,, | DUPLICATE G3",
        "alpha,甲,Alpha,account,given,code,catalogue:nope,, | UNKNOWN_CODE G3",
        "alpha,甲,Alpha,account,given,days,,few, | CELL_TYPE H3",
      })
  void whatIsWrongInAnAttributeIsNamedAtItsCell(String row, String expected) {
    String sheet =
        "Attributes\nCode,Label (zh),Label (en),Level,Origin,Type,Values,Min,Max\n" + row + "\n";
    String[] parts = expected.split(" ");

    assertThat(findings(csv("a.csv", sheet)))
        .containsExactly(parts[0] + " decision-tables/a.csv#" + parts[1]);
  }

  @Test
  void aParameterWithAClosedListTakesNothingElse() {
    String sheet = "Parameters,p\nCode,Value\ncontactCapCounts,\"PHONE, CARRIER_PIGEON\"\n";

    assertThat(findings(csv("p.csv", sheet)))
        .containsExactly("CELL_TYPE decision-tables/p.csv#B3");
    assertThat(policy(csv("p.csv", sheet.replace("CARRIER_PIGEON", "未接通电话"))).parameters())
        .extracting(p -> p.value("contactCapCounts", TODAY))
        .isEqualTo(Value.codes(List.of("PHONE", "UNANSWERED_CALL")));
  }

  @Test
  void parametersHaveAHistoryAndReplaceTheBuiltInOnesOfTheirCode() {
    Policy policy =
        policy(
            csv(
                "p.csv",
                """
                Parameters
                Code,Label (zh),Label (en),Type,Value,Effective from,Source
                lprOneYear,一年期LPR,LPR one year,percent,3.1,2024-10-21,PBC
                lprOneYear,,,,3%,2025-05-20,PBC
                houseRate,内部利率,House rate,percent,9,,board
                exchangeRate XAU,金价,Gold,number,4000,,
                """));

    assertThat(policy.parameters().value("lprOneYear", LocalDate.of(2024, 1, 1)))
        .isEqualTo(Value.UNKNOWN);
    assertThat(policy.parameters().value("lprOneYear", LocalDate.of(2025, 5, 19)))
        .isEqualTo(Value.number(new BigDecimal("3.1")));
    assertThat(policy.parameters().value("lprOneYear", LocalDate.of(2025, 5, 20)))
        .isEqualTo(Value.whole(3));
    assertThat(policy.parameters().at("lprOneYear", TODAY).orElseThrow().source()).isEqualTo("PBC");
    assertThat(policy.vocabulary().get("houseRate").origin()).isEqualTo(Origin.PARAMETER);
    assertThat(policy.vocabulary().get("lprOneYear").label())
        .isEqualTo(new Text("一年期LPR", "LPR one year"));
    assertThat(policy.parameters().value("exchangeRate XAU", TODAY)).isEqualTo(Value.whole(4000));
    assertThat(policy.parameters().value("exchangeRate USD", TODAY).isPresent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "materiality,重要性,Materiality,text,lots,, | CELL_TYPE D3",
        "materiality,,,,lots,, | CELL_TYPE E3",
        "materiality,,,,,, | CELL_SYNTAX E3",
        "materiality,,,,10,soon, | CELL_TYPE F3",
        "newOne,,,percent,10,, | MISSING_TEXT B3;MISSING_TEXT C3",
        "newOne,新,New,,10,, | CELL_SYNTAX D3",
        "New One,新,New,percent,10,, | CELL_SYNTAX A3",
      })
  void whatIsWrongInAParameterIsNamedAtItsCell(String row, String expected) {
    String sheet =
        "Parameters\nCode,Label (zh),Label (en),Type,Value,Effective from,Source\n" + row + "\n";

    assertThat(
            findings(csv("p.csv", sheet)).stream()
                .map(f -> f.replace("decision-tables/p.csv#", "")))
        .containsExactly(expected.split(";"));
  }

  @Test
  void aParameterIsGivenOnceForADate() {
    String sheet =
        "Parameters\nCode,Value,Effective from\nmateriality,10,2026-01-01\nmateriality,11,2026/1/1\n";

    assertThat(findings(csv("p.csv", sheet))).containsExactly("DUPLICATE decision-tables/p.csv#A4");
  }

  @Test
  void aParameterWithTheNameOfADecidedTermIsItsDefaultAndNotAnotherTerm() {
    Policy policy = policy(csv("p.csv", "Parameters\nCode,Value\ncontactFrom,09:30\n"));

    assertThat(policy.vocabulary().get("contactFrom").origin()).isEqualTo(Origin.DECIDED);
    assertThat(policy.parameters().at("contactFrom", TODAY)).isNotEqualTo(Optional.empty());
  }
}
