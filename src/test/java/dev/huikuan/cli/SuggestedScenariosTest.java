package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check --suggest}: what is written runs, and hits what was not hit. */
@Tag("once")
class SuggestedScenariosTest {

  @TempDir private Path policy;

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

  private Terminal.Ran suggest(String file) {
    return run("check", "--suggest", policy.resolve("test-scenarios").resolve(file).toString());
  }

  private String suggested(String file) throws IOException {
    return Files.readString(policy.resolve("test-scenarios").resolve(file));
  }

  private void table(String rows) throws IOException {
    write(
        "decision-tables/next.csv",
        """
        Decision,next-action
        Hit policy,%s
        ,When,,Then
        Row,Days past due,Outstanding,Next action
        """
            + rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s.xlsx", "s.csv", "s.yaml"})
  void everyRowOfTheDefaultPolicyGetsAScenarioThatHitsIt(String file) throws IOException {
    for (String folder : List.of("decision-tables", "rules")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path from : files.toList()) {
          Files.createDirectories(policy.resolve(folder));
          Files.copy(from, policy.resolve(folder).resolve(from.getFileName()));
        }
      }
    }
    Terminal.Ran ran = suggest(file);
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("suggested scenarios written").hasLineCount(1);
    Terminal.Ran again =
        run("check", "--format", "json", "--min-coverage", "100", "--fail-on-empty");
    assertThat(again.status()).isZero();
    JsonNode report = new JsonMapper().readTree(again.out());
    assertThat(report.path("scenarios").path("failed")).isEmpty();
    assertThat(report.path("scenarios").path("passed").asInt()).isGreaterThan(300);
    assertThat(report.path("coverage").findValues("uncovered")).allMatch(JsonNode::isEmpty);
  }

  @Test
  void underFirstTheCaseAvoidsTheRowsAboveAndAMaskedRowIsNamed() throws IOException {
    table(
        """
        N-1,>= 60,-,LAWYER_LETTER
        N-2,31..90,"> 10,000",COLLECTION_CALL
        N-3,"61..70, > 80",-,FORMAL_DEMAND
        N-4,> 0,-,FRIENDLY_REMINDER
        """);
    replaceHitPolicy("FIRST");
    Terminal.Ran ran = suggest("s.yaml");
    assertThat(ran.err())
        .contains("3 suggested scenarios")
        .contains("decision-tables/next.csv#A7: `N-3`: it never decides")
        .contains("rows above match first");
    assertThat(suggested("s.yaml"))
        .contains(
            """
            - name: "SUGGESTED, to be confirmed: next-action, N-2 decides"
            """,
            """
              given:
                daysPastDue: "31"
                outstanding: "10001"
              expect:
                nextAction: COLLECTION_CALL
            """,
            """
              given:
                daysPastDue: "1"
              expect:
                nextAction: FRIENDLY_REMINDER
            """)
        .doesNotContain("FORMAL_DEMAND");
    assertThat(run("test").out()).contains("3 passed, 0 failed; row coverage 75 % (3/4)");
  }

  private void replaceHitPolicy(String hitPolicy) throws IOException {
    Path file = policy.resolve("decision-tables/next.csv");
    Files.writeString(file, Files.readString(file).replace("%s", hitPolicy));
  }

  @Test
  void underUniqueNoOtherRowMatchesAndUnderRuleOrderTheRowIsFirstWhereItCanBe() throws IOException {
    table(
        """
        N-1,>= 60,-,LAWYER_LETTER
        N-2,31..90,-,COLLECTION_CALL
        N-3,70..80,-,FORMAL_DEMAND
        """);
    replaceHitPolicy("UNIQUE");
    assertThat(suggest("unique.csv").err())
        .contains("2 suggested scenarios", "`N-3`: it never decides", "other rows match too");
    assertThat(suggested("unique.csv")).contains(",91,LAWYER_LETTER,", ",31,COLLECTION_CALL,");
    table("N-1,>= 60,-,LAWYER_LETTER\nN-2,31..90,-,COLLECTION_CALL\nN-3,70..80,-,FORMAL_DEMAND\n");
    replaceHitPolicy("RULE ORDER");
    Files.delete(policy.resolve("test-scenarios/unique.csv"));
    assertThat(suggest("order.csv").err()).contains("3 suggested scenarios");
    assertThat(suggested("order.csv"))
        .contains("N-2 decides", "N-3 matches after other rows")
        .contains("LAWYER_LETTER, COLLECTION_CALL, FORMAL_DEMAND");
    assertThat(run("test").out()).contains("3 passed, 0 failed; row coverage 100 %");
  }

