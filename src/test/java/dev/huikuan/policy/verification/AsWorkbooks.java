package dev.huikuan.policy.verification;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.table.RawWorkbook;
import dev.huikuan.policy.verification.CheckCases.Case;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A case with each of its CSV tables as a workbook of one sheet, cell by cell. */
final class AsWorkbooks {

  private static final String SHEET = "Sheet";

  private AsWorkbooks() {}

  static List<PolicyFile> policy(Case one) {
    List<PolicyFile> files = new ArrayList<>(List.of(SmallTables.attributes()));
    one.files()
        .forEach(
            (path, text) ->
                files.add(
                    isTable(path)
                        ? new PolicyFile(path.replaceFirst("csv$", "xlsx"), workbook(text))
                        : new PolicyFile(path, text.getBytes(StandardCharsets.UTF_8))));
    return files;
  }

  private static boolean isTable(String path) {
    return path.startsWith("decision-tables/") && path.endsWith(".csv");
  }

  /**
   * What must be found, at the cells of the workbooks: {@code t.xlsx#Sheet!B9} for {@code
   * t.csv#B9}.
   */
  static List<String> expected(Case one) {
    return one.expected().stream()
        .map(line -> line.replaceFirst("( \\w+)\\.csv#", "$1.xlsx#" + SHEET + "!"))
        .toList();
  }

  private static String text(String cell) {
    String escaped = cell.replace("&", "&amp;").replace("<", "&lt;");
    return "< t=\"inlineStr\"><is><t>" + escaped + "</t></is>";
  }

  private static byte[] workbook(String csv) {
    StringBuilder rows = new StringBuilder();
    int number = 0;
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(csv)) {
      for (CsvRecord record : records) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
          if (!record.getField(i).isEmpty()) {
            cells.add("" + (char) ('A' + i));
            cells.add(text(record.getField(i)));
          }
        }
        rows.append(RawWorkbook.row(++number, cells.toArray()));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new RawWorkbook().sheet(SHEET, rows.toString(), "").bytes();
  }
}
