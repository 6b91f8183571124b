package dev.huikuan.portfolio;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A worklist as CSV: UTF-8 with a byte order mark, without which Excel in China reads it as GBK;
 * lines end in CRLF as RFC 4180 has it. A text that a spreadsheet would take for a formula gets a
 * leading apostrophe.
 */
final class WorklistCsv {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private WorklistCsv() {}

  static void write(List<WorklistRow> rows, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    StringBuilder line = new StringBuilder();
    for (WorklistColumn column : WorklistColumn.values()) {
      append(line, column.header());
    }
    end(line, writer);
    for (WorklistRow row : rows) {
      for (WorklistColumn column : WorklistColumn.values()) {
        String cell = row.cell(column);
        append(line, column.isNumeric() ? cell : guarded(cell));
      }
      end(line, writer);
    }
    writer.flush();
  }

  private static void end(StringBuilder line, Writer writer) throws IOException {
    line.setLength(line.length() - 1);
    writer.append(line).write("\r\n");
    line.setLength(0);
  }

  private static void append(StringBuilder line, String cell) {
    boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    line.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell).append(',');
  }

  private static String guarded(String cell) {
    boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }
}
