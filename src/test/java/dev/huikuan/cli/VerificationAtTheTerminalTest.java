package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} finds in a table, and {@code decide} on the facts that it shows it with. */
class VerificationAtTheTerminalTest {

  @TempDir private Path folder;

  private void table(String hitPolicy, String... rows) throws IOException {
    Path file = folder.resolve("decision-tables/t.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "Decision,t,Risk,风险\nHit policy,"
            + hitPolicy
            + "\n,When,,Then,Notes\nRow,daysPastDue,openTickets,riskTier,Note\n"
            + String.join("\n", rows)
            + "\n");
  }

  private Terminal.Ran run(String... arguments) {
    return new Terminal().run(arguments);
  }

  private JsonNode finding(String code) throws IOException {
    Terminal.Ran ran =
        run("check", "--policy", folder.toString(), "--format", "json", "--lang", "en");
    for (JsonNode finding : new JsonMapper().readTree(ran.out()).path("findings")) {
      if (finding.path("code").asText().equals(code)) {
        return finding;
      }
    }
    throw new AssertionError(code + " in " + ran.out());
  }

  private Terminal.Ran decide(JsonNode example, String... more) throws IOException {
    Path file = folder.resolve("example.json");
    Files.writeString(file, example.toString());
    String[] arguments = new String[4 + more.length];
    System.arraycopy(
        new String[] {"decide", file.toString(), "--policy", folder.toString()},
        0,
        arguments,
        0,
        4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return run(arguments);
  }

  @Test
  void anExampleOfAGapCanBeDecidedAndShowsIt() throws IOException {
    table("FIRST", "R-1,0..30,,A,", "R-2,> 60,,C,", "R-3,unknown,,C,");
    JsonNode gap = finding("GAP");
    assertThat(gap.path("message").asText()).isEqualTo("Days past due 31..60: no row");
    assertThat(gap.path("example").toString())
        .isEqualTo("{\"decision\":\"t\",\"given\":{\"daysPastDue\":31}}");
    Terminal.Ran ran = decide(gap.path("example"));
    assertThat(ran.status()).isZero();
    JsonNode table = new JsonMapper().readTree(ran.out()).path("tables").path(0);
    assertThat(table.path("made").asBoolean()).isFalse();
    assertThat(table.path("closest").findValuesAsText("row")).contains("R-1", "R-2");
    assertThat(decide(gap.path("example"), "--format", "text", "--lang", "en").out())
        .contains("no row matches", "closest R-1", "Days past due 31 (B5: 0..30)");
  }

  @Test
  void anExampleOfAConflictNamesTheRowsThatClash() throws IOException {
    table("UNIQUE", "R-1,0..30,,A,", "R-2,>= 30,,C,", "R-3,unknown,,C,");
    JsonNode conflict = finding("CONFLICT");
    assertThat(conflict.path("location").asText()).isEqualTo("decision-tables/t.csv#A6");
    JsonNode answer = new JsonMapper().readTree(decide(conflict.path("example")).out());
    assertThat(answer.path("tables").path(0).path("violated").toString())
        .isEqualTo("[\"R-1\",\"R-2\"]");
    assertThat(answer.path("decided").size()).isZero();
  }

  @Test
  void factsWithoutADecisionGoToAllTables() throws IOException {
    table("FIRST", "R-1,> 30,,C,", "R-2,,,A,");
    JsonNode given = new JsonMapper().readTree("{\"given\":{\"逾期天数\":45}}");
    JsonNode answer = new JsonMapper().readTree(decide(given).out());
    assertThat(answer.path("decided").path("riskTier").asText()).isEqualTo("C");
    assertThat(answer.at("/tables/0/rows/0/matched/0/test").asText()).isEqualTo("> 30");
  }

  @Test
  void factsThatNobodyKnowsAreNamedWithWhatIsNear() throws IOException {
    table("FIRST", "R-1,,,C,");
    JsonNode given =
        new JsonMapper().readTree("{\"given\":{\"daysPastDu\":45,\"openTickets\":1.5},\"x\":1}");
    Terminal.Ran ran = decide(given, "--lang", "en");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("/given/daysPastDu", "did you mean `daysPastDue`", "/given/openTickets", "/x");
  }

  @Test
  void aWarningCountsUntilItIsAcknowledged() throws IOException {
    table("FIRST", "R-1,> 30,,C,", "R-2,> 60,> 3,D,", "R-3,,,A,");
    Terminal.Ran warned = run("check", "--policy", folder.toString(), "--lang", "en");
    assertThat(warned.status()).isEqualTo(1);
    assertThat(warned.out())
        .contains(
            "warning  decision-tables/t.csv#A6: `R-2` never decides",
            "{\"decision\":\"t\",\"given\":{\"daysPastDue\":61,\"openTickets\":4}}");
    table("FIRST", "R-1,> 30,,C,", "R-2,> 60,> 3,D,ok: comes back in spring", "R-3,,,A,");
    Terminal.Ran known = run("check", "--policy", folder.toString(), "--lang", "en");
    assertThat(known.status()).isZero();
    assertThat(known.out()).contains("acknowledged: comes back in spring");
  }

  @Test
  void whatIsTooMuchIsCounted() throws IOException {
    String[] rows = new String[60];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "R-" + i + "," + 3 * i + "," + i + "," + "ABCDE".charAt(i % 5) + ",";
    }
    table("UNIQUE", rows);
    JsonNode report =
        new JsonMapper()
            .readTree(run("check", "--policy", folder.toString(), "--format", "json").out());
    long listed =
        report.path("findings").findValuesAsText("code").stream().filter("GAP"::equals).count();
    assertThat(listed).isEqualTo(20);
    assertThat(report.path("omitted").path("GAP").asInt()).isPositive();
    assertThat(run("check", "--policy", folder.toString(), "--lang", "zh").out())
        .contains("另有 " + report.path("omitted").path("GAP").asInt() + " 处  [GAP]");
  }
}
