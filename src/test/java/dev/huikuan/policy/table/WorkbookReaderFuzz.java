package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes are sheets, or one finding that refuses the file. The first byte says what the rest
 * stands for: a whole file, or one part of a workbook that is otherwise good (a fuzzer would not
 * come past the checksums of the zip by itself).
 */
class WorkbookReaderFuzz {

  static Stream<byte[]> saved() throws IOException {
    return Stream.of(Files.readAllBytes(Path.of("src/test/resources/workbooks/libreoffice.xlsx")));
  }

  @MethodSource("saved")
  @FuzzTest
  void anyBytes(byte[] data) {
    if (data.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(data, 1, data.length);
    switch (data[0]) {
      case 'c' -> read("decision-tables/t.csv", rest);
      case 's' -> part("xl/worksheets/sheet1.xml", rest);
      case 't' -> part("xl/sharedStrings.xml", rest);
      case 'f' -> part("xl/styles.xml", rest);
      case 'w' -> part("xl/workbook.xml", rest);
      case 'r' -> part("xl/_rels/workbook.xml.rels", rest);
      case 'y' -> part("[Content_Types].xml", rest);
      default -> read("decision-tables/t.xlsx", data);
    }
  }

  private static void part(String part, byte[] content) {
    byte[] workbook =
        new RawWorkbook()
            .formats("0%", "yyyy-mm-dd")
            .shared("<t>x</t>")
            .sheet("S", RawWorkbook.row(1, "A", "Decision", "B", 1), "")
            .part(part, new String(content, StandardCharsets.UTF_8))
            .bytes();
    read("decision-tables/t.xlsx", workbook);
  }

  private static void read(String path, byte[] bytes) {
    WorkbookReader.Sheets sheets = WorkbookReader.read(path, bytes);
    assertThat(sheets.grids().isEmpty()).isEqualTo(!sheets.findings().isEmpty());
    sheets.findings().forEach(finding -> assertThat(finding.location()).isEqualTo(path));
    sheets.grids().forEach(grid -> assertThat(grid.rows()).isNotNull());
  }
}
