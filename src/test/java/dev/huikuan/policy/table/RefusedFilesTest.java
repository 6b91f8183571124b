package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files that could bring code, other files or too much along are refused by name. */
class RefusedFilesTest {

  private static final String SHEET = RawWorkbook.row(1, "A", "Decision");

  private static Finding refused(String path, byte[] bytes) {
    WorkbookReader.Sheets sheets = WorkbookReader.read(path, bytes);
    assertThat(sheets.grids()).isEmpty();
    assertThat(sheets.findings()).hasSize(1);
    Finding finding = sheets.findings().get(0);
    assertThat(finding.code()).isEqualTo(Finding.Code.FILE_REFUSED);
    assertThat(finding.location()).isEqualTo(path);
    assertThat(finding.message().zh()).isNotBlank();
    return finding;
  }

  private static void assertRefused(String path, byte[] bytes, String because) {
    Finding finding = refused(path, bytes);
    assertThat(finding.isError()).isTrue();
    assertThat(finding.message().en()).contains(because);
  }

  @Test
  void macroWorkbooksUnderWhateverName() {
    byte[] plain = new RawWorkbook().sheet("S", SHEET, "").bytes();
    assertRefused("decision-tables/m.xlsm", plain, "macro");
    assertRefused("decision-tables/M.XLSM", plain, "macro");
    byte[] renamed =
        new RawWorkbook()
            .type("application/vnd.ms-excel.sheet.macroEnabled.main+xml")
            .sheet("S", SHEET, "")
            .bytes();
    assertRefused("decision-tables/m.xlsx", renamed, "macro");
    byte[] hidden = new RawWorkbook().part("xl/vbaProject.bin", "x").sheet("S", SHEET, "").bytes();
    assertRefused("decision-tables/m.xlsx", hidden, "macro");
  }

  @Test
  void workbooksWithExternalLinks() {
    byte[] linked =
        new RawWorkbook()
            .sheet("S", SHEET, "")
            .relate("rIdLink", "externalLink", "externalLinks/externalLink1.xml")
            .part("xl/externalLinks/externalLink1.xml", "<externalLink/>")
            .bytes();

    assertRefused("decision-tables/l.xlsx", linked, "external links");
  }

  @Test
  void oldEncryptedAndOtherFormats() {
    byte[] compound = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    assertRefused("decision-tables/o.xls", compound, "save it as .xlsx");
    assertRefused("decision-tables/o.xlsx", compound, "password");
    assertRefused("decision-tables/o.ods", new byte[] {1}, "save it as .xlsx");
  }

