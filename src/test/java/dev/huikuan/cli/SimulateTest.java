package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.WorkbookReader;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code simulate}: who is treated differently under a candidate policy. */
class SimulateTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String TABLE =
      """
      Decision,next-action
      Hit policy,RULE ORDER
      ,When,Then,,Notes,
      Row,Days past due,Next action,Discount percent,Reason (zh),Reason (en)
      """;

  private static final String CASES =
      """
      {"asOf":"2026-06-01","customer":{"id":"=A","name":"=cmd()"},"receivables":[{"id":"1","amount":500,"dueOn":"2026-04-20"}]}
      {"asOf":"2026-06-01","customer":{"id":"B"},"receivables":[{"id":"1","amount":500,"dueOn":"2026-05-12"}]}
      {"asOf":"2026-06-01","customer":{"id":"C"},"receivables":[{"id":"1","amount":500,"dueOn":"2026-05-30"}]}
      """;

  @TempDir private Path folder;

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** A policy of one table: from so many days on call, else remind. */
  private Path calling(String name, int days) throws IOException {
    Path policy = folder.resolve(name);
    write(
        policy.resolve("decision-tables/next.csv"),
        """
        Decision,next-action
        Hit policy,RULE ORDER
        ,When,Then,Notes,
        Row,Days past due,Next action,Reason (zh),Reason (en)
        NA-1,>= DAYS,COLLECTION_CALL,该打电话了,time to call
        NA-2,-,FRIENDLY_REMINDER,先提醒,remind first
        """
            .replace("DAYS", String.valueOf(days)));
    write(
        policy.resolve("decision-tables/contact.csv"),
        """
        Decision,contact
        Hit policy,FIRST
        ,When,Then
        Row,Action,Owner role
        CO-1,COLLECTION_CALL,COLLECTOR
        CO-2,-,FINANCE
        """);
    write(
        policy.resolve("decision-tables/priority.csv"),
        """
        Decision,priority
        Hit policy,C+
        ,When,Then
        Row,Days past due,Priority
        PR-1,>= 30,50
        """);
    return policy;
  }

  private Path cases(String text) throws IOException {
    Path file = folder.resolve("cases.ndjson");
    Files.writeString(file, text);
    return file;
  }

  private static Terminal.Ran simulate(Path policy, Path candidate, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "simulate", "--policy", policy.toString(), "--candidate", candidate.toString()));
    line.addAll(List.of(more));
    return new Terminal().run(line.toArray(String[]::new));
  }

  private Path defaultPolicy(String name) throws IOException {
    Path policy = folder.resolve(name);
    for (String part : List.of("decision-tables", "rules")) {
      Files.createDirectories(policy.resolve(part));
      try (Stream<Path> files = Files.list(Path.of(part))) {
        for (Path from : files.toList()) {
          Files.copy(from, policy.resolve(part).resolve(from.getFileName()));
        }
      }
    }
    return policy;
  }

  /** Large amounts are escalated to the third level on another day: one cell of one workbook. */
  private Path oneChangedThreshold() throws IOException {
    return changedThreshold(40);
  }

  private Path changedThreshold(int days) throws IOException {
    Path policy = defaultPolicy("candidate");
    Path workbook = policy.resolve("decision-tables/dunning-level.xlsx");
    try (FileSystem zip = FileSystems.newFileSystem(workbook)) {
      Path sheet = zip.getPath("xl/worksheets/sheet1.xml");
      String xml = Files.readString(sheet);
      assertThat(xml.split("&gt;= 21<", -1)).hasSize(2);
      Files.writeString(sheet, xml.replace("&gt;= 21<", "&gt;= " + days + "<"));
    }
    return policy;
  }

  /** By what the change is worth in base currency, whatever the currency of an account is. */
  @Tag("once")
  @Test
  void theAccountsThatChangeMostAreThoseWhoseChangeIsWorthMost() throws IOException {
    Terminal.Ran ran =
        simulate(defaultPolicy("active"), changedThreshold(14), "--demo", "--format", "json");
    JsonNode top = JSON.readTree(ran.out()).path("top");
    List<Double> changes = new ArrayList<>();
    List<Double> ratesOfEuro = new ArrayList<>();
    for (JsonNode account : top) {
      double change = account.path("netChange").asDouble();
      changes.add(-Math.abs(change));
      boolean exchanged =
          account.at("/before/currency").asText().equals("EUR")
              && account.at("/after/currency").asText().equals("CNY");
      if (exchanged) {
        double before = account.at("/after/net").asDouble() - change;
        ratesOfEuro.add(before / account.at("/before/net").asDouble());
      }
    }
    assertThat(changes).isSorted();
    assertThat(ratesOfEuro).isNotEmpty().allSatisfy(rate -> assertThat(rate).isBetween(6.5, 9.5));
  }

  @Tag("once")
  @Test
  void onTheDemoPortfolioExactlyThoseAreNamedWhomBruteForceNames() throws IOException {
    Path active = defaultPolicy("active");
    Path candidate = oneChangedThreshold();
    Path demo = cases(DemoPortfolio.ndjson(DemoPortfolio.AS_OF));
    Map<String, JsonNode> before = answers(active, demo);
    Map<String, JsonNode> after = answers(candidate, demo);
    TreeSet<String> treated = new TreeSet<>();
    TreeSet<String> otherAction = new TreeSet<>();
    before.forEach(
        (id, was) -> {
          JsonNode is = after.get(id);
          if (!is.equals(was)) {
            treated.add(id);
          }
          if (!is.at("/action/code").equals(was.at("/action/code"))) {
            otherAction.add(id);
          }
        });
    assertThat(treated).as("the threshold matters").hasSizeBetween(5, before.size() / 2);
    assertThat(otherAction).isNotEmpty();

    Terminal.Ran ran = simulate(active, candidate, "--demo", "--top", "1000", "--format", "json");
    assertThat(ran.status()).as(ran.err()).isZero();
    JsonNode result = JSON.readTree(ran.out());
    assertThat(result.path("accounts").asInt()).isEqualTo(before.size());
    assertThat(result.path("changed").asInt()).isEqualTo(treated.size());
    assertThat(result.path("otherAction").asInt()).isEqualTo(otherAction.size());
    TreeSet<String> named = new TreeSet<>();
    TreeSet<String> moved = new TreeSet<>();
    for (JsonNode account : result.path("top")) {
      String id = account.path("ledger").asText() + " " + account.path("customerId").asText();
      named.add(id);
      JsonNode from = account.at("/before/action");
      if (!from.equals(account.at("/after/action"))) {
        moved.add(id);
      }
      assertThat(from.asText()).isEqualTo(before.get(id).at("/action/code").asText());
      assertThat(account.path("trace")).as(id).isNotEmpty();
    }
    assertThat(named).isEqualTo(treated);
    assertThat(moved).isEqualTo(otherAction);
    int accounts = 0;
    int changes = 0;
    for (JsonNode move : result.path("moves")) {
      accounts += move.path("accounts").asInt();
      boolean stays = move.path("from").equals(move.path("to"));
      changes += stays ? 0 : move.path("accounts").asInt();
    }
    assertThat(accounts).isEqualTo(before.size());
    assertThat(changes).isEqualTo(otherAction.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void theReadmeShowsWhatHappens(String readme) throws IOException {
    String language = readme.contains("zh") ? "zh" : "en";
    Path active = defaultPolicy("active");
    Path candidate = oneChangedThreshold();
    String text = Files.readString(Path.of(readme));
    String block = text.substring(text.indexOf("huikuan.jar diff . candidate"));
    List<String> shown = block.substring(0, block.indexOf("\n```")).lines().toList();
    Terminal.Ran diff =
        new Terminal().run("diff", active.toString(), candidate.toString(), "--lang", language);
    String said = simulate(active, candidate, "--demo", "--lang", language).out();
    int second = 1;
    while (!shown.get(second).startsWith("$")) {
      second++;
    }
    assertThat(diff.out().lines()).containsExactlyElementsOf(shown.subList(1, second));
    assertThat(said).startsWith(String.join("\n", shown.subList(second + 1, shown.size())));
  }

  /** Each account's answer without what explains it, by ledger and customer. */
  private Map<String, JsonNode> answers(Path policy, Path input) throws IOException {
    Path output = folder.resolve(policy.getFileName() + ".ndjson");
    Terminal.Ran ran =
        new Terminal()
            .run(
                "portfolio",
                "--policy",
                policy.toString(),
                "--input",
                input.toString(),
                "--output",
                output.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
    Map<String, JsonNode> answers = new TreeMap<>();
    for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
      ObjectNode answer = (ObjectNode) JSON.readTree(line);
      String id = answer.path("ledger").asText() + " " + answer.path("customerId").asText();
      answers.put(id, answer.without(List.of("policyVersion", "alternatives", "trace")));
    }
    return answers;
  }

  @Tag("once")
  @Test
  void thePolicyAgainstItselfChangesNothing() throws IOException {
    Path active = defaultPolicy("active");
    Terminal.Ran ran = simulate(active, active, "--demo", "--format=json");
    assertThat(ran.status()).isZero();
    JsonNode result = JSON.readTree(ran.out());
    assertThat(result.path("accounts").asInt()).isGreaterThan(300);
    assertThat(result.path("changed").asInt()).isZero();
    assertThat(result.path("onlyExplained").asInt()).isZero();
    assertThat(result.path("top")).isEmpty();
    for (String list : List.of("actions", "holds", "offers", "expectedNet", "workload")) {
      assertThat(result.path(list)).as(list).isNotEmpty();
      for (JsonNode one : result.path(list)) {
        assertThat(one.path("before")).isEqualTo(one.path("after"));
      }
    }
  }

  @Test
  void nothingChangedIsSaidInOneLine() throws IOException {
    Path cases = cases(CASES);
    Path policy = calling("p", 30);
    Terminal.Ran ran = simulate(policy, policy, "--cases", cases.toString());
    assertThat(ran.out())
        .startsWith("3 accounts, none of them treated differently\n")
        .doesNotContain("→", "explanation");
  }

  @Test
  void itSaysWhoGetsAnotherActionAndWhichRowDecided() throws IOException {
    Path cases = cases(CASES);
    Terminal.Ran ran = simulate(calling("p", 30), calling("q", 15), "--cases", cases.toString());
    assertThat(ran.status()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains(
            "1 of 3 accounts are treated differently, 1 of them with another action",
            "Friendly reminder (FRIENDLY_REMINDER) → Collection call (COLLECTION_CALL)",
            "      1      2     +1  Collector (COLLECTOR)",
            "      2      1     -1  Finance (FINANCE)",
            "1. (B)\n   active: Friendly reminder (NA-2), priority 0",
            "   candidate: Collection call (NA-1), priority 0",
            "     next-action\n       - (none)\n       + NA-1 time to call")
        .doesNotContain("=A");
    Terminal.Ran zh =
        simulate(calling("p", 30), calling("q", 60), "--cases", cases.toString(), "--lang", "zh");
    assertThat(zh.out()).contains("3 个客户中有 1 个的处理结果不同，其中 1 个换了动作", "1. =cmd() (=A)", "该打电话了");
  }

  @Test
  void aLineThatCannotBeUsedIsNamedAndTheRestGoesOn() throws IOException {
    Path cases = cases("{\"customer\":{}}\n" + CASES + "nonsense\n");
    Terminal.Ran ran = simulate(calling("p", 30), calling("q", 15), "--cases", cases.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("cases.ndjson line 1, `/customer", "cases.ndjson line 5");
    assertThat(ran.out()).contains("1 of 3 accounts", "errors in the input");
  }

  @Test
  void aLedgerIsReadAsThePortfolioReadsIt() throws IOException {
    Path ledger = folder.resolve("ledger.csv");
    Files.writeString(
        ledger, "who,no,sum,due\nA,1,500,4/20/2026\nB,2,500,5/12/2026\nB,3,7,1/1/2027\n");
    Path mapping = folder.resolve("m.json");
    Files.writeString(
        mapping,
        """
        {"dateFormat": "M/d/yyyy", "columns": {"customer.id": "who", "receivable.id": "no",
          "receivable.amount": "sum", "receivable.dueOn": "due"}}
        """);
    Terminal.Ran ran =
        simulate(
            calling("p", 30),
            calling("q", 15),
            "--cases",
            ledger.toString(),
            "--mapping",
            mapping.toString(),
            "--as-of",
            "2026-06-01");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("as of 2026-06-01: 1 of 2 accounts", "1. (B)");
  }

  @Test
  void theAccountsThatChangeMostAreBoundedAndTheResultIsTheSameAgain() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      many.append(
              CASES
                  .lines()
                  .toList()
                  .get(i % 3)
                  .replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"N" + i + "\""))
          .append('\n');
    }
    String[] options = {
      "--cases", cases(many.toString()).toString(), "--top", "7", "--format=json"
    };
    Path active = calling("p", 30);
    Path candidate = calling("q", 15);
    String first = simulate(active, candidate, options).out();
    assertThat(simulate(active, candidate, options).out()).isEqualTo(first);
    JsonNode result = JSON.readTree(first);
    assertThat(result.path("changed").asInt()).isEqualTo(100);
    assertThat(result.path("top").findValuesAsText("customerId"))
        .containsExactly("N1", "N10", "N100", "N103", "N106", "N109", "N112");
    assertThat(simulate(active, candidate, "--cases", options[1], "--top", "1").out())
        .contains("and 99 more; --top lists more");
  }

  @Test
  void theWorkbookHoldsTheMatrixAndTracesAsPlainCells() throws IOException {
    Path out = folder.resolve("result.xlsx");
    Terminal.Ran ran =
        simulate(
            calling("p", 30),
            calling("q", 60),
            "--cases",
            cases(CASES).toString(),
            "--format",
            "xlsx",
            "--output",
            out.toString());
    assertThat(ran.out()).isEmpty();
    WorkbookReader.Sheets sheets = WorkbookReader.read("r.xlsx", Files.readAllBytes(out));
    assertThat(sheets.findings()).isEmpty();
    assertThat(sheets.grids())
        .extracting(Grid::sheet)
        .containsExactly(
            "Summary",
            "Action matrix",
            "Holds",
            "Offers",
            "Workload",
            "Accounts that change most",
            "Traces side by side");
    Grid matrix = sheets.grids().get(1);
    assertThat(matrix.cell(2, 1).text()).isEqualTo("Collection call");
    assertThat(matrix.cell(2, 3).text()).isEqualTo("1");
    assertThat(matrix.cell(3, 3).text()).isEqualTo("2");
    Grid accounts = sheets.grids().get(5);
    assertThat(accounts.cell(2, 1).text()).isEqualTo("=A");
    assertThat(accounts.cell(2, 2).text()).isEqualTo("=cmd()");
    assertThat(accounts.cell(2, 2).formula()).isEmpty();
    assertThat(accounts.cell(2, 4).text()).isEqualTo("Collection call (NA-1)");
    assertThat(sheets.grids().get(6).cell(2, 4).text()).isEqualTo("NA-1 time to call");
  }

  @Test
  void onATerminalItShowsHowFarItIs() throws IOException {
    Terminal.Ran ran =
        new Terminal()
            .watched()
            .run(
                "simulate",
                "--policy",
                calling("p", 30).toString(),
                "--candidate",
                calling("q", 15).toString(),
                "--cases",
                cases(CASES).toString());
    assertThat(ran.err()).contains("\r3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--cases nowhere.ndjson",
        "--demo --cases x.ndjson",
        "--demo --format xlsx",
        "--demo --format pdf",
        "--demo --top -1",
        "--demo --as-of yesterday",
        "--demo --mapping nowhere.json",
      })
  void wrongUsageIsStatus2(String options) throws IOException {
    Terminal.Ran ran =
        simulate(
            calling("p", 30),
            calling("q", 15),
            options.isEmpty() ? new String[0] : options.split(" "));
    assertThat(ran.status()).as(ran.err()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aCandidateWithErrorsIsRefusedWithItsErrors() throws IOException {
    Path broken = calling("q", 15);
    write(
        broken.resolve("decision-tables/next.csv"),
        TABLE + "NA-1,>= many,COLLECTION_CALL,,该打电话了,time to call\n");
    Terminal.Ran ran = simulate(calling("p", 30), broken, "--demo");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("decision-tables/next.csv#B5");
  }
}
