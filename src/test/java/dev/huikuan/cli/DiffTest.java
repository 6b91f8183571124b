package dev.huikuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff}: two folders, what changed in meaning, in words. */
class DiffTest {

  private static final String TABLE =
      """
      Decision,next-action,Next action,下一步动作
      Hit policy,RULE ORDER,,
      ,When,,Then,Notes,
      Row,Days past due,Broken promises,Next action,Reason (zh),Reason (en)
      NA-100,> 90,-,FORMAL_DEMAND,该发函了,time for a letter
      NA-160,31-60,>= 2,COLLECTION_CALL,该打电话了,time to call
      NA-200,"1..30, unknown",-,FRIENDLY_REMINDER,提醒,remind
      """;

  private static final String RULES =
      """
      package huikuan.rules
      import dev.huikuan.policy.rules.Account
      global dev.huikuan.policy.rules.RuleOutput out

      // a comment
      rule "Nobody is called twice"
      when
          Account( $a : this )
      then
      end
      """;

  @TempDir private Path folder;
  private Path before;
  private Path after;

  @BeforeEach
  void twoEqualFolders() throws IOException {
    before = folder.resolve("old");
    after = folder.resolve("new");
    for (Path policy : new Path[] {before, after}) {
      write(policy, "decision-tables/next.csv", TABLE);
      write(policy, "rules/calls.drl", RULES);
      write(
          policy,
          "decision-tables/parameters.csv",
          "Parameters\nCode,Type,Value,Effective from,Source\nbaseCurrency,code,CNY,,\n");
      write(
          policy,
          "test-scenarios/some.csv",
          "Scenarios,Given,Expect\nScenario,daysPastDue,nextAction\nlong,91,FORMAL_DEMAND\n");
      write(policy, "test-scenarios/cases/one.json", "{\"asOf\": \"2026-01-01\"}");
    }
  }