  @Test
  void emptyTruncatedAndDamagedFiles() throws IOException {
    byte[] whole = new RawWorkbook().sheet("S", SHEET, "").bytes();
    assertRefused("decision-tables/e.xlsx", new byte[0], "empty");
    assertRefused("decision-tables/e.csv", new byte[0], "empty");
    for (int length : new int[] {1, 10, 100, whole.length / 2, whole.length - 1}) {
      assertRefused("decision-tables/t.xlsx", Arrays.copyOf(whole, length), "damaged");
    }
    assertRefused(
        "decision-tables/t.xlsx", "not a zip".getBytes(StandardCharsets.UTF_8), "damaged");
    byte[] noSheet = RawWorkbook.zip(Map.of("hello.txt", "hello"));
    assertRefused("decision-tables/t.xlsx", noSheet, "damaged");
    byte[] halfXml =
        new RawWorkbook()
            .sheet("S", SHEET, "")
            .part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\">")
            .bytes();
    assertRefused("decision-tables/t.xlsx", halfXml, "damaged");
    byte[] missingPart =
        new RawWorkbook().sheet("S", SHEET, "").relate("x", "worksheet", "gone.xml").bytes();
    assertThat(WorkbookReader.read("decision-tables/t.xlsx", missingPart).grids()).hasSize(1);
  }

  @Test
  void aFlippedByteAnywhereNeverThrows() {
    byte[] whole = new RawWorkbook().formats("0%").sheet("S", SHEET, "").bytes();
    for (int i = 0; i < whole.length; i += 7) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x55;
      WorkbookReader.Sheets read = WorkbookReader.read("decision-tables/f.xlsx", flipped);
      assertThat(read.grids().isEmpty()).as("byte " + i).isEqualTo(!read.findings().isEmpty());
    }
  }

  @Test
  void zipBombsByWhatTheyDeclareAndByWhatTheyAre() throws IOException {
    byte[] bomb = bomb();
    assertThat(bomb.length).isLessThan(1_000_000);
    assertRefused("decision-tables/b.xlsx", bomb, "bytes when unpacked");
    assertRefused("decision-tables/b.xlsx", understated(bomb), "bytes when unpacked");
  }

  /** A workbook whose one sheet is more blanks than may be unpacked. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] blanks = new byte[1_000_000];
    Arrays.fill(blanks, (byte) ' ');
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (java.util.zip.ZipInputStream zip =
        new java.util.zip.ZipInputStream(
            new java.io.ByteArrayInputStream(new RawWorkbook().sheet("S", SHEET, "").bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        if (part.getKey().endsWith("sheet1.xml")) {
          zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i <= WorkbookLimits.UNPACKED_BYTES / blanks.length; i++) {
            zip.write(blanks);
          }
          zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        } else {
          zip.write(part.getValue());
        }
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** The same zip whose central directory says that each part unpacks to 100 bytes. */
  private static byte[] understated(byte[] zip) {
    byte[] lying = zip.clone();
    for (int i = 0; i < lying.length - 46; i++) {
      if (lying[i] == 'P' && lying[i + 1] == 'K' && lying[i + 2] == 1 && lying[i + 3] == 2) {
        lying[i + 24] = 100;
        lying[i + 25] = 0;
        lying[i + 26] = 0;
        lying[i + 27] = 0;
      }
    }
    return lying;
  }

  @Test
  void documentTypesSoThatNoEntityIsEverRead() {
    String xml =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is>"
            + "</c></row></sheetData></worksheet>";
    byte[] bytes =
        new RawWorkbook().sheet("S", SHEET, "").part("xl/worksheets/sheet1.xml", xml).bytes();

    assertRefused("decision-tables/x.xlsx", bytes, "document type");
  }

  @Test
  void tooManyRowsColumnsAndCells() {
    byte[] wide = new RawWorkbook().sheet("S", RawWorkbook.row(1, "XFD", "x"), "").bytes();
    assertRefused("decision-tables/w.xlsx", wide, "columns");
    byte[] beyond = new RawWorkbook().sheet("S", RawWorkbook.row(1, "ZZZZ", "x"), "").bytes();
    assertRefused("decision-tables/w.xlsx", beyond, "damaged");
    String rows = "x\n".repeat(WorkbookLimits.ROWS + 1);
    assertRefused("decision-tables/r.csv", rows.getBytes(StandardCharsets.UTF_8), "rows");
    String text = "x".repeat(WorkbookLimits.TEXT + 1);
    assertRefused("decision-tables/t.csv", text.getBytes(StandardCharsets.UTF_8), "characters");
  }

  @Test
  void lockFilesAreSkippedWithAnInfoOnly() {
    Finding finding = refused("decision-tables/~$next-action.xlsx", new byte[] {5});

    assertThat(finding.severity()).isEqualTo(Finding.Severity.INFO);
  }

  @Test
  void csvInAnotherEncodingSaysHowToSaveIt() {
    byte[] gbk = "决策,t\n".getBytes(Charset.forName("GB18030"));
    assertRefused("decision-tables/g.csv", gbk, "CSV UTF-8");
    byte[] utf16 = "Decision,t\n".getBytes(StandardCharsets.UTF_16);
    assertRefused("decision-tables/u.csv", utf16, "CSV UTF-8");
  }
}
