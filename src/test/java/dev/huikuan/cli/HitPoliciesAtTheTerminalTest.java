package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One CSV table of each hit policy, decided and checked from the command line. */
class HitPoliciesAtTheTerminalTest {

  @TempDir private Path folder;

  private static String table(String hitPolicy, String term, String... rows) {
    return "Decision,t,What is due,试表\nHit policy,"
        + hitPolicy
        + "\n\n,When,,Then\nRow,daysPastDue,customerSegment,"
        + term
        + "\n"
        + String.join("\n", rows)
        + "\n";
  }

  /** Ten days past due, segment KEY; credit score unknown. */
  private JsonNode decide(String csv) throws IOException {
    write("decision-tables/t.csv", csv);
    Terminal.Ran ran =
        new Terminal()
            .input(
                """
                { "asOf": "2026-06-11", "customer": { "id": "C-1", "segment": "KEY" },
                  "receivables": [ { "id": "INV-1", "currency": "CNY", "amount": 5000, "dueOn": "2026-06-01" } ] }
                """)
            .run("decide", "-", "--policy", folder.toString());
    assertThat(ran.err()).isEmpty();
    return new JsonMapper().readTree(ran.out());
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> rows(JsonNode answer) {
    List<String> rows = new ArrayList<>();
    answer
        .path("trace")
        .forEach(
            step -> {
              if (step.has("row")) {
                rows.add(step.path("row").asText());
              }
            });
    return rows;
  }

  @Test
  void anyTakesWhatTheMatchingRowsAgreeOn() throws IOException {
    JsonNode answer =
        decide(table("ANY", "riskTier", "R-1,> 5,-,C", "R-2,-,KEY,C", "R-3,> 90,-,E"));
    assertThat(answer.path("facts").path("riskTier").asText()).isEqualTo("C");
    assertThat(rows(answer)).containsExactly("R-1", "R-2");
  }

  @Test
  void aLastRowOfEmptyCellsDecidesWhatNoOtherRowDoes() throws IOException {
    for (String hitPolicy : List.of("UNIQUE", "ANY")) {
      JsonNode left = decide(table(hitPolicy, "riskTier", "R-1,> 5,-,C", "R-9,-,,E"));
      assertThat(left.path("facts").path("riskTier").asText()).isEqualTo("C");
      assertThat(rows(left)).containsExactly("R-1");
      JsonNode rest = decide(table(hitPolicy, "riskTier", "R-1,> 90,-,C", "R-9,-,,E"));
      assertThat(rest.path("facts").path("riskTier").asText()).isEqualTo("E");
      assertThat(rows(rest)).containsExactly("R-9");
      JsonNode clash =
          decide(table(hitPolicy, "riskTier", "R-1,> 5,-,C", "R-2,-,KEY,B", "R-9,-,,E"));
      assertThat(clash.path("facts").has("riskTier")).isFalse();
      assertThat(clash.path("trace").get(0).path("text").asText()).contains("(R-1, R-2)");
    }
  }

  @Test
  void rowsThatDisagreeUnderAnyAreNamedAndAPersonDecides() throws IOException {
    JsonNode answer = decide(table("A", "riskTier", "R-1,> 5,-,C", "R-2,-,KEY,B", "R-3,> 90,-,E"));
    assertThat(answer.path("facts").has("riskTier")).isFalse();
    assertThat(answer.path("action").path("code").asText()).isEqualTo("REFER_TO_PERSON");
    assertThat(answer.path("trace").get(0).path("text").asText())
        .isEqualTo(
            "The rows of the table What is due that match (R-1, R-2) disagree, against its hit"
                + " policy ANY: not made.");
  }

  @Test
  void priorityTakesTheTierThatComesFirstInItsList() throws IOException {
    JsonNode answer = decide(table("P", "riskTier", "R-1,-,-,E", "R-2,> 5,-,D", "R-3,-,KEY,B"));
    assertThat(answer.path("facts").path("riskTier").asText()).isEqualTo("B");
    assertThat(rows(answer)).containsExactly("R-3");
  }

  @Test
  void theGreatestLevelDueIsDecidedAndItsRowNamed() throws IOException {
    JsonNode answer =
        decide(table("C>", "dunningLevelDue", "R-1,> 1,-,1", "R-2,> 5,-,3", "R-3,-,KEY,2"));
    assertThat(answer.path("facts").path("dunningLevelDue").asInt()).isEqualTo(3);
    assertThat(rows(answer)).containsExactly("R-2");
    assertThat(
            decide(table("C<", "dunningLevelDue", "R-1,> 1,-,1", "R-2,> 5,-,3"))
                .path("facts")
                .path("dunningLevelDue")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void theGreatestOfNoRowIsNotDecidedAndTheClosestRowsAreTold() throws IOException {
    JsonNode answer = decide(table("C>", "dunningLevelDue", "R-1,> 11,-,1", "R-2,> 50,SMALL,3"));
    assertThat(answer.path("action").path("code").asText()).isEqualTo("REFER_TO_PERSON");
    assertThat(answer.path("trace").get(0).path("closest").get(0).path("row").asText())
        .isEqualTo("R-1");
  }

  @Test
  void aCountIsOfMatchingRowsAndZeroWithoutOne() throws IOException {
    JsonNode answer = decide(table("C#", "priority", "R-1,> 1,-,1", "R-2,> 5,-,1", "R-3,> 90,-,1"));
    assertThat(answer.path("priority").path("points").asInt()).isEqualTo(2);
    JsonNode reasons = answer.path("priority").path("reasons");
    assertThat(reasons).hasSize(2);
    assertThat(reasons.get(1).path("points").asInt()).isEqualTo(1);
    JsonNode none = decide(table("C#", "dunningLevelDue", "R-1,> 90,-,1"));
    assertThat(none.path("facts").path("dunningLevelDue").asInt(-1)).isZero();
    assertThat(none.path("action").path("code").asText()).isEqualTo("WAIT");
  }

  @Test
  void thePointsOfAPriorityAreThoseOfTheRowsThatGaveIt() throws IOException {
    String[] rows = {"R-1,> 1,-,20", "R-2,> 5,-,30", "R-3,-,KEY,30"};
    JsonNode greatest = decide(table("C>", "priority", rows)).path("priority");
    assertThat(greatest.path("points").asInt()).isEqualTo(30);
    assertThat(greatest.path("reasons")).hasSize(1);
    assertThat(greatest.path("reasons").get(0).path("row").asText()).isEqualTo("R-2");
  }

  @Test
  void scenariosSeeEveryHitPolicy() throws IOException {
    write(
        "decision-tables/a.csv",
        "Decision,a\nHit policy,A\n,When,Then\nRow,daysPastDue,cause\nA-1,> 5,HABIT\nA-2,> 9,HABIT\n");
    write(
        "decision-tables/p.csv",
        "Decision,p\nHit policy,P\n,When,Then\nRow,daysPastDue,riskTier\nP-1,> 5,D\nP-2,> 9,B\n");
    write(
        "decision-tables/min.csv",
        "Decision,min\nHit policy,C<\n,When,Then\nRow,daysPastDue,recommendedTermDays\nM-1,> 5,30\nM-2,> 9,10\n");
    write(
        "decision-tables/max.csv",
        "Decision,max\nHit policy,C>\n,When,Then\nRow,daysPastDue,contactFrom\nX-1,> 5,08:30\nX-2,> 9,10:00\n");
    write(
        "decision-tables/count.csv",
        "Decision,count\nHit policy,C#\n,When,Then\nRow,daysPastDue,priority\nN-1,> 5,1\nN-2,> 9,1\n");
    write(
        "test-scenarios/s.csv",
        """
        Scenarios,,Given,Expect
        Scenario,As of,daysPastDue,cause,riskTier,recommendedTermDays,contactFrom,priority
        ten days,2026-06-01,10,HABIT,B,10,10:00,2
        six days,2026-06-01,6,HABIT,D,30,08:30,1
        no row,2026-06-01,1,null,null,null,null,0
        """);
    Terminal.Ran ran = new Terminal().run("test", "--policy", folder.toString());
    assertThat(ran.out()).contains("scenarios: 3 passed, 0 failed");
    assertThat(ran.status()).isZero();
  }

  @Test
  void checkSaysInBothLanguagesWhatAHitPolicyTakes() throws IOException {
    write("decision-tables/t.csv", table("C>", "riskTier", "R-1,> 1,-,A"));
    assertThat(new Terminal().run("check", "--policy", folder.toString()).out())
        .contains(
            "decision-tables/t.csv#B2: the result `riskTier` in D5 is of type code, which does not"
                + " fit the hit policy: C> takes the greatest number, date or time; PRIORITY takes"
                + " a code by its order");
    assertThat(new Terminal().run("check", "--policy", folder.toString(), "--lang=zh").out())
        .contains("D5 的结果 `riskTier` 是代码，不适合此命中策略：C> 取最大的数字、日期或时间；代码按其顺序取一个请用 PRIORITY");
  }
}
