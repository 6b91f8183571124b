package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What matching rows mean together, told on one small table. */
class TableIndexTest {

  private static final List<String> INPUTS = List.of("daysPastDue", "delayReason");
  private static final List<String> OUTPUTS = List.of("nextAction", "score");

  /** Rows as {@code daysPastDue | delayReason | nextAction | score}. */
  private static DecisionTable table(HitPolicy hitPolicy, String... rows) {
    List<DecisionTable.Row> list = new ArrayList<>();
    for (String row : rows) {
      list.add(row("R-" + (list.size() + 1), Period.ALWAYS, row));
    }
    return table(hitPolicy, list);
  }

  private static DecisionTable table(HitPolicy hitPolicy, List<DecisionTable.Row> rows) {
    return new DecisionTable(
        "next-action",
        Text.same("Next action"),
        hitPolicy,
        Period.ALWAYS,
        "",
        DecisionTable.NoMatch.DEFAULT,
        Level.ACCOUNT,
        INPUTS.stream().map(c -> new DecisionTable.Column(Words.ref(c), "B", c)).toList(),
        OUTPUTS.stream().map(c -> new DecisionTable.Column(Words.ref(c), "D", c)).toList(),
        rows,
        "t.xlsx#T!A1");
  }

  private static DecisionTable.Row row(String id, Period period, String written) {
    String[] cells = written.split("\\|", -1);
    List<DecisionTable.InputCell> inputs = new ArrayList<>();
    List<DecisionTable.OutputCell> outputs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      RawCell raw = RawCell.text(cells[i].strip(), "B8", "t.xlsx#T!B8");
      UnaryTest test =
          CellParser.input(raw, Words.ref(INPUTS.get(i)), Words.VOCABULARY, Level.ACCOUNT)
              .value()
              .orElseThrow();
      inputs.add(new DecisionTable.InputCell(test, raw.text(), "B8"));
    }
    for (int i = 0; i < 2; i++) {
      RawCell raw = RawCell.text(cells[i + 2].strip(), "D8", "t.xlsx#T!D8");
      TermRef column = Words.ref(OUTPUTS.get(i));
      outputs.add(
          new DecisionTable.OutputCell(
              raw.isBlank()
                  ? Optional.empty()
                  : CellParser.output(raw, column, Words.VOCABULARY, Level.ACCOUNT).value(),
              raw.text(),
              "D8"));
    }
    return new DecisionTable.Row(id, inputs, outputs, period, Optional.empty(), "", "t.xlsx#T!A8");
  }

  private static TableResult evaluate(DecisionTable table, int days, String reason) {
    Map<String, Value> values =
        Map.of("daysPastDue", Value.whole(days), "delayReason", Value.code(reason));
    return TableIndex.of(table).evaluate(Words.reading(values, Words.AS_OF));
  }

  private static List<String> ids(TableResult result) {
    return result.hits().stream().map(hit -> hit.row().id()).toList();
  }

  private static final String[] ROWS = {
    ">= 60 |       | SITE_VISIT        | 30",
    ">= 30 |       | COLLECTION_CALL   | 20",
    ">= 1  | HABIT | FRIENDLY_REMINDER | 10",
    ">= 1  |       |                   | 5"
  };

  @Test
  void firstTakesTheFirstRowThatMatches() {
    TableResult result = evaluate(table(HitPolicy.FIRST, ROWS), 45, "HABIT");
    assertThat(result.made()).isTrue();
    assertThat(ids(result)).containsExactly("R-2");
    assertThat(result.outputs())
        .isEqualTo(Map.of("nextAction", Value.code("COLLECTION_CALL"), "score", Value.whole(20)));
    assertThat(result.closest()).isEmpty();
  }

  @Test
  void anEmptyOutputIsNotDecided() {
    TableResult result = evaluate(table(HitPolicy.FIRST, ROWS), 5, "QUALITY");
    assertThat(result.outputs()).isEqualTo(Map.of("score", Value.whole(5)));
  }

  @Test
  void uniqueIsNotMadeWhenSeveralRowsMatchAndNamesThem() {
    TableResult result = evaluate(table(HitPolicy.UNIQUE, ROWS), 45, "HABIT");
    assertThat(result.made()).isFalse();
    assertThat(result.violated()).containsExactly("R-2", "R-3", "R-4");
    assertThat(result.hits()).isEmpty();
    assertThat(result.outputs()).isEmpty();
    assertThat(result.closest()).isEmpty();
  }

  @Test
  void uniqueWithOneMatchIsMade() {
    TableResult result = evaluate(table(HitPolicy.UNIQUE, ROWS), 5, "QUALITY");
    assertThat(result.made()).isTrue();
    assertThat(ids(result)).containsExactly("R-4");
  }

  @ParameterizedTest
  @EnumSource(
      value = HitPolicy.class,
      names = {"RULE_ORDER", "COLLECT"})
  void everyMatchCountsInTheOrderOfTheRows(HitPolicy hitPolicy) {
    TableResult result = evaluate(table(hitPolicy, ROWS), 60, "HABIT");
    assertThat(ids(result)).containsExactly("R-1", "R-2", "R-3", "R-4");
    assertThat(result.outputs())
        .isEqualTo(
            Map.of(
                "nextAction",
                Value.codes(List.of("SITE_VISIT", "COLLECTION_CALL", "FRIENDLY_REMINDER"))));
    assertThat(result.hits().get(1).outputs()).containsEntry("score", Value.whole(20));
  }

  @Test
  void collectPlusAddsUp() {
    assertThat(evaluate(table(HitPolicy.COLLECT_SUM, ROWS), 60, "HABIT").outputs())
        .containsEntry("score", Value.whole(65));
  }

  @Test
  void collectingNothingIsAnAnswer() {
    TableResult sum = evaluate(table(HitPolicy.COLLECT_SUM, ROWS), 0, "HABIT");
    assertThat(sum.made()).isTrue();
    assertThat(sum.outputs()).containsEntry("score", Value.whole(0));
    TableResult list = evaluate(table(HitPolicy.COLLECT, ROWS), 0, "HABIT");
    assertThat(list.made()).isTrue();
    assertThat(list.outputs()).containsEntry("nextAction", Value.codes(List.of()));
    assertThat(list.closest()).isEmpty();
  }

  @Test
  void ruleOrderWithoutAMatchIsAnEmptyListAndTellsTheClosestRows() {
    TableResult result = evaluate(table(HitPolicy.RULE_ORDER, ROWS), 0, "HABIT");
    assertThat(result.made()).isTrue();
    assertThat(result.outputs()).containsEntry("nextAction", Value.codes(List.of()));
    assertThat(result.closest()).extracting(miss -> miss.row().id()).hasSize(3);
  }

  @Test
  void theClosestRowsFailOnFewestCellsAndNameThem() {
    TableResult result =
        evaluate(
            table(
                HitPolicy.FIRST,
                "> 90 | HABIT   | SITE_VISIT | 1",
                "> 90 | QUALITY | SITE_VISIT | 1",
                "> 5  | HABIT   | SITE_VISIT | 1",
                "> 9  |         | SITE_VISIT | 1",
                "> 8  |         | SITE_VISIT | 1",
                "> 7  |         | SITE_VISIT | 1"),
            6,
            "QUALITY");
    assertThat(result.made()).isFalse();
    assertThat(result.closest())
        .extracting(miss -> miss.row().id())
        .containsExactly("R-2", "R-3", "R-4");
    assertThat(result.closest().get(1).failed())
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.column().term().code()).isEqualTo("delayReason");
              assertThat(failed.value()).isEqualTo(Value.code("QUALITY"));
              assertThat(failed.cell().source()).isEqualTo("HABIT");
            });
  }

  @Test
  void aHitNamesItsNonEmptyCellsWithTheirValues() {
    TableResult result = evaluate(table(HitPolicy.FIRST, ROWS), 45, "HABIT");
    assertThat(result.hits().get(0).tested())
        .singleElement()
        .satisfies(
            tested -> {
              assertThat(tested.cell().source()).isEqualTo(">= 30");
              assertThat(tested.value()).isEqualTo(Value.whole(45));
            });
  }

  @Test
  void anUnknownTermPassesOnlyEmptyCellsAndTheWord() {
    DecisionTable table =
        table(
            HitPolicy.COLLECT,
            "        | not(HABIT)          | SITE_VISIT | 1",
            "unknown | not(HABIT), unknown | SITE_VISIT | 2",
            "        |                     | SITE_VISIT | 3",
            "known   |                     | SITE_VISIT | 4");
    TableResult result = TableIndex.of(table).evaluate(Words.reading(Map.of(), Words.AS_OF));
    assertThat(ids(result)).containsExactly("R-2", "R-3");
  }

  @Test
  void aRowCountsInItsPeriodBothEndsIncluded() {
    LocalDate from = LocalDate.of(2026, 6, 1);
    LocalDate until = LocalDate.of(2026, 6, 30);
    Period period = new Period(Optional.of(from), Optional.of(until));
    TableIndex index =
        TableIndex.of(table(HitPolicy.FIRST, List.of(row("R-1", period, " | | SITE_VISIT | 1"))));
    for (LocalDate inside : List.of(from, until)) {
      assertThat(index.evaluate(Words.reading(Map.of(), inside)).made()).isTrue();
    }
    for (LocalDate outside : List.of(from.minusDays(1), until.plusDays(1))) {
      TableResult result = index.evaluate(Words.reading(Map.of(), outside));
      assertThat(result.made()).isFalse();
      assertThat(result.closest()).isEmpty();
    }
  }

  @Test
  void anOutputWhoseTermIsUnknownIsNotDecided() {
    DecisionTable table =
        table(HitPolicy.FIRST, " | | SITE_VISIT | 2 * creditScore", " | | SITE_VISIT | 1");
    assertThat(evaluate(table, 1, "HABIT").outputs()).containsOnlyKeys("nextAction");
  }

  @Test
  void aSumBeyondTheBoundOfNumbersIsNotDecided() {
    String row = " | | | 999999999999";
    assertThat(evaluate(table(HitPolicy.COLLECT_SUM, row, row), 1, "HABIT").outputs())
        .doesNotContainKey("score");
  }

  @Test
  void theTermsThatATableNeedsAreThoseOfColumnsCellsAndOutputs() {
    DecisionTable table =
        table(HitPolicy.FIRST, "> creditScore | HABIT | SITE_VISIT | 2 * daysToDue");
    assertThat(TableIndex.of(table).reads())
        .extracting(TermRef::code)
        .containsExactlyInAnyOrder("daysPastDue", "delayReason", "creditScore", "daysToDue");
  }

  @Test
  void anyTakesRowsThatAgreeAndNamesThemAll() {
    DecisionTable table =
        table(
            HitPolicy.ANY,
            ">= 30 |       | COLLECTION_CALL | 20",
            "      | HABIT | COLLECTION_CALL | 20",
            "> 90  |       | SITE_VISIT      | 20");
    TableResult result = evaluate(table, 45, "HABIT");
    assertThat(result.made()).isTrue();
    assertThat(ids(result)).containsExactly("R-1", "R-2");
    assertThat(result.outputs())
        .isEqualTo(Map.of("nextAction", Value.code("COLLECTION_CALL"), "score", Value.whole(20)));
  }

  @ParameterizedTest
  @CsvSource({"SITE_VISIT,20", "COLLECTION_CALL,21", "COLLECTION_CALL,''", "'',20"})
  void anyIsNotMadeWhenAnyResultOfTheRowsDiffers(String action, String score) {
    DecisionTable table =
        table(
            HitPolicy.ANY,
            ">= 30 |       | COLLECTION_CALL | 20",
            "      | HABIT | " + action + " | " + score,
            "> 90  |       | SITE_VISIT      | 20");
    TableResult result = evaluate(table, 45, "HABIT");
    assertThat(result.made()).isFalse();
    assertThat(result.violated()).containsExactly("R-1", "R-2");
    assertThat(result.hits()).isEmpty();
    assertThat(result.outputs()).isEmpty();
  }

  @Test
  void priorityTakesTheRowWhoseCodeComesFirstInItsList() {
    DecisionTable table =
        table(
            HitPolicy.PRIORITY,
            "      |       |                   | 1",
            ">= 1  |       | SITE_VISIT        | 2",
            ">= 1  | HABIT | COLLECTION_CALL   | 3",
            ">= 1  | HABIT | COLLECTION_CALL   | 4",
            ">= 90 |       | FRIENDLY_REMINDER | 5");
    assertThat(ids(evaluate(table, 45, "HABIT"))).containsExactly("R-3");
    assertThat(ids(evaluate(table, 45, "QUALITY"))).containsExactly("R-2");
    assertThat(ids(evaluate(table, 0, "QUALITY"))).containsExactly("R-1");
    TableResult best = evaluate(table, 90, "HABIT");
    assertThat(best.outputs())
        .isEqualTo(Map.of("nextAction", Value.code("FRIENDLY_REMINDER"), "score", Value.whole(5)));
  }

  @Test
  void theLeastAndTheGreatestAreTakenByColumnAndNameTheRowsThatGaveThem() {
    TableResult least = evaluate(numbers(HitPolicy.COLLECT_MIN), 60, "HABIT");
    assertThat(least.outputs()).isEqualTo(Map.of("score", Value.whole(-5)));
    assertThat(ids(least)).containsExactly("R-2");
    TableResult greatest = evaluate(numbers(HitPolicy.COLLECT_MAX), 60, "HABIT");
    assertThat(greatest.outputs()).isEqualTo(Map.of("score", Value.number(20_500_000)));
    assertThat(ids(greatest)).containsExactly("R-1", "R-4");
  }

  @Test
  void aCountIsOfTheRowsThatDecideEqualOnesEach() {
    assertThat(evaluate(numbers(HitPolicy.COLLECT_COUNT), 60, "HABIT").outputs())
        .isEqualTo(Map.of("score", Value.whole(3)));
    assertThat(evaluate(numbers(HitPolicy.COLLECT_COUNT), 0, "HABIT").outputs())
        .isEqualTo(Map.of("score", Value.whole(0)));
  }

  @Test
  void theExtremeOfNothingIsNotDecided() {
    TableResult none = evaluate(numbers(HitPolicy.COLLECT_MAX), 0, "HABIT");
    assertThat(none.made()).isFalse();
    assertThat(none.outputs()).isEmpty();
    assertThat(none.closest()).isNotEmpty();
    TableResult unknown = evaluate(numbers(HitPolicy.COLLECT_MIN), 10, "HABIT");
    assertThat(unknown.made()).isTrue();
    assertThat(unknown.outputs()).isEmpty();
    assertThat(ids(unknown)).containsExactly("R-5");
  }

  /** The same table with its numbers only; credit score is unknown. */
  private static DecisionTable numbers(HitPolicy hitPolicy) {
    DecisionTable table =
        table(
            hitPolicy,
            ">= 60 |  |  | 20.5",
            ">= 30 |  |  | -5",
            "> 90  |  |  | 99",
            ">= 60 |  |  | 20.5",
            ">= 10 |  |  | 2 * creditScore");
    return new DecisionTable(
        table.code(),
        table.label(),
        hitPolicy,
        table.effective(),
        table.description(),
        table.noMatch(),
        table.level(),
        table.inputs(),
        table.outputs().subList(1, 2),
        table.rows().stream().map(TableIndexTest::lastOutput).toList(),
        table.location());
  }

  private static DecisionTable.Row lastOutput(DecisionTable.Row row) {
    return new DecisionTable.Row(
        row.id(),
        row.inputs(),
        row.outputs().subList(1, 2),
        row.effective(),
        row.reason(),
        row.note(),
        row.location());
  }
}
