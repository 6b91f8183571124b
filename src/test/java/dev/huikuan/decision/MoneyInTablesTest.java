package dev.huikuan.decision;

import static dev.huikuan.decision.DiscountsTest.alternative;
import static dev.huikuan.decision.DiscountsTest.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.TraceEntry.CellTested;
import dev.huikuan.domain.TraceEntry.RowMatched;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cells test amounts in the base currency at every level; what outputs compute stays in the
 * receivable's. A pound is 9.4 yuan here, nobody knows what a CFP franc (XPF) is.
 */
@Tag("once")
class MoneyInTablesTest {

  private static final String RATES =
      """
      Parameters,parameters
      Code,Type,Value,Label (zh),Label (en)
      exchangeRate GBP,,9.4,,
      sumOwed,money,4700,约定金额,Sum owed
      """;

  private static final String ATTRIBUTES =
      """
      Attributes,attributes
      Code,Label (zh),Label (en),Level,Origin,Type,Values
      size,规模,Size,receivable,decided,code,"SMALL=小/Small, LARGE=大/Large, UNSURE=不明/Unsure, OTHER=其他/Other"
      share,份额,Share,receivable,decided,money,
      ownLimit,自定额度,Own limit,account,decided,money,
      """;

  private static Cases owing(String amount, String currency) {
    return Cases.thirtyDaysLate()
        .with("/receivables/0/amount", amount)
        .with("/receivables/0/currency", '"' + currency + '"');
  }

  private static Policy policy(String... tables) {
    Policies policies = Policies.withRules().table(RATES);
    policies.with("decision-tables/attributes.csv", ATTRIBUTES);
    for (String table : tables) {
      policies.table(table);
    }
    return policies.load();
  }

  private static RowMatched row(Recommendation answer, String decision) {
    return answer.trace().stream()
        .filter(RowMatched.class::isInstance)
        .map(RowMatched.class::cast)
        .filter(row -> row.decision().equals(decision))
        .findFirst()
        .orElseThrow();
  }

  private static Value decided(Recommendation answer, String decision, String term) {
    return row(answer, decision).outputs().get(term);
  }