  @Test
  void cellsThatNameAnotherTermAndDatedRowsGetTheirCases() throws IOException {
    write(
        "decision-tables/next.csv",
        """
        Decision,next-action
        Hit policy,FIRST
        ,When,,Then,Notes,
        Row,Outstanding,Credit limit,Next action,Effective from,Effective until
        N-1,> 2 * creditLimit,-,LAWYER_LETTER,,
        N-2,> creditLimit,"> 5,000",COLLECTION_CALL,,2025-12-31
        N-3,> creditLimit,-,FORMAL_DEMAND,2026-01-01,
        N-4,-,-,FRIENDLY_REMINDER,,
        """);
    Terminal.Ran ran = suggest("s.csv");
    assertThat(ran.err()).contains("4 suggested scenarios");
    assertThat(suggested("s.csv")).contains("N-2 decides\",2025-12-31,5001,5002,");
    assertThat(run("test").out()).contains("4 passed, 0 failed; row coverage 100 %");
  }

  @Test
  void whatOtherTablesWouldDecideIsSaidWhereItMatters() throws IOException {
    write(
        "decision-tables/tier.csv",
        "Decision,risk-tier\nHit policy,F\n,When,Then\nRow,Credit score,Risk tier\nRT-1,-,A\n");
    write(
        "decision-tables/next.csv",
        """
        Decision,next-action
        Hit policy,F
        ,When,Then
        Row,Risk tier,Next action
        N-1,A,LAWYER_LETTER
        N-2,-,FRIENDLY_REMINDER
        """);
    assertThat(suggest("s.yaml").err()).contains("3 suggested scenarios");
    assertThat(suggested("s.yaml")).contains("riskTier: unknown");
    assertThat(run("test", "--min-coverage=100").status()).isZero();
  }

  @Test
  void aFileThatIsThereIsLeftAloneAndNothingIsWrittenForNothing() throws IOException {
    table("N-1,>= 60,-,LAWYER_LETTER\n");
    replaceHitPolicy("FIRST");
    assertThat(suggest("s.pdf").status()).isEqualTo(2);
    assertThat(suggest("s.csv").err()).contains("1 suggested scenario written");
    String before = suggested("s.csv");
    Terminal.Ran again = suggest("s.csv");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("is there already");
    assertThat(suggested("s.csv")).isEqualTo(before);
    assertThat(suggest("other.csv").err()).contains("nothing to suggest");
    table("N-1,>= sixty,-,LAWYER_LETTER\n");
    replaceHitPolicy("FIRST");
    Terminal.Ran broken = suggest("other.csv");
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.err()).contains("the policy has errors");
    assertThat(policy.resolve("test-scenarios/other.csv")).doesNotExist();
  }

  @Test
  void itSpeaksChinese() throws IOException {
    table("N-1,>= 60,-,LAWYER_LETTER\nN-2,60..70,-,LAWYER_LETTER\n");
    replaceHitPolicy("FIRST");
    Terminal.Ran ran =
        run(
            "check",
            "--lang",
            "zh",
            "--suggest",
            policy.resolve("test-scenarios/s.csv").toString());
    assertThat(ran.err()).contains("已将建议的 1 个场景写入", "`N-2` 永远轮不到它：凡是它命中的情形，前面的行都已命中");
    assertThat(suggested("s.csv")).contains("场景,截至,daysPastDue,nextAction,说明", "【建议，待确认】");
    assertThat(run("test").out()).contains("1 passed");
  }
}
