package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code export}: what it writes, where, and what it leaves in peace. */
class ExportTest {

  @TempDir private Path folder;

  private Path policy(String... tables) throws IOException {
    Path policy = folder.resolve("policy");
    for (int i = 0; i < tables.length; i++) {
      Path file = policy.resolve("decision-tables/t" + i + ".csv");
      Files.createDirectories(file.getParent());
      Files.writeString(file, tables[i]);
    }
    return policy;
  }

  private static String table(String code, String effective, String term, String value) {
    return "Decision,"
        + code
        + "\nHit policy,F\n"
        + effective
        + ",When,Then\nRow,daysPastDue,"
        + term
        + "\nR-1,> 5,"
        + value
        + "\n";
  }

  private Terminal.Ran export(Path policy, String format, String... more) {
    List<String> line = new java.util.ArrayList<>();
    line.addAll(List.of("export", "--format", format, "--policy", policy.toString()));
    line.addAll(List.of("--output", out().toString()));
    line.addAll(List.of(more));
    return new Terminal().run(line.toArray(String[]::new));
  }

  private Path out() {
    return folder.resolve("a").resolve("out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "md", "drl"})
  void everyTableOfThePolicyBecomesAFile(String format) throws IOException {
    Path policy =
        policy(
            table("risk", "Effective,,2026-06-30\n", "riskTier", "C"),
            table("risk", "Effective,2026-07-01,\n", "riskTier", "D"),
            table("../../up/..", "", "cause", "HABIT"));
    Terminal.Ran ran = export(policy, format);
    assertThat(ran.err()).contains("3 files written to");
    assertThat(ran.status()).isZero();
    assertThat(ran.out().lines())
        .containsExactly("__.._up__." + format, "risk." + format, "risk-2026-07-01." + format);
    try (var files = Files.list(out())) {
      assertThat(files.count()).isEqualTo(3);
    }
  }

  @Test
  void aFileWithAnotherContentIsReplacedOnlyWhenAsked() throws IOException {
    Path policy = policy(table("risk", "", "riskTier", "C"));
    assertThat(export(policy, "csv").status()).isZero();
    assertThat(export(policy, "csv").status()).as("the same again").isZero();
    Path file = out().resolve("risk.csv");
    Files.writeString(file, "mine");
    Terminal.Ran refused = export(policy, "csv");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("risk.csv", "--overwrite");
    assertThat(file).hasContent("mine");
    assertThat(export(policy, "csv", "--overwrite").status()).isZero();
    assertThat(Files.readString(file)).contains("R-1,> 5,C");
  }

  @Test
  void aPolicyWithErrorsIsNotExported() throws IOException {
    Terminal.Ran ran = export(policy(table("risk", "", "riskTier", "X")), "csv");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("decision-tables/t0.csv#C5");
    assertThat(out()).doesNotExist();
  }

  @Test
  void outputMustBeAFolder() throws IOException {
    Path policy = policy(table("risk", "", "riskTier", "C"));
    Files.createDirectories(out().getParent());
    Files.writeString(out(), "a file");
    assertThat(export(policy, "csv").status()).isEqualTo(2);
    assertThat(new Terminal().run("export", "--format", "pdf", "--output", "x").err())
        .contains("csv");
    assertThat(new Terminal().run("export", "--format", "csv").err()).contains("--output");
  }

  private static final String RISK =
      """
      决策,risk,风险等级,Risk tier
      命中策略,FIRST
      说明,第一行 | 第二列
      ,条件,,结果,备注
      行号,逾期天数,拖延原因 / delayReason,风险等级,理由（中文）,理由（英文）
      R-1,31至60,"资金紧张, 未知",C,逾期 {daysPastDue} 天,{daysPastDue} days late
      R-2,-,非(资金紧张),B,,
      R-9,,,A,,
      """;

  @Test
  void theCsvDecidesLikeTheTableItCameFrom() throws IOException {
    Path policy = policy(RISK);
    assertThat(export(policy, "csv").status()).isZero();
    Path copy = folder.resolve("copy/decision-tables/risk.csv");
    Files.createDirectories(copy.getParent());
    Files.copy(out().resolve("risk.csv"), copy);
    for (String reason : List.of("", "\"delayReason\": \"QUALITY\",")) {
      String theCase =
          """
          { "asOf": "2026-06-11", "customer": { "id": "C-1", %s "segment": "KEY" },
            "receivables": [ { "id": "INV-1", "amount": 5000, "dueOn": "2026-05-01" } ] }
          """
              .formatted(reason);
      assertThat(tier(theCase, folder.resolve("copy"))).isEqualTo(tier(theCase, policy));
    }
  }

  private static String tier(String theCase, Path policy) {
    String answer =
        new Terminal().input(theCase).run("decide", "-", "--policy", policy.toString()).out();
    return answer.replaceFirst(
        "(?s).*(\"riskTier\" : \"[A-E]\").*?(\"row\" : \"R-[0-9]\").*", "$1 $2");
  }

  @Test
  void theMarkdownIsATableWithLabelsInBothLanguages() throws IOException {
    assertThat(export(policy(RISK), "md").status()).isZero();
    assertThat(Files.readString(out().resolve("risk.md")))
        .startsWith("# risk\n\nRisk tier · 风险等级\n\n- Hit policy · 命中策略: FIRST\n")
        .contains(
            "\n第一行 \\| 第二列\n",
            "\n| Row · 行号 | Days past due · 逾期天数<br>daysPastDue | Delay reason · 拖延原因<br>delayReason"
                + " | **Risk tier · 风险等级<br>riskTier** | Reason (zh) | Reason (en) |\n| --- |",
            "\n| R-1 | 31至60 | 资金紧张, 未知 | C | 逾期 {daysPastDue} 天 | {daysPastDue} days late |\n");
  }

  @Test
  void theRulesSayWhatTheyAreAndHaveTheNamesOfTheRows() throws IOException {
    assertThat(export(policy(RISK), "drl").status()).isZero();
    assertThat(Files.readString(out().resolve("risk.drl")))
        .startsWith("// Decision table risk: Risk tier · 风险等级\n")
        .contains(
            "\n// Hit policy FIRST: ",
            "\npackage huikuan.risk\n",
            "\n    daysPastDue : Long   // daysPastDue · Days past due · 逾期天数\n",
            "\n// daysPastDue: 31至60\n// delayReason: 资金紧张, 未知\n// riskTier: → C\nrule \"risk R-1\"\n",
            "daysPastDue >= 31000000L && daysPastDue <= 60000000L");
  }
}
