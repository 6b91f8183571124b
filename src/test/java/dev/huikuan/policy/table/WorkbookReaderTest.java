package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells count by their value, in whatever way a program stores it. */
class WorkbookReaderTest {

  private static Grid read(RawWorkbook workbook) {
    WorkbookReader.Sheets sheets = WorkbookReader.read("decision-tables/表.xlsx", workbook.bytes());
    assertThat(sheets.findings()).isEmpty();
    return sheets.grids().get(0);
  }

  private static Grid rows(String sheetData) {
    return read(new RawWorkbook().sheet("S", sheetData, ""));
  }

  @Test
  void aCellKnowsItsPlace() {
    Grid grid = read(new RawWorkbook().sheet("下一步", RawWorkbook.row(14, "AB", "x"), ""));

    assertThat(grid.cell(14, 28).location()).isEqualTo("decision-tables/表.xlsx#下一步!AB14");
    assertThat(grid.cell(14, 28).address()).isEqualTo("AB14");
  }

  @Test
  void sharedStringsAreTheTextOfTheirRunsWithoutPronunciation() {
    Grid grid =
        read(
            new RawWorkbook()
                .shared("<t>plain</t>")
                .shared("<r><t>逾期</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 天数</t></r>")
                .shared(
                    "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/>")
                .shared("<t>two_x000D_&#10;lines_x005F_x0041_</t>")
                .sheet(
                    "S",
                    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                        + "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c></row>",
                    ""));

    assertThat(grid.cell(1, 1).text()).isEqualTo("plain");
    assertThat(grid.cell(1, 2).text()).isEqualTo("逾期 天数");
    assertThat(grid.cell(1, 3).text()).isEqualTo("東京");
    assertThat(grid.cell(1, 4).text()).isEqualTo("two\nlines_x0041_");
  }

  @Test
  void inlineStringsRunsAndCellsWithoutReferencesAreRead() {
    Grid grid =
        rows(
            "<row><c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c><c><v>1</v></c></row>"
                + "<row><c r=\"C2\"><v>2</v></c><c><v>3</v></c></row>"
                + "<row r=\"7\"><c><v>4</v></c></row>");

    assertThat(grid.cell(1, 1).text()).isEqualTo("ab");
    assertThat(grid.cell(1, 2).text()).isEqualTo("1");
    assertThat(grid.cell(2, 3).text()).isEqualTo("2");
    assertThat(grid.cell(2, 4).text()).isEqualTo("3");
    assertThat(grid.cell(7, 1).text()).isEqualTo("4");
  }