  private static void write(Path policy, String path, String text) throws IOException {
    Path file = policy.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void table(String from, String to) throws IOException {
    assertThat(TABLE).contains(from);
    write(after, "decision-tables/next.csv", TABLE.replace(from, to));
  }

  private Terminal.Ran diff(String... options) {
    String[] line = new String[3 + options.length];
    line[0] = "diff";
    line[1] = before.toString();
    line[2] = after.toString();
    System.arraycopy(options, 0, line, 3, options.length);
    return new Terminal().run(line);
  }

  private JsonNode json() throws IOException {
    return new JsonMapper().readTree(diff("--format", "json").out());
  }

  @Test
  void equalFoldersDoNotDiffer() throws IOException {
    Terminal.Ran ran = diff();
    assertThat(ran.out()).isEqualTo("no differences in meaning\n");
    assertThat(ran.status()).isZero();
    assertThat(json().path("changes").asInt()).isZero();
    assertThat(json().path("sections")).isEmpty();
  }

  @Test
  void aCellIsNamedByTableRowAndColumnWithWhatWasAndWhatIs() throws IOException {
    table(">= 2", ">= 3");
    Terminal.Ran ran = diff();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .isEqualTo("next-action, row NA-160, Broken promises: `>= 2` → `>= 3`\n\n1 change\n");
    assertThat(diff("--lang", "zh").out())
        .isEqualTo("next-action，行 NA-160，失信次数：`>= 2` → `>= 3`\n\n1 处改动\n");
    JsonNode cell = json().at("/sections/0/entries/0/cells/0");
    assertThat(cell.path("field").asText()).isEqualTo("brokenPromises");
    assertThat(cell.path("old").asText()).isEqualTo(">= 2");
    assertThat(cell.path("newLocation").asText()).isEqualTo("decision-tables/next.csv#C6");
    assertThat(cell.path("sameMeaning").asBoolean()).isFalse();
  }

  @Test
  void whatOnlyIsSpelledDifferentlyStandsInAListOfItsOwn() throws IOException {
    write(
        after,
        "decision-tables/renamed.csv",
        TABLE
            .replace("31-60", "31..60")
            .replace("> 90", ">= 91")
            .replace("\"1..30, unknown\"", "\"未知, 1至30\"")
            .replace("Days past due", "逾期天数")
            .replace(",COLLECTION_CALL,", ",催收电话,"));
    Files.delete(after.resolve("decision-tables/next.csv"));
    write(after, "rules/calls.drl", RULES.replace("// a comment", "\n\n// another").replace("    Acc", "  Acc"));
    Terminal.Ran ran = diff();
    assertThat(ran.out())
        .startsWith("written differently, same meaning:\n")
        .contains("  next-action, row NA-160, Days past due: `31-60` → `31..60`\n")
        .contains("`> 90` → `>= 91`", "`1..30, unknown` → `未知, 1至30`")
        .contains("Next action: `COLLECTION_CALL` → `催收电话`")
        .contains("  rule Nobody is called twice changed (rules/calls.drl:8)")
        .endsWith("no differences in meaning\n");
    assertThat(json().path("changes").asInt()).isZero();
  }

  @Test
  void rowsThatAreNewGoneOrElsewhereAreTold() throws IOException {
    table(
        "NA-160,31-60,>= 2,COLLECTION_CALL,该打电话了,time to call\n",
        "NA-170,,,LAWYER_LETTER,,\n");
    assertThat(diff().out())
        .contains("row NA-170 added (decision-tables/next.csv#A6): Next action `LAWYER_LETTER`\n")
        .contains("row NA-160 removed (decision-tables/next.csv#A6): Days past due `31-60`, ")
        .contains("2 changes");
    String last = "NA-200,\"1..30, unknown\",-,FRIENDLY_REMINDER,提醒,remind\n";
    table(TABLE.substring(TABLE.indexOf("NA-100")), last + "NA-100,> 90,-,FORMAL_DEMAND,该发函了,time for a letter\nNA-160,31-60,>= 2,COLLECTION_CALL,该打电话了,time to call\n");
    assertThat(diff().out())
        .isEqualTo("next-action, row NA-200 moved: now first, was after NA-160\n\n1 change\n");
    assertThat(json().at("/sections/0/entries/0/change").asText()).isEqualTo("MOVED");
    for (Path policy : new Path[] {before, after}) {
      Path file = policy.resolve("decision-tables/next.csv");
      Files.writeString(file, Files.readString(file).replace("RULE ORDER", "UNIQUE"));
    }
    assertThat(diff().out()).isEqualTo("no differences in meaning\n");
  }

  @Test
  void theHeadOfATableAndWholeTablesAreTold() throws IOException {
    table("RULE ORDER", "FIRST");
    write(
        after,
        "decision-tables/tier.csv",
        "Decision,risk-tier\nHit policy,F\n,When,Then\nRow,Credit score,Risk tier\nRT-1,-,A\n");
    assertThat(diff().out())
        .contains("next-action, hit policy: `RULE ORDER` → `FIRST`\n")
        .contains("table risk-tier added, 1 row (decision-tables/tier.csv#A1)\n");
    Path swapped = before;
    before = after;
    after = swapped;
    assertThat(diff("--lang", "zh").out()).contains("决策表 risk-tier 删除，1 行");
  }

  @Test
  void datedSheetsOfOneDecisionAreComparedPeriodByPeriod() throws IOException {
    write(
        after,
        "decision-tables/next.csv",
        TABLE.replace("Hit policy,RULE ORDER,,", "Hit policy,RULE ORDER,,\nEffective,,2025-12-31"));
    write(
        after,
        "decision-tables/next-2026.csv",
        TABLE.replace("Hit policy,RULE ORDER,,", "Hit policy,RULE ORDER,,\nEffective,2026-01-01,"));
    assertThat(diff().out())
        .contains("next-action, effective until: (empty) → `2025-12-31`")
        .contains("table next-action added, 3 rows (decision-tables/next-2026.csv#A1)")
        .contains("2 changes");
  }

  @Test
  void parametersCataloguesAttributesCalendarRulesScenariosAndCasesAreComparedByTheirCodes()
      throws IOException {
    write(
        after,
        "decision-tables/parameters.csv",
        """
        Parameters
        Code,Type,Value,Effective from,Source
        baseCurrency,code,EUR,,
        maxDiscountPercent,percent,7,2026-07-01,the board
        """);
    write(
        after,
        "decision-tables/attributes.csv",
        "Attributes\nCode,Label (zh),Label (en),Level,Origin,Type\nmood,心情,Mood,account,given,text\n");
    write(
        after,
        "decision-tables/calendar.csv",
        "Calendar,China\nJurisdiction,Date,Day,Name (zh),Name (en)\nCN,2027-01-01,HOLIDAY,元旦,New Year\n");
    write(
        after,
        "decision-tables/roles.csv",
        "Catalogue,roles\nCode,Label (zh),Label (en)\nSALES,销售部,Sales\nCOLLECTOR,催收,Collector\n");
    write(after, "rules/calls.drl", RULES.replace("$a : this", "$a : this, more(\"overdue\", 0)"));
    write(
        after,
        "test-scenarios/other.yaml",
        "- { name: long, given: { daysPastDue: 100 }, expect: { nextAction: FORMAL_DEMAND } }\n");
    Files.delete(after.resolve("test-scenarios/some.csv"));
    write(after, "test-scenarios/cases/one.json", "{ \"asOf\":\"2026-01-02\" }");
    assertThat(diff().out())
        .contains("parameter baseCurrency, Value: `CNY` → `EUR`\n")
        .contains("parameter maxDiscountPercent 2026-07-01 added")
        .contains("attribute mood added", "day CN 2027-01-01 added")
        .contains("catalogue roles, code SALES, Label (zh): ", " → `销售部`")
        .contains("catalogue roles, code LEGAL removed")
        .contains("rule Nobody is called twice changed (rules/calls.drl:6)\n")
        .contains("scenario long, Given daysPastDue: `91` → `100`\n")
        .contains("case one.json changed (test-scenarios/cases/one.json)\n");
  }

  @Test
  void aFolderWithErrorsIsComparedByWhatStandsInIt() throws IOException {
    table("NA-160,31-60,>= 2", "NA-160,60..31,lots");
    Terminal.Ran ran = diff();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("row NA-160, Days past due: `31-60` → `60..31`\n")
        .contains("row NA-160, Broken promises: `>= 2` → `lots`\n")
        .contains("the new policy has 2 errors, compared by what stands in its files")
        .doesNotContain("removed");
    table("Days past due,", "Days past deu,");
    assertThat(diff().out()).contains("row NA-160, Days past deu: (empty) → `31-60`");
    write(after, "decision-tables/next.csv", "Decision,next-action\n");
    assertThat(diff("--lang", "zh").out()).contains("行 NA-160 删除", "新策略有");
    assertThat(new Terminal().run("diff", before.toString(), "nowhere").status()).isEqualTo(2);
    assertThat(new Terminal().run("diff", before.toString()).status()).isEqualTo(2);
  }
}
