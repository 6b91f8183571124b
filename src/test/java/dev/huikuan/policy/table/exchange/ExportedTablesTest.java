package dev.huikuan.policy.table.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.app.PolicyFolder;
import dev.huikuan.domain.Finding;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DroolsTables;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.policy.table.TableCases;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.TableReader;
import dev.huikuan.policy.table.TableResult;
import dev.huikuan.policy.table.WorkbookReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every table of the default policy means the same after it was written in another form. */
class ExportedTablesTest {

  private static final int CASES = 60;

  private static List<PolicyFile> shipped() throws IOException {
    return PolicyFolder.read(Path.of("").toAbsolutePath());
  }

  private static Policy load(List<PolicyFile> files) {
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    return loaded.policy().orElseThrow(() -> new AssertionError("" + loaded.findings()));
  }

  private static List<DecisionTable> tables(Policy policy) {
    return policy.tables().stream().map(TableIndex::table).toList();
  }

  /** What the reader makes of the written tables, with the words of their policy. */
  private static List<DecisionTable> throughCsv(List<DecisionTable> tables, Policy policy) {
    List<DecisionTable> again = new ArrayList<>();
    for (DecisionTable table : tables) {
      WorkbookReader.Sheets sheets =
          WorkbookReader.read(
              "decision-tables/t.csv", WrittenTable.csv(table, policy.vocabulary()));
      assertThat(sheets.findings()).isEmpty();
      TableReader.Read read = TableReader.read(sheets.grids().get(0), policy.vocabulary());
      assertThat(read.findings()).noneMatch(Finding::isError);
      again.add(read.table().orElseThrow());
    }
    return again;
  }

  @Test
  void asCsvItReadsBackAsTheSameTable() throws IOException {
    Policy policy = load(shipped());
    List<DecisionTable> after = throughCsv(tables(policy), policy);
    sameAnswers(policy, after);
    for (int i = 0; i < after.size(); i++) {
      assertThat(WrittenTable.csv(after.get(i), policy.vocabulary()))
          .isEqualTo(WrittenTable.csv(tables(policy).get(i), policy.vocabulary()));
    }
  }

  /** As if nobody had written the cells: each is put into words from what it means. */
  @Test
  void writtenFromItsMeaningItReadsBackAsTheSameTable() throws IOException {
    Policy policy = load(shipped());
    List<DecisionTable> wordless =
        tables(policy).stream().map(ExportedTablesTest::wordless).toList();
    sameAnswers(policy, throughCsv(wordless, policy));
  }

  private static DecisionTable wordless(DecisionTable table) {
    List<DecisionTable.Row> rows =
        table.rows().stream()
            .map(
                row ->
                    new DecisionTable.Row(
                        row.id(),
                        row.inputs().stream()
                            .map(c -> new DecisionTable.InputCell(c.test(), "?", c.address()))
                            .toList(),
                        row.outputs().stream()
                            .map(c -> new DecisionTable.OutputCell(c.entry(), "", c.address()))
                            .toList(),
                        row.effective(),
                        row.reason(),
                        row.note(),
                        row.location()))
            .toList();
    return new DecisionTable(
        table.code(),
        table.label(),
        table.hitPolicy(),
        table.effective(),
        table.description(),
        table.noMatch(),
        table.level(),
        table.inputs(),
        table.outputs(),
        rows,
        table.location());
  }

  private static void sameAnswers(Policy before, List<DecisionTable> after) {
    assertThat(after).hasSameSizeAs(before.tables());
    for (int t = 0; t < after.size(); t++) {
      TableIndex index = before.tables().get(t);
      TableIndex other = TableIndex.of(after.get(t));
      assertThat(head(other.table())).isEqualTo(head(index.table()));
      TableCases cases = new TableCases(index.table(), before.parameters(), 7);
      for (int i = 0; i < CASES; i++) {
        Reading reading = cases.next();
        assertThat(said(other.evaluate(reading)))
            .as("%s, case %s", index.table().code(), i)
            .isEqualTo(said(index.evaluate(reading)));
      }
    }
  }

  private static List<Object> head(DecisionTable table) {
    return List.of(
        table.code(),
        table.effective(),
        table.label(),
        table.hitPolicy(),
        table.description(),
        table.noMatch(),
        table.level());
  }

  private static List<Object> said(TableResult result) {
    return List.of(
        result.made(),
        result.violated(),
        result.outputs(),
        result.hits().stream()
            .map(
                hit -> List.of(hit.row().id(), hit.row().reason(), hit.row().note(), hit.outputs()))
            .toList(),
        result.closest().stream().map(miss -> miss.row().id()).toList());
  }

  @Tag("once")
  @Test
  void asRulesDroolsGivesTheSameAnswers() throws IOException {
    Policy policy = load(shipped());
    DroolsTables drools = DroolsTables.compile(tables(policy), policy.vocabulary());
    for (TableIndex index : policy.tables()) {
      TableCases cases = new TableCases(index.table(), policy.parameters(), 11);
      List<Reading> readings = new ArrayList<>();
      for (int i = 0; i < CASES; i++) {
        readings.add(cases.next());
      }
      List<DroolsTables.Said> said = drools.ask(index.table(), readings);
      for (int i = 0; i < CASES; i++) {
        assertThat(said.get(i))
            .as("%s, case %s", index.table().code(), i)
            .isEqualTo(DroolsTables.said(index.evaluate(readings.get(i))));
      }
    }
  }
}