  @ParameterizedTest
  @CsvSource({
    "0.07000000000000001, 0.07",
    "7.0000000000000007E-2, 0.07",
    "123456789012, 123456789012",
    "1.0000000000000002, 1",
    "0.30000000000000004, 0.3",
    "-1234.5600000000002, -1234.56",
    "12345678901234, 12345678901234",
    "1E3, 1000",
    "0, 0"
  })
  void aNumberIsTheShortestDecimalOfWhatIsStored(String stored, BigDecimal expected) {
    RawCell cell = rows("<row r=\"1\"><c r=\"A1\"><v>" + stored + "</v></c></row>").cell(1, 1);

    assertThat(cell.kind()).isEqualTo(RawCell.Kind.NUMBER);
    assertThat(cell.number()).contains(expected);
    assertThat(cell.text()).isEqualTo(expected.toPlainString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#9 | true",
        "#10 | true",
        "0.0% | true",
        "#,##0.00\\ %;[Red]-0% | true",
        "0\"%\" | false",
        "0\\% | false",
        "General | false",
        "#0 | false",
        "@ | false",
      })
  void onlyAFormatWithABarePercentSignMakesAPercent(String format, boolean percent) {
    RawCell cell =
        read(new RawWorkbook()
                .formats(format)
                .sheet("S", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0.02</v></c></row>", ""))
            .cell(1, 1);

    assertThat(cell.percentFormat()).isEqualTo(percent);
    assertThat(cell.number()).contains(new BigDecimal("0.02"));
    assertThat(cell.text()).isEqualTo(percent ? "2%" : "0.02");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#14 | 46023 | 2026-01-01T00:00 | 2026-01-01",
        "#31 | 46023 | 2026-01-01T00:00 | 2026-01-01",
        "#57 | 46023 | 2026-01-01T00:00 | 2026-01-01",
        "yyyy\"年\"m\"月\"d\"日\";@ | 46023 | 2026-01-01T00:00 | 2026-01-01",
        "[$-804]yyyy/m/d | 46023 | 2026-01-01T00:00 | 2026-01-01",
        "[$-404]e/m/d | 46023 | 2026-01-01T00:00 | 2026-01-01",
        "d-mmm | 46023 | 2026-01-01T00:00 | 2026-01-01",
        "yyyy-mm-dd hh:mm | 46023.375 | 2026-01-01T09:00 | 2026-01-01 09:00",
        "#20 | 0.375 | 1899-12-31T09:00 | 09:00",
        "h:mm:ss | 0.8750115740740741 | 1899-12-31T21:00:01 | 21:00:01",
        "#14 | 1 | 1900-01-01T00:00 | 1900-01-01",
        "#14 | 61 | 1900-03-01T00:00 | 1900-03-01",
      })
  void aNumberInADateFormatIsThatDate(
      String format, String stored, LocalDateTime date, String text) {
    RawCell cell =
        read(new RawWorkbook()
                .formats(format)
                .sheet("S", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + stored + "</v></c></row>", ""))
            .cell(1, 1);

    assertThat(cell.date()).contains(date);
    assertThat(cell.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.00E+00",
        "General",
        "#,##0 \"days\"",
        "[Red]0",
        "G/通用格式",
        "#11",
        "_ * #,##0.00_ "
      })
  void aFormatOfNumbersMakesNoDate(String format) {
    RawCell cell =
        read(new RawWorkbook()
                .formats(format)
                .sheet("S", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>30</v></c></row>", ""))
            .cell(1, 1);

    assertThat(cell.date()).isEmpty();
    assertThat(cell.text()).isEqualTo("30");
  }

  @Test
  void workbooksThatCountFrom1904KeepTheirDates() {
    RawCell cell =
        read(new RawWorkbook()
                .properties("<workbookPr date1904=\"1\"/>")
                .formats("#14")
                .sheet("S", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44561</v></c></row>", ""))
            .cell(1, 1);

    assertThat(cell.text()).isEqualTo("2026-01-01");
  }

  @Test
  void datesBooleansAndErrorsStoredAsSuchAreRead() {
    Grid grid =
        rows(
            "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2026-03-31T00:00:00</v></c>"
                + "<c r=\"B1\" t=\"b\"><v>1</v></c><c r=\"C1\" t=\"b\"><v>0</v></c>"
                + "<c r=\"D1\" t=\"e\"><v>#REF!</v></c><c r=\"E1\"><v>abc</v></c></row>");

    assertThat(grid.cell(1, 1).text()).isEqualTo("2026-03-31");
    assertThat(grid.cell(1, 2).kind()).isEqualTo(RawCell.Kind.BOOLEAN);
    assertThat(grid.cell(1, 2).flag()).isTrue();
    assertThat(grid.cell(1, 3).flag()).isFalse();
    assertThat(grid.cell(1, 4).kind()).isEqualTo(RawCell.Kind.ERROR);
    assertThat(grid.cell(1, 4).text()).isEqualTo("#REF!");
    assertThat(grid.cell(1, 5).kind()).isEqualTo(RawCell.Kind.ERROR);
  }

  @Test
  void aFormulaCountsByTheValueThatWasSavedWithIt() {
    Grid grid =
        rows(
            "<row r=\"1\"><c r=\"A1\"><f>10*3</f><v>30</v></c>"
                + "<c r=\"B1\" t=\"str\"><f>\"&gt; \"&amp;A1</f><v>&gt; 30</v></c>"
                + "<c r=\"C1\"><f t=\"shared\" si=\"0\"/><v>31</v></c>"
                + "<c r=\"D1\"><f>NOW()</f></c><c r=\"E1\"><f>A2</f><v></v></c>"
                + "<c r=\"F1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                + "<c r=\"G1\" t=\"str\"><f>IF(A1,\"\",1)</f><v></v></c></row>");

    assertThat(grid.cell(1, 1).number()).contains(new BigDecimal("30"));
    assertThat(grid.cell(1, 1).formula()).isEqualTo("10*3");
    assertThat(grid.cell(1, 2).text()).isEqualTo("> 30");
    assertThat(grid.cell(1, 3).text()).isEqualTo("31");
    assertThat(grid.cell(1, 4).kind()).isEqualTo(RawCell.Kind.NO_VALUE);
    assertThat(grid.cell(1, 4).text()).isEqualTo("=NOW()");
    assertThat(grid.cell(1, 5).kind()).isEqualTo(RawCell.Kind.NO_VALUE);
    assertThat(grid.cell(1, 6).kind()).isEqualTo(RawCell.Kind.ERROR);
    assertThat(grid.cell(1, 7).isBlank()).isTrue();
  }

  @Test
  void hiddenRowsColumnsAndSheetsAreReadAsAnyOther() {
    byte[] bytes =
        new RawWorkbook()
            .sheet("A", "<row r=\"1\" hidden=\"1\"><c r=\"B1\"><v>5</v></c></row>", "")
            .sheet("B\" state=\"veryHidden", RawWorkbook.row(1, "A", "seen"), "")
            .bytes();

    WorkbookReader.Sheets sheets = WorkbookReader.read("decision-tables/x.xlsx", bytes);

    assertThat(sheets.grids()).extracting(Grid::sheet).containsExactly("A", "B");
    assertThat(sheets.grids().get(0).cell(1, 2).text()).isEqualTo("5");
  }

  @Test
  void aMergedCellCountsForEachRowThatItSpans() {
    Grid grid =
        read(
            new RawWorkbook()
                .sheet(
                    "S",
                    RawWorkbook.row(1, "A", "x", "B", "y") + RawWorkbook.row(3, "A", "z"),
                    "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"));

    assertThat(grid.spanned(2, 1).text()).isEqualTo("x");
    assertThat(grid.spanned(3, 1).text()).isEqualTo("z");
    assertThat(grid.spanned(1, 3).isBlank()).isTrue();
    assertThat(grid.spansColumns(1, 2)).isTrue();
    assertThat(grid.spansColumns(1, 1)).isFalse();
  }
}
