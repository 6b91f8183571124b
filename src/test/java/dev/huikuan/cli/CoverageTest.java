package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row coverage as {@code check} and {@code test} tell it. */
class CoverageTest {

  private static final String TABLE_SCENARIOS =
      """
      - name: a score in the middle
        given: { creditScore: 640 }
        expect: { riskTier: B }
      - name: long overdue, everything that matches counts
        given: { daysPastDue: 40, riskTier: B }
        expect: { nextAction: "COLLECTION_CALL, FRIENDLY_REMINDER" }
      """;

  @TempDir private Path policy;

  @BeforeEach
  void aPolicyOfTwoTables() throws IOException {
    write(
        "decision-tables/tier.csv",
        """
        Decision,risk-tier
        Hit policy,FIRST
        ,When,Then
        Row,Credit score,Risk tier
        RT-1,>= 700,A
        RT-2,>= 600,B
        RT-3,>= 0,C
        """);
    write(
        "decision-tables/next.csv",
        """
        Decision,next-action
        Hit policy,RULE ORDER
        ,When,,Then
        Row,Days past due,Risk tier,Next action
        NA-1,>= 30,-,COLLECTION_CALL
        NA-2,>= 10,-,FRIENDLY_REMINDER
        NA-3,-,C,LAWYER_LETTER
        """);
  }

  private void write(String path, String text) throws IOException {
    Path file = policy.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Terminal.Ran run(String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--policy", policy.toString()));
    return new Terminal().run(all.toArray(String[]::new));
  }

  /** Decision → the rows not hit. */
  private Map<String, String> uncovered() throws IOException {
    Map<String, String> byDecision = new TreeMap<>();
    for (JsonNode table : report().path("coverage")) {
      byDecision.put(table.path("decision").asText(), table.path("uncovered").toString());
    }
    return byDecision;
  }

  private JsonNode report() throws IOException {
    return new JsonMapper().readTree(run("check", "--format", "json").out());
  }

  @Test
  void underFirstTheDecidingRowIsHitAndUnderRuleOrderEveryRowThatMatches() throws IOException {
    write("test-scenarios/some.yaml", TABLE_SCENARIOS);
    assertThat(uncovered())
        .isEqualTo(Map.of("risk-tier", "[\"RT-1\",\"RT-3\"]", "next-action", "[\"NA-3\"]"));
  }

  @Test
  void theWholePipelineHitsWhatItsTraceNames() throws IOException {
    write(
        "test-scenarios/cases/one.json",
        """
        {"asOf": "2026-06-01", "customer": {"id": "C-1", "creditScore": 100},
         "receivables": [{"id": "INV-1", "amount": 50000, "dueOn": "2026-05-20"}]}
        """);
    write(
        "test-scenarios/some.csv",
        """
        Scenarios,,Given,Expect
        Scenario,Base,creditScore,action
        twelve days,one,,FRIENDLY_REMINDER
        """);
    assertThat(uncovered())
        .isEqualTo(Map.of("risk-tier", "[\"RT-1\",\"RT-2\"]", "next-action", "[\"NA-1\"]"));
  }

  @Test
  void aScenarioThatFailsVisitsItsRowsAndOneThatIsNotUnderstoodDoesNot() throws IOException {
    write(
        "test-scenarios/some.yaml",
        """
        - name: expects the wrong tier
          given: { creditScore: 700 }
          expect: { riskTier: C }
        - name: is not understood
          given: { creditScore: 600 }
          expect: { riskTier: B, nonsense: 1 }
        """);
    assertThat(uncovered()).containsEntry("risk-tier", "[\"RT-2\",\"RT-3\"]");
    JsonNode failed = report().path("scenarios").path("failed").get(0).path("mismatches").get(0);
    assertThat(failed.path("expected").asText()).isEqualTo("C");
    assertThat(failed.path("actual").asText()).isEqualTo("A");
    assertThat(failed.path("decidedBy").asText()).isEqualTo("RT-1");
    assertThat(run("test").out())
        .contains("`riskTier`: expected `C`, got `A`, decided by `RT-1`")
        .contains("(decision-tables/tier.csv#A5)");
  }

  @Test
  void eachRowThatNoScenarioHitsIsANoteAtItsCell() throws IOException {
    write("test-scenarios/some.yaml", TABLE_SCENARIOS);
    assertThat(report().path("findings"))
        .extracting(
            f -> f.path("severity").asText(),
            f -> f.path("code").asText(),
            f -> f.path("decision").asText(),
            f -> f.path("location").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "INFO", "UNCOVERED", "next-action", "decision-tables/next.csv#A7"),
            org.assertj.core.groups.Tuple.tuple(
                "INFO", "UNCOVERED", "risk-tier", "decision-tables/tier.csv#A5"),
            org.assertj.core.groups.Tuple.tuple(
                "INFO", "UNCOVERED", "risk-tier", "decision-tables/tier.csv#A7"));
    Terminal.Ran text = run("check");
    assertThat(text.status()).isZero();
    assertThat(text.out())
        .contains(
            "table risk-tier: no scenario hits 2 of 3 rows",
            "  RT-1  decision-tables/tier.csv#A5",
            "row coverage 50 % (3/6)");
    assertThat(run("test", "--lang", "zh").out())
        .contains("决策表 next-action：3 行中有 1 行没有场景命中", "行覆盖率 50%（3/6）");
  }

