package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing cells of a file: these read as typed, everything else stays, and nothing can run. */
class ChangedWorkbookTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          ">= 45",
          "not(A, B), unknown",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "@SUM(A1)",
          "-5..3",
          "<c r=\"A1\"><v>1</v></c>",
          "]]> & <![CDATA[ x",
          "_x000D_ and _x005F_",
          "  blanks around  ",
          "two\nlines",
          "\"quoted\", 'and' ; more\tthan one",
          "逾期 {daysPastDue} 天 😀",
          "42",
          "3.5",
          "7 %",
          "2026-12-31",
          "TRUE");

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("decision-tables"))) {
      Stream<Path> all =
          Stream.concat(
              files.filter(file -> file.toString().endsWith(".xlsx")),
              Stream.of(Path.of("src/test/resources/workbooks/libreoffice.xlsx")));
      return all.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void randomCellsOfAShippedWorkbookChangeAndNothingElseDoes(Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    String path = "decision-tables/" + file.getFileName();
    Random chance = new Random(path.hashCode());
    for (int round = 0; round < 3; round++) {
      List<Grid> grids = WorkbookReader.read(path, before).grids();
      Grid grid = grids.get(chance.nextInt(grids.size()));
      Map<String, String> changes = someChanges(grid, chance);
      byte[] after = changed(path, before, grid.sheet(), changes);
      assertOnlyTheseDiffer(path, before, after, grid.sheet(), changes);
      assertThat(differingParts(before, after)).hasSizeLessThanOrEqualTo(1);
    }
  }

  /** Of the sheet, of the cells beside it and of rows below it; no cell inside a merged one. */
  private static Map<String, String> someChanges(Grid grid, Random chance) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      int row = 1 + chance.nextInt(grid.lastRow() + 4);
      int column = 1 + chance.nextInt(grid.lastColumn() + 3);
      if (grid.merged().stream().noneMatch(region -> region.covers(row, column))) {
        changes.put(new Address(row, column).written(), TEXTS.get(chance.nextInt(TEXTS.size())));
      }
    }
    return changes;
  }

  private static byte[] changed(
      String path, byte[] bytes, String sheet, Map<String, String> changes) {
    ChangedWorkbook.Changed changed = ChangedWorkbook.of(path, bytes, sheet, changes);
    assertThat(changed.findings()).isEmpty();
    return changed.bytes().orElseThrow();
  }

  private static void assertOnlyTheseDiffer(
      String path, byte[] before, byte[] after, String sheet, Map<String, String> changes) {
    Map<String, String> expected = texts(path, before);
    String place = sheet.isEmpty() ? path + "#" : path + "#" + sheet + "!";
    changes.forEach(
        (address, text) -> {
          expected.remove(place + address);
          if (!text.isBlank()) {
            expected.put(place + address, text);
          }
        });
    assertThat(texts(path, after)).isEqualTo(expected);
  }

  private static Map<String, String> texts(String path, byte[] bytes) {
    WorkbookReader.Sheets read = WorkbookReader.read(path, bytes);
    assertThat(read.findings()).isEmpty();
    Map<String, String> texts = new TreeMap<>();
    for (Grid grid : read.grids()) {
      grid.rows().values().stream()
          .flatMap(row -> row.values().stream())
          .forEach(cell -> texts.put(cell.location(), cell.text()));
    }
    return texts;
  }

  private static Map<String, String> parts(byte[] workbook) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private static List<String> differingParts(byte[] before, byte[] after) throws IOException {
    Map<String, String> old = parts(before);
    Map<String, String> now = parts(after);
    assertThat(List.copyOf(now.keySet())).isEqualTo(List.copyOf(old.keySet()));
    List<String> names = new ArrayList<>(old.keySet());
    names.removeIf(name -> old.get(name).equals(now.get(name)));
    return names;
  }

  @Test
  void ofTheSheetItselfOnlyTheCellIsWrittenAnew() throws IOException {
    byte[] before = Files.readAllBytes(Path.of("decision-tables/next-action.xlsx"));
    byte[] after = changed("n.xlsx", before, "Next action", Map.of("B9", ">= 45"));
    String old = parts(before).get("xl/worksheets/sheet1.xml");
    String now = parts(after).get("xl/worksheets/sheet1.xml");
    int from = old.indexOf("<c r=\"B9\"");
    int to = old.indexOf("</c>", from) + 4;
    String style = old.substring(from, to).replaceFirst(".* s=\"(\\d+)\".*", "$1");
    assertThat(now)
        .isEqualTo(
            old.substring(0, from)
                + "<c r=\"B9\" s=\""
                + style
                + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">&gt;= 45</t></is></c>"
                + old.substring(to));
  }

  @Test
  void anotherProgramReadsTheChangedWorkbook() throws IOException {
    byte[] before = Files.readAllBytes(Path.of("decision-tables/next-action.xlsx"));
    byte[] after =
        changed(
            "n.xlsx",
            before,
            "Next action",
            Map.of("B9", "=cmd|' /C calc'!A0", "A56", "NA-999", "Z56", "新行"));
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(after))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows.get(8).getCell(1).getText()).isEqualTo("=cmd|' /C calc'!A0");
      assertThat(rows.get(8).getCell(1).getFormula()).isNull();
      Row last = rows.get(rows.size() - 1);
      assertThat(last.getRowNum()).isEqualTo(56);
      assertThat(last.getCell(0).getText()).isEqualTo("NA-999");
      assertThat(last.getCell(25).getText()).isEqualTo("新行");
    }
  }

  @Test
  void theSameChangesMakeTheSameBytes() throws IOException {
    byte[] before = Files.readAllBytes(Path.of("decision-tables/parameters.xlsx"));
    Map<String, String> changes = Map.of("A3", "x", "D20", "y");
    assertThat(changed("p.xlsx", before, "General", changes))
        .isEqualTo(changed("p.xlsx", before, "General", changes));
  }

  private static RawWorkbook workbook() {
    return new RawWorkbook()
        .formats("0%", "yyyy-mm-dd")
        .shared("<t>shared</t>")
        .sheet(
            "S",
            "<row r=\"2\" spans=\"1:2\" ht=\"20\"><c r=\"A2\" t=\"s\"><v>0</v></c>"
                + "<c r=\"B2\" s=\"1\"><v>0.07</v></c></row>"
                + "<row r=\"4\"><c r=\"A4\"><v>12</v></c><c r=\"C4\" s=\"2\"><v>46022</v></c>"
                + "<c r=\"D4\" t=\"b\"><v>1</v></c><c r=\"E4\"><f>A4*2</f><v>24</v></c></row>",
            "<mergeCells count=\"1\"><mergeCell ref=\"A6:A7\"/></mergeCells>")
        .sheet("T", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "");
  }

  private static String sheet(Map<String, String> changes) throws IOException {
    byte[] before = workbook().bytes();
    byte[] after = changed("w.xlsx", before, "S", changes);
    assertOnlyTheseDiffer("w.xlsx", before, after, "S", changes);
    assertThat(differingParts(before, after)).containsExactly("xl/worksheets/sheet1.xml");
    return parts(after).get("xl/worksheets/sheet1.xml");
  }

  @Test
  void aNumberWhereANumberStoodStaysOneAndAnyOtherTextIsText() throws IOException {
    String xml = sheet(Map.of("A4", "15", "C4", "2026-12-31", "D4", "FALSE"));
    assertThat(xml).contains("<c r=\"A4\"><v>15</v></c>");
    assertThat(xml).contains("<c r=\"C4\" s=\"2\"><v>46387</v></c>");
    assertThat(xml).contains("<c r=\"D4\" t=\"b\"><v>0</v></c>");
    assertThat(sheet(Map.of("B2", "8%"))).contains("<c r=\"B2\" s=\"1\"><v>0.08</v></c>");
    assertThat(sheet(Map.of("B2", "8")))
        .contains("<c r=\"B2\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">8</t>");
    assertThat(sheet(Map.of("A4", ">= 15", "C4", "soon"))).contains("&gt;= 15");
    assertThat(sheet(Map.of("A4", "1234567890123456"))).contains("inlineStr");
  }

  @Test
  void cellsAndRowsThatWereNotThereArePutInTheirPlaces() throws IOException {
    String xml = sheet(Map.of("B1", "b1", "C2", "c2", "B3", "b3", "B4", "b4", "A9", "a9"));
    assertThat(xml).containsSubsequence("r=\"1\"", "\"B1\"", "r=\"2\"", "\"B2\"", "\"C2\"");
    assertThat(xml).containsSubsequence("\"C2\"", "r=\"3\"", "\"B3\"", "r=\"4\"", "\"A4\"");
    assertThat(xml).containsSubsequence("\"A4\"", "\"B4\"", "\"C4\"", "r=\"9\"", "\"A9\"");
    assertThat(xml).doesNotContain("spans").contains("ht=\"20\"");
    assertThat(sheet(Map.of("A2", ""))).contains("<c r=\"A2\"/>");
  }

  @Test
  void cellsWithoutAddressesAreCountedAndPrefixesAreKept() {
    String data =
        "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row/>"
            + "<x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c></x:row>";
    byte[] before =
        new RawWorkbook()
            .sheet("S", "", "")
            .part(
                "xl/worksheets/sheet1.xml",
                "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    + "<x:sheetData>"
                    + data
                    + "</x:sheetData></x:worksheet>")
            .bytes();
    Map<String, String> changes = Map.of("B1", "5", "D1", "d", "C2", "c", "A3", "b", "A4", "n");
    byte[] after = changed("w.xlsx", before, "S", changes);
    assertOnlyTheseDiffer("w.xlsx", before, after, "S", changes);
  }

  @Test
  void anEmptySheetTakesCells() {
    byte[] before = new RawWorkbook().sheet("S", "", "").bytes();
    Map<String, String> changes = Map.of("B3", "here");
    byte[] after = changed("w.xlsx", before, "S", changes);
    assertOnlyTheseDiffer("w.xlsx", before, after, "S", changes);
  }

  @Test
  void aFormulaBecomesAValueAndTheOrderOfFormulasIsForgotten() throws IOException {
    byte[] before =
        workbook()
            .relate("rIdCalc", "calcChain", "calcChain.xml")
            .part("xl/calcChain.xml", "<calcChain><c r=\"E4\" i=\"1\"/></calcChain>")
            .bytes();
    Map<String, String> changes = Map.of("E4", "24");
    byte[] after = changed("w.xlsx", before, "S", changes);
    assertOnlyTheseDiffer("w.xlsx", before, after, "S", changes);
    assertThat(parts(after)).doesNotContainKey("xl/calcChain.xml");
    assertThat(parts(after).get("xl/_rels/workbook.xml.rels")).doesNotContain("calcChain");
    assertThat(parts(after).get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
  }

  @Test
  void aFormulaThatOthersShareIsLeftToTheSpreadsheetProgram() {
    byte[] before =
        new RawWorkbook()
            .sheet(
                "S",
                "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">1+1</f><v>2</v></c>"
                    + "</row><row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row>",
                "")
            .bytes();
    assertThat(refusal(before, "A1", "5")).contains("A1:A2").contains("spreadsheet program");
    changed("w.xlsx", before, "S", Map.of("A2", "5"));
  }

  private static String refusal(byte[] bytes, String address, String text) {
    ChangedWorkbook.Changed changed =
        ChangedWorkbook.of("w.xlsx", bytes, "S", Map.of(address, text));
    assertThat(changed.bytes()).isEmpty();
    assertThat(changed.findings()).hasSize(1);
    return changed.findings().get(0).location() + " " + changed.findings().get(0).message().en();
  }

  @Test
  void aHeaderOfTheProgramsOwnTableIsLeftToTheProgram() {
    byte[] before =
        workbook()
            .part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"http://x/table\""
                    + " Target=\"../tables/table1.xml\"/></Relationships>")
            .part("xl/tables/table1.xml", "<table ref=\"A2:B4\"><autoFilter/></table>")
            .bytes();
    assertThat(refusal(before, "A2", "new")).contains("A2:B4");
    changed("w.xlsx", before, "S", Map.of("A4", "15"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0007", "\uD83D alone", "\uFFFE", "\uFEFFmark", "\u0085"})
  void charactersThatNoCellCanHoldAreRefusedAtTheCell(String text) {
    assertThat(refusal(workbook().bytes(), "A4", text)).startsWith("w.xlsx#S!A4 ");
  }

  @Test
  void whatCannotBeChangedIsSaidAtItsPlace() {
    byte[] bytes = workbook().bytes();
    assertThat(refusal(bytes, "A7", "x"))
        .isEqualTo("w.xlsx#S!A7 this cell is merged into A6; change A6");
    assertThat(refusal(bytes, "A4", "x".repeat(2_001))).contains("2000").contains("2001");
    assertThat(refusal(bytes, "ZZZ9", "x")).contains("`ZZZ9`");
    assertThat(refusal(bytes, "A0", "x")).contains("`A0`");
    assertThat(ChangedWorkbook.of("w.xlsx", bytes, "None", Map.of()).findings()).hasSize(1);
    assertThat(ChangedWorkbook.of("w.xlsx", new byte[9], "S", Map.of()).findings()).hasSize(1);
    Map<String, String> many = new LinkedHashMap<>();
    for (int row = 1; row <= 501; row++) {
      many.put("A" + row, "x");
    }
    assertThat(ChangedWorkbook.of("w.xlsx", bytes, "S", many).findings().get(0).message().en())
        .contains("500");
  }

  private static final String CSV =
      "\uFEFFDecision,\"next, action\",\"Say \"\"hi\"\"\"\r\nHit policy,FIRST\r\n\r\n"
          + "Row,a,b\r\nR-1,'=1+1,\"two\nlines\"\r\nR-2,x";

  private static String csv(String before, Map<String, String> changes) {
    byte[] bytes = before.getBytes(StandardCharsets.UTF_8);
    byte[] after = changed("c.csv", bytes, "", changes);
    assertOnlyTheseDiffer("c.csv", bytes, after, "", changes);
    return new String(after, StandardCharsets.UTF_8);
  }

  @Test
  void ofACsvOnlyTheCellIsWrittenAnew() {
    assertThat(csv(CSV, Map.of("B5", "=1+2"))).isEqualTo(CSV.replace("'=1+1", "'=1+2"));
    assertThat(csv(CSV, Map.of("B1", "new"))).isEqualTo(CSV.replace("next, action", "new"));
    assertThat(csv(CSV, Map.of("C5", "a \"b\"")))
        .isEqualTo(CSV.replace("\"two\nlines\"", "\"a \"\"b\"\"\""));
    assertThat(csv(CSV, Map.of("C6", "y"))).isEqualTo(CSV + ",y");
    assertThat(csv(CSV, Map.of("B3", "in a blank line")))
        .isEqualTo(CSV.replace("\r\n\r\n", "\r\n,in a blank line\r\n"));
    assertThat(csv(CSV, Map.of("B8", "z"))).isEqualTo(CSV + "\r\n\r\n,z\r\n");
    assertThat(csv("a;b\nc;d\n", Map.of("B2", "1,5", "A3", "e;f")))
        .isEqualTo("a;b\nc;\"1,5\"\n\"e;f\"\n");
    assertThat(csv("a\tb", Map.of("A1", ""))).isEqualTo("\tb");
  }

  @Test
  void randomCellsOfACsvChangeAndNothingElseDoes() {
    Random chance = new Random(7);
    for (int round = 0; round < 200; round++) {
      Grid grid = WorkbookReader.read("c.csv", CSV.getBytes(StandardCharsets.UTF_8)).grids().get(0);
      csv(CSV, someChanges(grid, chance));
    }
  }
}
