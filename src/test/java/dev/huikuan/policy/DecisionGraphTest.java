package dev.huikuan.policy;

import static dev.huikuan.policy.TablePolicies.csv;
import static dev.huikuan.policy.TablePolicies.findings;
import static dev.huikuan.policy.TablePolicies.only;
import static dev.huikuan.policy.TablePolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.policy.table.TableIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of evaluation follows from terms, wherever the tables stand. */
class DecisionGraphTest {

  /** A table of one row that passes anything: {@code name: inputs -> output = value}. */
  private static PolicyFile table(String name, String inputs, String output, String value) {
    return dated(name, "", inputs, output, value);
  }

  private static PolicyFile dated(
      String name, String effective, String inputs, String output, String value) {
    String hit = output.equals("nextAction") ? "R" : "F";
    int columns = inputs.split(",").length;
    return csv(
        name + ".csv",
        "Decision,"
            + name
            + "\nHit policy,"
            + hit
            + "\nEffective,"
            + effective
            + "\n,When"
            + ",".repeat(columns)
            + "Then\nRow,"
            + inputs
            + ","
            + output
            + "\nR-1"
            + ",".repeat(columns)
            + ","
            + value
            + "\n");
  }

  private static List<String> codes(List<TableIndex> tables) {
    return tables.stream().map(index -> index.table().code()).toList();
  }

  @Test
  void tablesComeAfterThoseThatTheyReadAndAfterTheChoiceWhereTheyReadTheAction() {
    List<PolicyFile> files =
        new ArrayList<>(
            List.of(
                table("a-next", "dunningLevel,riskTier", "nextAction", "WAIT"),
                table("b-tier", "cause", "riskTier", "A"),
                table("c-cause", "agingBucket", "cause", "HABIT"),
                table("d-aging", "daysPastDue", "agingBucket", "1-30"),
                table("e-due", "collectible", "dunningLevelDue", "2"),
                table("f-channel", "action", "channel", "PHONE"),
                table("g-tone", "channel", "tone", "FIRM"),
                table("h-odds", "option,riskTier", "recoveryProbability", "0.5"),
                table("i-limit", "daysToLimitation", "recommendedLimit", "0"),
                table("j-years", "governingLaw", "limitationYears", "3")));
    Policy policy = policy(files.toArray(PolicyFile[]::new));

    assertThat(codes(policy.proposing()))
        .containsSubsequence("d-aging", "c-cause", "b-tier", "a-next")
        .containsSubsequence("e-due", "a-next")
        .containsSubsequence("j-years", "i-limit")
        .hasSize(7);
    assertThat(codes(policy.option())).containsExactly("h-odds");
    assertThat(codes(policy.dressing())).containsExactly("f-channel", "g-tone");

    Collections.reverse(files);
    assertThat(codes(policy(files.toArray(PolicyFile[]::new)).tables()))
        .isEqualTo(codes(policy.tables()));
  }

  @Test
  void tablesThatWaitForEachOtherAreNamedInOrder() {
    Finding cycle =
        only(
            table("a-tier", "cause", "riskTier", "A"),
            table("b-cause", "legalRoute", "cause", "HABIT"),
            table("c-route", "riskTier", "legalRoute", "LITIGATION"));

    assertThat(cycle.code()).isEqualTo(Finding.Code.CYCLE);
    assertThat(cycle.location()).isEqualTo("decision-tables/a-tier.csv#A1");
    assertThat(cycle.message().en()).contains("a-tier → c-route → b-cause → a-tier");
    assertThat(cycle.message().zh()).contains("a-tier → c-route → b-cause → a-tier");
  }

  @Test
  void aTableThatReadsWhatItDecidesIsACycle() {
    assertThat(findings(table("a", "riskTier", "riskTier", "A")))
        .containsExactly("CYCLE decision-tables/a.csv#A1");
  }

  @Test
  void aTableNeededBeforeTheChoiceThatReadsTheActionIsACycle() {
    assertThat(
            findings(
                table("a-next", "cause", "nextAction", "WAIT"),
                table("b-cause", "action", "cause", "HABIT")))
        .containsExactly("CYCLE decision-tables/a-next.csv#A1");
    assertThat(
            findings(
                table("a-next", "riskTier", "nextAction", "WAIT"),
                table("b-tier", "dunningLevel", "riskTier", "A"),
                table("c-due", "nextAction", "dunningLevelDue", "1")))
        .containsExactly("CYCLE decision-tables/a-next.csv#A1");
  }

  @Test
  void whatNobodyDecidesIsNamedAtTheHeaderOrTheCellThatReadsIt() {
    assertThat(findings(table("a", "riskTier", "cause", "HABIT")))
        .containsExactly("NO_PROVIDER decision-tables/a.csv#B5");
    assertThat(
            findings(
                csv(
                    "b.csv",
                    "Decision,b\nHit policy,F\n,When,Then\nRow,creditLimit,riskTier\n"
                        + "R-1,> 2 * recommendedLimit,A\nR-2,> outstanding,B\n")))
        .containsExactly("NO_PROVIDER decision-tables/b.csv#B5");
    assertThat(
            findings(
                csv(
                    "c.csv",
                    "Decision,c\nHit policy,F\n,When,Then\nRow,creditLimit,recommendedTermDays\n"
                        + "R-1,> 5,netDays\nR-2,,discountValidDays\n")))
        .contains("UNKNOWN_TERM decision-tables/c.csv#C6");
  }

  @Test
  void tablesOfTheSameTermFollowOneAnotherInTime() {
    PolicyFile first = dated("v1", ",2025-12-31", "daysPastDue", "riskTier", "A");
    PolicyFile second = dated("v2", "2026-01-01", "daysPastDue", "riskTier", "B");
    PolicyFile late = dated("v2", "2026-01-03", "daysPastDue", "riskTier", "B");
    PolicyFile early = dated("v2", "2025-12-31", "daysPastDue", "riskTier", "B");
    PolicyFile always = dated("v3", "", "daysPastDue", "riskTier", "C");

    assertThat(findings(first, second)).isEmpty();
    Finding gap = only(first, late);
    assertThat(gap.code()).isEqualTo(Finding.Code.PERIOD_GAP);
    assertThat(gap.location()).isEqualTo("decision-tables/v2.csv#A1");
    assertThat(gap.message().en()).contains("from 2026-01-01 to 2026-01-02");
    assertThat(findings(first, early)).containsExactly("PERIOD_OVERLAP decision-tables/v2.csv#A1");
    assertThat(findings(second, always))
        .containsExactly("PERIOD_OVERLAP decision-tables/v2.csv#A1");
  }
}
