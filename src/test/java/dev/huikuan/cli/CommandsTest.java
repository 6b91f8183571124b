package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands through their own door: arguments in, streams and exit status out. */
class CommandsTest {

  private static final String CASE =
      """
      {"asOf": "2026-06-01", "customer": {"id": "C-1", "name": "东海机电"},
       "receivables": [{"id": "INV-1", "amount": 50000, "dueOn": "2026-03-01"}]}
      """;

  @TempDir private Path folder;

  /** A policy of one CSV table, without rules or catalogues. */
  private Path policy(String name) throws IOException {
    Path policy = folder.resolve(name);
    write(
        policy.resolve("decision-tables/next.csv"),
        """
        Decision,next-action
        Hit policy,RULE ORDER
        ,When,Then,Notes,
        Row,Days past due,Next action,Reason (zh),Reason (en)
        NA-1,>= 30,COLLECTION_CALL,该打电话了,time to call
        NA-2,-,FRIENDLY_REMINDER,先提醒,remind first
        """);
    return policy;
  }

  /** A Chinese name where the system can express one: under LC_ALL=C it cannot. */
  private Path resolve(String chinese, String ascii) {
    try {
      return folder.resolve(chinese);
    } catch (InvalidPathException e) {
      return folder.resolve(ascii);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void decideAnswersInJsonOnStandardOutputAndNothingElse() throws IOException {
    String policy = policy("policy").toString();
    Terminal.Ran ran = new Terminal().input(CASE).run("decide", "-", "--policy", policy);
    assertThat(ran.status()).isZero();
    assertThat(ran.err()).isEmpty();
    JsonNode answer = new JsonMapper().readTree(ran.out());
    assertThat(answer.path("action").path("code").asText()).isEqualTo("COLLECTION_CALL");
    assertThat(answer.path("facts").path("daysPastDue").asInt()).isEqualTo(92);
    Terminal.Ran earlier =
        new Terminal().input(CASE).run("decide", "-", "--policy", policy, "--as-of", "2026-03-05");
    assertThat(earlier.out()).contains("FRIENDLY_REMINDER", "\"asOf\" : \"2026-03-05\"");
  }

  @Test
  void decideSpeaksToACollectorInEitherLanguage() throws IOException {
    Path file = resolve("案例.json", "case.json");
    Files.writeString(file, CASE);
    String policy = policy("policy").toString();
    String zh =
        new Terminal()
            .run("decide", file.toString(), "--policy", policy, "--format=text", "--lang", "zh")
            .out();
    assertThat(zh).contains("东海机电 (C-1)", "下一步：", "该打电话了", "逾期 92 天", "NA-1");
    String en =
        new Terminal()
            .speaking("zh")
            .env("HUIKUAN_LANG", "en")
            .run("decide", file.toString(), "--policy", policy, "--format=TEXT")
            .out();
    assertThat(en).contains("Next: ", "time to call", "92 days past due");
  }

  @Test
  void everyOptionCanBeAnEnvironmentVariable() throws IOException {
    Terminal.Ran ran =
        new Terminal()
            .env(
                "HUIKUAN_POLICY",
                policy(resolve("策略", "chinese").getFileName().toString()).toString())
            .env("HUIKUAN_AS_OF", "2026-03-05")
            .env("HUIKUAN_FORMAT", "text")
            .env("HUIKUAN_LANG", "zh")
            .input(CASE)
            .run("decide", "-");
    assertThat(ran.out()).contains("截至 2026-03-05", "先提醒");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"customer":{"id":"A","colour":1},"receivables":[{"id":1}]} | /customer/colour
          not json                                                     | stdin
          """)
  void aCaseThatCannotBeReadIsNamedPlaceByPlace(String json, String place) throws IOException {
    Terminal.Ran ran =
        new Terminal().input(json).run("decide", "-", "--policy", policy("p").toString());
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(place).doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decide",
        "decide nowhere.json",
        "decide - --as-of 2026-02-30",
        "decide - --format yaml",
        "decide - --lang fr",
        "decide - --policy nowhere",
        "portfolio --input a.csv --output b.pdf",
        "portfolio --input nowhere.csv",
        "portfolio --inptu a.csv",
        "check --policy nowhere",
        "export",
        "export --format csv",
        "export --format pdf --output x",
        "export --format csv --output x --policy nowhere",
        "serve --host 0.0.0.0",
        "serve --host example.invalid",
        "serve --port 70000",
        "serve --database x",
        "nonsense",
        ""
      })
  void wrongUsageIsStatus2WithOneOrTwoPlainLines(String line) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
    Terminal.Ran ran = new Terminal().run(arguments);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines().count()).isBetween(1L, 4L);
    assertThat(ran.err()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void aPolicyWithErrorsIsStatus1ForCheckAndStatus2ForDecide() throws IOException {
    Path policy = policy("broken");
    write(
        policy.resolve("decision-tables/next.csv"),
        "Decision,next-action\nHit policy,R\n,When,Then\nRow,Days past deu,Next action\nA,1,X\n");
    Terminal.Ran check = new Terminal().run("check", "--policy", policy.toString());
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out()).contains("decision-tables/next.csv#B4", "daysPastDue");
    Terminal.Ran decide = new Terminal().input(CASE).run("decide", "-", "--policy", "" + policy);
    assertThat(decide.status()).isEqualTo(2);
    assertThat(decide.err()).contains("decision-tables/next.csv#B4");
    assertThat(new Terminal().run("test", "--policy", policy.toString()).status()).isEqualTo(1);
  }

  @Test
  void checkReportsInJsonWhatTheContractSays() throws IOException {
    Path policy = policy("policy");
    write(
        policy.resolve("test-scenarios/one.yaml"),
        """
        - name: holds
          given: { daysPastDue: 30 }
          expect: { nextAction: COLLECTION_CALL }
        - name: does not
          given: { daysPastDue: 29 }
          expect: { nextAction: COLLECTION_CALL }
        - name: is not understood
          given: { daysPastDew: 29 }
          expect: { nextAction: COLLECTION_CALL }
        """);
    Terminal.Ran ran =
        new Terminal().run("check", "--policy", policy.toString(), "--format", "json");
    assertThat(ran.status()).isEqualTo(1);
    JsonNode report = new JsonMapper().readTree(ran.out());
    List<String> names = new ArrayList<>();
    report.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "policyVersion", "errors", "warnings", "findings", "omitted", "scenarios", "coverage");
    assertThat(report.path("errors").asInt()).isEqualTo(1);
    JsonNode finding = report.path("findings").get(0);
    assertThat(finding.path("code").asText()).isEqualTo("SCENARIO");
    assertThat(finding.path("location").asText()).isEqualTo("test-scenarios/one.yaml:8");
    assertThat(finding.path("nearest").get(0).asText()).isEqualTo("daysPastDue");
    assertThat(report.path("scenarios").path("passed").asInt()).isEqualTo(1);
    JsonNode failed = report.path("scenarios").path("failed").get(0);
    assertThat(failed.path("name").asText()).isEqualTo("does not");
    assertThat(failed.path("mismatches").get(0).path("actual").asText())
        .isEqualTo("FRIENDLY_REMINDER");
    Terminal.Ran text = new Terminal().run("test", "--policy", policy.toString(), "--lang=zh");
    assertThat(text.out()).contains("未通过", "does not", "NA-2", "场景 1 个通过，2 个未通过");
  }

  @Test
  void theDefaultPolicyIsTheWorkingFoldersAndIsGood() {
    Terminal.Ran ran = new Terminal().run("check");
    assertThat(ran.out()).contains("0 errors", "0 failed");
    assertThat(ran.status()).isZero();
  }

  @Test
  void aPortfolioWithABadRowIsDoneAndStatus1() throws IOException {
    Path input = resolve("台账.csv", "ledger.csv");
    Files.writeString(
        input,
        "customer.id,receivable.id,receivable.amount,receivable.dueOn\n"
            + "=C,1,5000,2026-01-01\nD,2,five,2026-01-01\n");
    Path output = resolve("清单.csv", "worklist.csv");
    Path summary = resolve("汇总.json", "summary.json");
    Terminal.Ran ran =
        new Terminal()
            .watched()
            .run(
                "portfolio",
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--policy",
                policy(resolve("策略", "chinese").getFileName().toString()).toString(),
                "--as-of",
                "2026-06-01",
                "--summary",
                summary.toString(),
                "--lang",
                "zh");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains(".csv 第 3 行，`receivable.amount`").contains("] 2/2");
    assertThat(ran.out()).contains("1 个客户，列出 1 个");
    assertThat(Files.readString(output)).contains("'=C,").contains("该打电话了");
    assertThat(new JsonMapper().readTree(summary.toFile()).path("errors").path("count").asInt())
        .isEqualTo(1);
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(n -> n.endsWith(".part"));
    }
  }

  @Test
  void withoutOutputTheWorklistIsTheAnswer() throws IOException {
    Terminal.Ran ran =
        new Terminal()
            .input("customer.id,receivable.id,receivable.amount\nC,1,5000\n")
            .run("portfolio", "--input", "-", "--policy", policy("p").toString());
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).startsWith("\uFEFFcustomerId,").contains("\r\nC,");
    assertThat(ran.err()).contains("1 accounts, 1 listed");
  }

  @Test
  void aMappingThatIsWrongLeavesNoOutputBehind() throws IOException {
    Path input = folder.resolve("a.csv");
    Files.writeString(input, "x,y\n1,2\n");
    Path mapping = folder.resolve("m.json");
    Files.writeString(mapping, "{\"columns\": {\"customer.idd\": \"x\"}}");
    Path output = folder.resolve("out.csv");
    Terminal.Ran ran =
        new Terminal()
            .run(
                "portfolio",
                "--input",
                input.toString(),
                "--mapping",
                mapping.toString(),
                "--output",
                output.toString(),
                "--policy",
                policy("p").toString());
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("/columns/customer.idd", "customer.id");
    assertThat(output).doesNotExist();
  }

  @Test
  void aPortThatIsTakenIsStatus3() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Terminal.Ran ran =
          new Terminal().run("serve", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(ran.status()).isEqualTo(3);
      assertThat(ran.err()).contains("--port").doesNotContain("Exception");
    }
  }

  @Test
  void helpAndVersionAreAnswersInBothLanguages() {
    for (String command :
        List.of(
            "serve",
            "activate",
            "decide",
            "check",
            "test",
            "diff",
            "simulate",
            "portfolio",
            "export")) {
      Terminal.Ran en = new Terminal().run(command, "--help");
      assertThat(en.status()).isZero();
      assertThat(en.out()).contains("Usage: huikuan " + command, "Options:");
      Terminal.Ran zh = new Terminal().speaking("zh").run(command, "--help");
      assertThat(zh.out()).contains("用法", "选项").doesNotContain("Options", "Show this help");
    }
    assertThat(new Terminal().run("--version").out()).matches("huikuan \\S+\n");
    assertThat(new Terminal().run("--help").out()).contains("portfolio", "Exit status");
  }
}
