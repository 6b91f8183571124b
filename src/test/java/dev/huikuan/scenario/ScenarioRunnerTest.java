package dev.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.huikuan.domain.Finding;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The runner, proved by scenarios that hold and by scenarios that must fail. */
class ScenarioRunnerTest {

  @Test
  void everyScenarioOfTheSmallPolicyHolds() throws IOException {
    List<PolicyFile> files = Folders.small();
    ScenarioRun run = ScenarioRunner.run(Folders.load(files), files);
    assertThat(run.findings()).isEmpty();
    assertThat(run.failed()).isEmpty();
    assertThat(run.results())
        .extracting(ScenarioResult::location)
        .hasSize(16)
        .contains("test-scenarios/chinese.csv#A4", "test-scenarios/paths.yaml:16");
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioThatMustFailDoesSoAtItsPlace() throws IOException {
    Policy policy = Folders.load(Folders.small());
    String table = new String(Folders.bytes("must-fail/expected.csv"), StandardCharsets.UTF_8);
    List<CsvRecord> rows = CsvReader.builder().ofCsvRecord(table).stream().toList();
    return rows.stream()
        .map(
            row ->
                dynamicTest(row.getField(1) + " " + row.getField(2), () -> mustFail(policy, row)));
  }

  /** Columns: the scenario that fails (empty: the file does), the place, part of the message. */
  private static void mustFail(Policy policy, CsvRecord row) throws IOException {
    String file = row.getField(1).replaceFirst("[:#].*", "");
    String place = "test-scenarios/" + row.getField(1);
    ScenarioRun run =
        ScenarioRunner.run(policy, Folders.withOnly(file, Folders.bytes("must-fail/" + file)));
    if (row.getField(0).isEmpty()) {
      assertThat(run.findings())
          .anySatisfy(
              finding -> {
                assertThat(finding.code()).isEqualTo(Finding.Code.SCENARIO);
                assertThat(finding.location()).isEqualTo(place);
                assertThat(finding.message().en()).contains(row.getField(2));
              });
      return;
    }
    assertThat(run.failed()).hasSize(1);
    assertThat(run.failed().get(0).location()).isEqualTo("test-scenarios/" + row.getField(0));
    assertThat(run.failed().get(0).mismatches())
        .singleElement()
        .satisfies(
            mismatch -> {
              assertThat(mismatch.location()).isEqualTo(place);
              assertThat(mismatch.message().en()).contains(row.getField(2));
              assertThat(mismatch.message().zh()).isNotBlank();
            });
  }

  @Test
  void aWorkbookMayHoldScenariosInSeveralSheetsWithDatesAndNumbersAsCells() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("一");
      row(sheet, 0, "场景", null, null, "Given", "Expect", null);
      row(sheet, 1, "场景", "截至", "Base", "receivable INV-1 dueOn", "action", "recommendedLimit");
      row(sheet, 2, "三十天打电话", null, "standard", null, "催收电话", null);
      sheet.value(2, 1, LocalDate.of(2026, 6, 1));
      sheet.style(2, 1).format("yyyy-mm-dd").set();
      sheet.value(2, 3, LocalDate.of(2026, 5, 2));
      sheet.style(2, 3).format("yyyy-mm-dd").set();
      sheet.value(2, 5, 33333.3);
      Worksheet other = workbook.newWorksheet("notes");
      row(other, 0, "just a note");
      Worksheet third = workbook.newWorksheet("二");
      row(third, 0, "Scenarios", "Given", "Expect");
      row(third, 1, "Scenario", "creditScore", "riskTier");
      row(third, 3, "after a blank row", "700", "C");
      workbook.finish();
    }
    List<PolicyFile> files = Folders.withOnly("several.xlsx", bytes.toByteArray());
    ScenarioRun run = ScenarioRunner.run(Folders.load(files), files);
    assertThat(run.findings()).isEmpty();
    assertThat(run.results())
        .extracting(ScenarioResult::location)
        .containsExactly("test-scenarios/several.xlsx#一!A3", "test-scenarios/several.xlsx#二!A4");
    assertThat(run.failed())
        .singleElement()
        .satisfies(
            failed ->
                assertThat(failed.mismatches().get(0).location())
                    .isEqualTo("test-scenarios/several.xlsx#二!C4"));
  }

  private static void row(Worksheet sheet, int index, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != null) {
        sheet.value(index, i, cells[i]);
      }
    }
  }

  @Test
  void theSameScenariosGiveTheSameResultsAgain() throws IOException {
    List<PolicyFile> files = Folders.small();
    Policy policy = Folders.load(files);
    assertThat(ScenarioRunner.run(policy, files)).isEqualTo(ScenarioRunner.run(policy, files));
  }
}
