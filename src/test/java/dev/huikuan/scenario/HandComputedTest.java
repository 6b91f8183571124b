package dev.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.WorkbookReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten accounts computed by hand: the sheet Working derives each figure by formulas from the case
 * and the rows it names, the scenario sheets beside it expect the service to say the same. Here the
 * two are held together; that the service says so is what {@link ShippedScenariosTest} runs.
 */
class HandComputedTest {

  private static final String PATH = "test-scenarios/hand-computed.xlsx";

  /** Columns of the sheet Working. */
  private static final int STEP = 1;

  private static final int VALUE = 4;
  private static final int EXPECTS = 5;

  /** Columns of a schedule there. */
  private static final Map<Integer, String> PARTS =
      Map.of(3, "dueOn", 5, "interest", 6, "principal", 7, "total");

  /** Expectations that are words, not figures. */
  private static final Set<String> WORDS = Set.of("action", "discountKind", "extensionKind");

  private static Grid working;
  private static Map<String, Map<String, RawCell>> figures;
  private static ScenarioFiles.Read read;

  @BeforeAll
  static void open() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(PATH));
    working =
        WorkbookReader.read(PATH, bytes).grids().stream()
            .filter(grid -> grid.sheet().startsWith("Working"))
            .findFirst()
            .orElseThrow();
    figures = figures(working);
    read = SheetScenarios.read(new PolicyFile(PATH, bytes));
  }

  /** By account and the header that expects it. */
  private static Map<String, Map<String, RawCell>> figures(Grid grid) {
    Map<String, Map<String, RawCell>> byAccount = new TreeMap<>();
    Map<String, RawCell> account = new LinkedHashMap<>();
    for (int row = 1; row <= grid.lastRow(); row++) {
      String step = grid.cell(row, STEP).text();
      String expects = grid.cell(row, EXPECTS).text();
      if (expects.startsWith("hand-")) {
        account = byAccount.computeIfAbsent(expects, name -> new LinkedHashMap<>());
      } else if (step.startsWith("installment ")) {
        for (Map.Entry<Integer, String> part : PARTS.entrySet()) {
          account.put(step + " " + part.getValue(), grid.cell(row, part.getKey()));
        }
      } else if (grid.cell(row, VALUE).kind() == RawCell.Kind.NUMBER && !expects.isBlank()) {
        account.put(expects, grid.cell(row, VALUE));
      }
    }
    return byAccount;
  }

  private static Map<String, RawCell> of(Scenario scenario) {
    return figures.get(scenario.base().orElseThrow().text());
  }

  @Test
  void theProductReadsTheScenariosAndHasNothingToSayAboutTheNote() {
    assertThat(read.findings()).isEmpty();
    assertThat(read.scenarios()).hasSize(10);
    assertThat(read.scenarios())
        .extracting(scenario -> scenario.base().orElseThrow().text())
        .containsExactlyInAnyOrderElementsOf(figures.keySet());
  }

  @Test
  void whatAScenarioExpectsIsWhatTheSheetWorksOut() {
    for (Scenario scenario : read.scenarios()) {
      for (Scenario.Entry entry : scenario.expect()) {
        if (!WORDS.contains(entry.field())) {
          RawCell figure = of(scenario).get(entry.field());
          String place = scenario.name() + ": " + entry.field();
          assertThat(figure).as(place).isNotNull();
          assertThat(entry.written()).as(place).isEqualTo(written(figure, entry.written()));
        }
      }
    }
  }

  /** A figure as a cell of the scenario sheets writes it. */
  private static String written(RawCell figure, String expected) {
    if (figure.date().isPresent()) {
      return figure.date().get().toLocalDate().toString();
    }
    BigDecimal wanted = new BigDecimal(expected);
    return figure
        .number()
        .orElseThrow()
        .setScale(wanted.scale(), RoundingMode.HALF_UP)
        .toPlainString();
  }

  @Test
  void everyFigureThatIsWorkedOutIsExpected() {
    for (Scenario scenario : read.scenarios()) {
      List<String> expected = scenario.expect().stream().map(Scenario.Entry::field).toList();
      assertThat(expected).as(scenario.name()).containsAll(of(scenario).keySet());
    }
  }

  @Test
  void figuresAreFormulas() {
    figures.forEach(
        (account, cells) ->
            assertThat(cells.values().stream().filter(cell -> !cell.formula().isEmpty()))
                .as(account)
                .hasSizeGreaterThan(5));
    figures.forEach(
        (account, cells) ->
            cells.forEach(
                (field, cell) -> {
                  if (field.endsWith(" net") || field.endsWith("Benefit")) {
                    assertThat(cell.formula()).as(account + " " + field).isNotEmpty();
                  }
                }));
  }
}
