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
}
