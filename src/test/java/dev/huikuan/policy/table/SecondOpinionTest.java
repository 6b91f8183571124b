package dev.huikuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** On the workbooks that we ship another reader sees the same values in the same cells. */
class SecondOpinionTest {

  @Test
  void shippedWorkbooksReadAsFastexcelReadsThem() throws IOException {
    List<Path> workbooks;
    try (Stream<Path> files = Files.list(Path.of("decision-tables"))) {
      workbooks = files.filter(path -> path.toString().endsWith(".xlsx")).sorted().toList();
    }
    assertThat(workbooks).isNotEmpty();
    for (Path path : workbooks) {
      assertSame(path.getFileName().toString(), Files.readAllBytes(path));
    }
    assertSame(
        "libreoffice.xlsx",
        Files.readAllBytes(Path.of("src/test/resources/workbooks/libreoffice.xlsx")));
  }

  private static void assertSame(String name, byte[] bytes) throws IOException {
    Map<String, String> ours = new TreeMap<>();
    for (Grid grid : WorkbookReader.read(name, bytes).grids()) {
      grid.rows()
          .values()
          .forEach(
              row ->
                  row.values()
                      .forEach(
                          cell -> ours.put(grid.sheet() + "!" + cell.address(), written(cell))));
    }
    assertThat(ours).as(name).isNotEmpty().isEqualTo(theirs(bytes));
  }

  private static String written(RawCell cell) {
    return cell.number()
        .map(BigDecimal::toPlainString)
        .orElse(cell.kind() == RawCell.Kind.BOOLEAN ? (cell.flag() ? "1" : "0") : cell.text());
  }

  private static Map<String, String> theirs(byte[] bytes) throws IOException {
    Map<String, String> values = new TreeMap<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        for (Row row : sheet.read()) {
          for (Cell cell : row) {
            if (cell != null && cell.getRawValue() != null && !cell.getRawValue().isBlank()) {
              values.put(sheet.getName() + "!" + cell.getAddress(), value(cell));
            }
          }
        }
      }
    }
    return values;
  }

  private static String value(Cell cell) {
    return cell.getValue() instanceof BigDecimal number
        ? number.round(new MathContext(15)).stripTrailingZeros().toPlainString()
        : cell.getRawValue();
  }
}
