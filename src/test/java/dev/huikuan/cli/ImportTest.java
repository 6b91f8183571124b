package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.table.exchange.dmn.TestPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Out with {@code export}, back with {@code import}: real files, streams and exit status. */
class ImportTest {

  private static final String TABLE =
      """
      Decision,risk,Risk,风险
      Hit policy,FIRST
      ,When,,Then,Notes,,
      Row,daysPastDue,delayReason,riskTier,Reason (zh),Reason (en),Note
      R-1,"> 60, unknown",not(HABIT),E,逾期“太久”了,too late,=SUM(A1)
      R-2,[1..60],-,C,,,
      R-3,-,-,A,,,
      """;

  @TempDir private Path folder;

  private Path resolve(String chinese, String ascii) {
    try {
      return folder.resolve(chinese);
    } catch (InvalidPathException e) {
      return folder.resolve(ascii);
    }
  }

  private Path policy() throws IOException {
    Path tables = folder.resolve("policy/decision-tables");
    Files.createDirectories(tables);
    Files.writeString(tables.resolve("risk.csv"), TABLE);
    return folder.resolve("policy");
  }

  private static Policy loaded(String name, byte[] bytes) {
    PolicyLoader.Loaded loaded =
        PolicyLoader.load(List.of(new PolicyFile("decision-tables/" + name, bytes)));
    assertThat(loaded.findings()).filteredOn(f -> f.isError()).isEmpty();
    return loaded.policy().orElseThrow();
  }

  private static List<dev.huikuan.policy.table.DecisionTable> tables(Policy policy) {
    return policy.tables().stream().map(index -> index.table()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dmn", "csv"})
  void whatWasExportedComesBackTheSame(String format) throws IOException {
    String policy = policy().toString();
    Path out = resolve("导出", "out");
    Terminal.Ran exported =
        new Terminal()
            .run("export", "--format", format, "--policy", policy, "--output", out.toString());
    assertThat(exported.status()).isZero();
    Path file = out.resolve(exported.out().strip());
    Path named =
        Files.move(file, out.resolve(resolve("风险表." + format, "risk2." + format).getFileName()));
    Path workbook = resolve("风险.xlsx", "back.xlsx");
    Terminal.Ran ran =
        new Terminal()
            .run("import", named.toString(), "--policy", policy, "--output", workbook.toString());
    assertThat(ran.err()).contains("decision tables written: 1");
    assertThat(ran.status()).isZero();
    assertThat(ran.out().strip()).isEqualTo(workbook.getFileName().toString());
    TestPolicies.assertSameMeaning(
        tables(loaded("risk.csv", Files.readAllBytes(Path.of(policy, "decision-tables/risk.csv")))),
        tables(loaded("back.xlsx", Files.readAllBytes(workbook))));
  }

  @Test
  void exportWritesATidyWorkbookUnlessAskedOtherwise() throws IOException {
    Path out = folder.resolve("out");
    Terminal.Ran ran =
        new Terminal()
            .run(
                "export",
                "--policy",
                policy().toString(),
                "--output",
                out.toString(),
                "--lang",
                "zh");
    assertThat(ran.status()).isZero();
    assertThat(ran.out().strip()).isEqualTo("risk.xlsx");
    assertThat(tables(loaded("risk.xlsx", Files.readAllBytes(out.resolve("risk.xlsx")))))
        .hasSize(1);
  }

  @Test
  void aFolderIsGivenAWorkbookOfTheSameName() throws IOException {
    Path file = folder.resolve("risk.csv");
    Files.writeString(file, TABLE);
    Path out = folder.resolve("tables");
    Terminal.Ran ran =
        new Terminal()
            .run(
                "import",
                file.toString(),
                "--policy",
                policy().toString(),
                "--output",
                out.toString());
    assertThat(ran.status()).isZero();
    assertThat(out.resolve("risk.xlsx")).isRegularFile();
    Files.writeString(out.resolve("risk.xlsx"), "mine");
    Terminal.Ran refused =
        new Terminal()
            .run(
                "import",
                file.toString(),
                "--policy",
                policy().toString(),
                "--output",
                out.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("--overwrite");
    assertThat(out.resolve("risk.xlsx")).hasContent("mine");
  }

  @Test
  void aFileWithErrorsIsToldInFullAndNothingIsWritten() throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, TABLE.replace("[1..60]", "[1..").replace("not(HABIT)", "LAZY"));
    Path workbook = folder.resolve("bad.xlsx");
    Terminal.Ran ran =
        new Terminal()
            .run(
                "import",
                file.toString(),
                "--policy",
                policy().toString(),
                "--output",
                workbook.toString(),
                "--lang",
                "zh");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("#B6", "#C5", "没有写出工作簿");
    assertThat(ran.out()).isEmpty();
    assertThat(workbook).doesNotExist();
  }

  @Test
  void whatIsLeftOutOfAModelIsSaidByTheExitStatus() throws IOException {
    String policy = policy().toString();
    new Terminal()
        .run("export", "--format", "dmn", "--policy", policy, "--output", folder.toString());
    Path file = folder.resolve("policy.dmn");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "<dmndi:DMNDI>", "<businessKnowledgeModel id=\"b\" name=\"bkm\"/><dmndi:DMNDI>"));
    Terminal.Ran ran =
        new Terminal()
            .run(
                "import",
                file.toString(),
                "--policy",
                policy,
                "--output",
                folder.resolve("w.xlsx").toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("`bkm` is no decision table and was left out");
    assertThat(folder.resolve("w.xlsx")).isRegularFile();
  }

  @Test
  void otherFilesAndPlacesAreRefusedByName() throws IOException {
    String policy = policy().toString();
    String out = folder.resolve("x.xlsx").toString();
    Terminal.Ran other = new Terminal().run("import", "a.pdf", "--policy", policy, "--output", out);
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains("a.pdf", ".dmn");
    Terminal.Ran missing =
        new Terminal().run("import", "no.dmn", "--policy", policy, "--output", out);
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("no.dmn");
    Path file = folder.resolve("risk.csv");
    Files.writeString(file, TABLE);
    Path inTheWay = folder.resolve("file");
    Files.writeString(inTheWay, "");
    Terminal.Ran blocked =
        new Terminal()
            .run(
                "import",
                file.toString(),
                "--policy",
                policy,
                "--output",
                inTheWay.resolve("deep/x.xlsx").toString());
    assertThat(blocked.status()).isEqualTo(3);
  }
}