  private static final String SIZE =
      """
      Decision,size,Size,规模
      Hit policy,FIRST

      ,When,Then
      Row,payable,size
      SZ-010,"[100,000..188,000]",LARGE
      SZ-020,> 0,SMALL
      SZ-030,unknown,UNSURE
      SZ-040,-,OTHER
      """;

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "20000, GBP, LARGE",
    "20000.01, GBP, SMALL",
    "10638.29, GBP, SMALL",
    "10638.30, GBP, LARGE",
    "20000, CNY, SMALL",
    "100000, CNY, LARGE",
    "20000, XPF, UNSURE",
    "0, XPF, OTHER"
  })
  void aThresholdIsInTheBaseCurrency(String amount, String currency, String size) {
    Recommendation answer = decide(policy(SIZE), owing(amount, currency));

    assertThat(decided(answer, "size", "size")).isEqualTo(Value.code(size));
  }

  @ParameterizedTest(name = "{0} {1} of {2} with a limit of {3}: {4}")
  @CsvSource({
    "2000, GBP, 10000, 100000, SMALL",
    "2000.01, GBP, 10000, 100000, OTHER",
    "2000.01, GBP, 10000, 18800, LARGE",
    "2000.01, GBP, 10000, 18800.1, OTHER",
    "2000, CNY, 10000, 1999, SMALL",
    "2001, XPF, 10000, 100, OTHER",
    "500, GBP, 1000, 100000, UNSURE",
    "500.01, GBP, 1000, 100000, OTHER"
  })
  void twoTermsAreComparedInOneCurrency(
      String outstanding, String currency, String amount, String limit, String size) {
    String table =
        """
        Decision,size,Size,规模
        Hit policy,FIRST

        ,When,,Then
        Row,outstanding,outstanding,size
        SZ-010,<= 0.2 * amount,-,SMALL
        SZ-020,-,> creditLimit,LARGE
        SZ-030,<= sumOwed,-,UNSURE
        SZ-040,-,-,OTHER
        """;
    Cases cases =
        owing(amount, currency)
            .with("/receivables/0/outstanding", outstanding)
            .with("/customer/creditLimit", limit);

    assertThat(decided(decide(policy(table), cases), "size", "size")).isEqualTo(Value.code(size));
  }

  @ParameterizedTest(name = "{0}: {1} of a receivable in pounds")
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5 * outstanding | 5000",
        "min(outstanding, creditLimit) | 5000",
        "account.outstanding | 10000",
        "creditLimit | 5000",
        "sumOwed | 500",
        "0.1 * totalAmount | 2000",
        "300 | 300"
      })
  void whatAnOutputComputesIsInTheReceivablesCurrency(String cell, String share) {
    String table =
        """
        Decision,share,Share,份额
        Hit policy,FIRST

        ,When,Then
        Row,daysPastDue,share
        SH-010,-,"%s"
        """
            .formatted(cell);
    Cases cases =
        owing("10000", "GBP")
            .with("/customer/creditLimit", "47000")
            .with("/contracts", "[{\"id\":\"K\",\"currency\":\"CNY\",\"totalAmount\":188000}]")
            .with("/receivables/0/contractId", "\"K\"");

    assertThat(decided(decide(policy(table), cases), "share", "share"))
        .isEqualTo(Value.number(new BigDecimal(share)));
  }

  @Test
  void anAmountThatIsDecidedInPoundsIsTestedInYuan() {
    String share =
        """
        Decision,share,Share,份额
        Hit policy,FIRST

        ,When,Then
        Row,daysPastDue,share
        SH-010,-,0.5 * outstanding
        """;
    String size =
        """
        Decision,size,Size,规模
        Hit policy,FIRST

        ,When,Then,Notes
        Row,share,size,Reason (zh),Reason (en)
        SZ-010,"47,000",LARGE,份额 {share}，上级 {creditLimit},"a share of {share}, limit {creditLimit}"
        """;
    Cases cases = owing("10000", "GBP").with("/customer/creditLimit", "47000");

    RowMatched row = row(decide(policy(share, size), cases), "size");

    assertThat(row.text().en()).isEqualTo("a share of GBP 5,000.00, limit CNY 47,000.00");
    assertThat(row.matched())
        .containsExactly(
            new CellTested("share", Value.whole(47000), Optional.of("CNY"), "47,000", "B6"));
  }

  @Test
  void theAccountReadsAContractInTheBaseCurrency() {
    String table =
        """
        Decision,own-limit,Own limit,自定额度
        Hit policy,FIRST

        ,When,Then,Notes
        Row,totalAmount,ownLimit,Reason (zh),Reason (en)
        OL-010,">= 188,000",0.5 * totalAmount,合同 {totalAmount},a contract of {totalAmount}
        """;
    Cases cases =
        owing("10000", "GBP")
            .with("/contracts", "[{\"id\":\"K\",\"currency\":\"GBP\",\"totalAmount\":20000}]")
            .with("/receivables/0/contractId", "\"K\"");

    Recommendation answer = decide(policy(table), cases);

    assertThat(answer.facts().get("ownLimit")).isEqualTo(Value.whole(94000));
    assertThat(row(answer, "own-limit").text().en()).isEqualTo("a contract of CNY 188,000.00");
  }

  @Test
  void whyNotNamesTheCurrencyInWhichTheCellWasTested() {
    String table =
        """
        Decision,extension,Extension,展期
        Hit policy,FIRST

        ,When,Then
        Row,payable,extensionKind,extensionDays
        EX-010,"< 100,000",EXTENSION,30
        """;

    Recommendation.Alternative no =
        alternative(decide(policy(table), owing("50200", "GBP")), "EXTEND_DUE_DATE");

    assertThat(no.because())
        .containsExactly(
            new Because(
                "payable",
                Value.whole(471_880),
                "< 100,000",
                Optional.of("decision-tables/extension.csv#B6"),
                Optional.of("CNY")));
    assertThat(no.text())
        .isEqualTo(
            new Text(
                "需要 可付额 < 100,000，现为 CNY 471,880.00。",
                "Needs Payable < 100,000, it is CNY 471,880.00."));
  }

  @Test
  void anOptionIsTestedInTheBaseCurrency() {
    String terms =
        """
        Decision,extension,Extension,展期
        Hit policy,FIRST

        ,When,Then
        Row,daysPastDue,extensionKind,extensionDays
        EX-010,> 0,EXTENSION,30
        """;
    String approval =
        """
        Decision,approval,Approval,审批
        Hit policy,FIRST

        ,When,Then
        Row,option.amount,approvalRoles
        AP-010,"> 100,000",EXECUTIVE
        AP-020,"<= 100,000",none
        """;

    assertThat(
            decide(policy(terms, approval), owing("20000", "GBP"))
                .extension()
                .orElseThrow()
                .approval())
        .hasValue(List.of("EXECUTIVE"));
    assertThat(
            decide(policy(terms, approval), owing("20000", "CNY"))
                .extension()
                .orElseThrow()
                .approval())
        .hasValue(List.of());
  }

  @Test
  void aReasonThatQuotesSomethingUnknownGivesWayToTheCells() {
    String table =
        """
        Decision,size,Size,规模
        Hit policy,FIRST

        ,When,Then,Notes
        Row,outstanding,size,Reason (zh),Reason (en)
        SZ-010,> 0,LARGE,信用评分 {creditScore},credit score {creditScore}
        """;

    assertThat(row(decide(policy(table), owing("10", "GBP")), "size").text())
        .isEqualTo(new Text("未收余额 CNY 94.00（> 0）", "Outstanding CNY 94.00 (> 0)"));
    Cases scored = owing("10", "GBP").with("/customer/creditScore", "640");
    assertThat(row(decide(policy(table), scored), "size").text().en())
        .isEqualTo("credit score 640");
  }
}
