package dev.huikuan.policy.table.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.FormulaMark;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as the CSV that a policy folder may hold: UTF-8 with a byte order mark, without which
 * Excel in China reads it as GBK, lines of equal length that end in LF. A text that a spreadsheet
 * would take for a formula gets an apostrophe, which the reader takes off again.
 */
final class CsvExport implements TableExport {

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public byte[] write(DecisionTable table, Vocabulary words) {
    List<List<String>> rows = TableLayout.rows(table, words);
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    StringWriter text = new StringWriter().append('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      for (List<String> row : rows) {
        String[] cells = new String[width];
        for (int i = 0; i < width; i++) {
          cells[i] = i < row.size() ? FormulaMark.put(lines(row.get(i))) : "";
        }
        csv.writeRecord(cells);
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String lines(String cell) {
    return cell.replace("\r\n", "\n").replace('\r', '\n');
  }
}