  @Test
  void ofManyRowsTheFirstAreListedAndTheRestCounted() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "Decision,risk-tier\nHit policy,F\n,When,Then\nRow,Credit score,Risk tier\n");
    for (int i = 0; i < 30; i++) {
      table.append("RT-").append(i).append(',').append(i).append(",A\n");
    }
    write("decision-tables/tier.csv", table.toString());
    write(
        "test-scenarios/some.yaml",
        "- { name: zero, given: { creditScore: 0 }, expect: { riskTier: A } }\n");
    assertThat(report().path("omitted").toString()).isEqualTo("{\"UNCOVERED\":9}");
    assertThat(report().path("coverage").findValuesAsText("decision"))
        .containsExactly("next-action", "risk-tier");
    assertThat(run("check").out()).contains("RT-20", "  and 9 more").doesNotContain("RT-21");
  }

  @ParameterizedTest
  @CsvSource({"50, 0", "50.1, 1", "0, 0", "50%, 0", "100, 1"})
  void aThresholdFailsTheRun(String percent, int status) throws IOException {
    write("test-scenarios/some.yaml", TABLE_SCENARIOS);
    for (String command : List.of("check", "test")) {
      Terminal.Ran ran = run(command, "--min-coverage", percent);
      assertThat(ran.status()).as(command).isEqualTo(status);
      assertThat(ran.out().contains("row coverage is 50 % (3/6 rows), below the"))
          .isEqualTo(status == 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "101", "many", "1e2", "100.5"})
  void aThresholdIsAPercentage(String percent) {
    Terminal.Ran ran = run("test", "--min-coverage=" + percent);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("`" + percent + "`");
  }

  @Test
  void noScenariosAtAllAreToldAndFailOnlyWhenAsked() throws IOException {
    Terminal.Ran plain = run("check");
    assertThat(plain.status()).isZero();
    assertThat(plain.out()).contains("no scenario hits any row").doesNotContain("RT-1");
    Terminal.Ran asked = run("test", "--fail-on-empty");
    assertThat(asked.status()).isEqualTo(1);
    assertThat(asked.out()).contains("the policy has no scenarios");
  }

  @Test
  void aTableThatNoScenarioTouchesFailsWhenAsked() throws IOException {
    write(
        "test-scenarios/some.yaml",
        "- { name: one, given: { creditScore: 700 }, expect: { riskTier: A } }\n");
    assertThat(run("check").status()).isZero();
    Terminal.Ran asked = run("check", "--fail-on-empty", "--lang", "zh");
    assertThat(asked.status()).isEqualTo(1);
    assertThat(asked.out())
        .contains("decision-tables/next.csv#A1：没有场景命中决策表 `next-action` 的任何一行")
        .doesNotContain("决策表 `risk-tier` 的任何一行");
  }
}
