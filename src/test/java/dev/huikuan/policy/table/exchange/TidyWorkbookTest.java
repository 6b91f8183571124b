package dev.huikuan.policy.table.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Language;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.SheetKind;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.TableReader;
import dev.huikuan.policy.table.WorkbookReader;
import dev.huikuan.policy.table.exchange.dmn.TestPolicies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tidy workbook reads back as the same tables, and is as comfortable as it says. */
class TidyWorkbookTest {

  private static List<DecisionTable> tables(Policy policy) {
    return policy.tables().stream().map(TableIndex::table).toList();
  }

  /** The tables of a workbook, read as from a policy folder. */
  private static List<DecisionTable> readBack(byte[] workbook, Policy policy) {
    WorkbookReader.Sheets sheets = WorkbookReader.read("decision-tables/t.xlsx", workbook);
    assertThat(sheets.findings()).isEmpty();
    List<DecisionTable> tables = new ArrayList<>();
    for (Grid grid : sheets.grids()) {
      if (SheetKind.of(grid) == SheetKind.DECISION) {
        TableReader.Read read = TableReader.read(grid, policy.vocabulary());
        assertThat(read.findings()).filteredOn(Finding::isError).isEmpty();
        tables.add(read.table().orElseThrow());
      } else {
        assertThat(SheetKind.ignored(grid)).as("a sheet for people only").isEmpty();
      }
    }
    return tables;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTableOfTheDefaultPolicyReadsBackTheSame(Language language) {
    Policy policy = TestPolicies.theDefault();
    byte[] workbook = new TidyWorkbook(language).write(tables(policy), policy.vocabulary());
    TestPolicies.assertSameMeaning(tables(policy), readBack(workbook, policy));
  }

  @Tag("once")
  @ParameterizedTest
  @EnumSource(HitPolicy.class)
  void randomTablesReadBackTheSame(HitPolicy hitPolicy) {
    for (int seed = 0; seed < 20; seed++) {
      Policy policy = TestPolicies.random(seed, hitPolicy);
      byte[] workbook = new TidyWorkbook(Language.ZH).write(tables(policy), policy.vocabulary());
      TestPolicies.assertSameMeaning(tables(policy), readBack(workbook, policy));
    }
  }

  @Test
  void everyCellIsATextAndNothingIsAFormula() throws IOException {
    Policy policy = TestPolicies.theDefault();
    byte[] workbook = new TidyWorkbook(Language.EN).write(tables(policy), policy.vocabulary());
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      read.getSheets()
          .forEach(
              sheet -> {
                try (var rows = sheet.openStream()) {
                  rows.flatMap(row -> row.stream())
                      .filter(cell -> cell != null && cell.getType() != CellType.EMPTY)
                      .forEach(cell -> assertThat(cell.getType()).isEqualTo(CellType.STRING));
                } catch (IOException broken) {
                  throw new java.io.UncheckedIOException(broken);
                }
              });
    }
    assertThat(parts(workbook).values()).noneMatch(xml -> xml.contains("<f>"));
  }

  @Test
  void aTableHasAFrozenHeaderListsNotesAndTextFormat() throws IOException {
    Policy policy = TestPolicies.theDefault();
    DecisionTable cause =
        tables(policy).stream().filter(t -> t.code().equals("cause")).findFirst().orElseThrow();
    Map<String, String> parts =
        parts(new TidyWorkbook(Language.ZH).write(cause, policy.vocabulary()));
    String sheet = parts.get("xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("state=\"frozen\"", "dataValidation", "Lists!$", "决策", "条件");
    assertThat(parts.get("xl/styles.xml")).contains("formatCode=\"@\"");
    String notes =
        parts.entrySet().stream()
            .filter(part -> part.getKey().contains("comments"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    assertThat(notes)
        .contains("delayReason", "拖延原因 / Delay reason", "CASH_FLOW 资金紧张", "类型：", "Range: 0..1");
  }

  /** Names from a file may be anything; names of sheets may not. */
  @Test
  void hostileNamesBecomeSheetsThatSpreadsheetProgramsOpen() {
    Policy policy = TestPolicies.theDefault();
    DecisionTable one = tables(policy).get(0);
    List<DecisionTable> hostile = new ArrayList<>();
    for (String name :
        List.of("a/b:c*?[x]'\\", "A/B:C*?[X]'\\", "Lists", "", "长".repeat(60), "=1+1")) {
      hostile.add(named(one, name));
    }
    byte[] workbook = new TidyWorkbook(Language.EN).write(hostile, policy.vocabulary());
    assertThat(readBack(workbook, policy)).hasSize(hostile.size());
  }

  private static DecisionTable named(DecisionTable table, String name) {
    return new DecisionTable(
        table.code(),
        new dev.huikuan.domain.Text(name, name),
        table.hitPolicy(),
        table.effective(),
        name,
        table.noMatch(),
        table.level(),
        table.inputs(),
        table.outputs(),
        table.rows(),
        "decision-tables/x.csv#A1");
  }

  private static Map<String, String> parts(byte[] workbook) throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        parts.put(
            entry.getName(),
            unescaped(
                new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
    return parts;
  }

  /** Characters beyond ASCII may be written by their number. */
  private static String unescaped(String xml) {
    return Pattern.compile("&#x([0-9a-fA-F]{1,6});")
        .matcher(xml)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
  }
}
