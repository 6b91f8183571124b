package dev.huikuan.portfolio;

import java.nio.charset.StandardCharsets;

/**
 * A worklist as CSV: UTF-8 with a byte order mark, without which Excel in China reads it as GBK;
 * lines end in CRLF as RFC 4180 has it. A text that a spreadsheet would take for a formula gets a
 * leading apostrophe.
 */
final class WorklistCsv {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private WorklistCsv() {}

  /** The byte order mark and the line of column names. */
  static byte[] header() {
    StringBuilder line = new StringBuilder("\uFEFF");
    for (WorklistColumn column : WorklistColumn.values()) {
      append(line, column.header());
    }
    return ended(line);
  }

  static byte[] line(WorklistRow row) {
    StringBuilder line = new StringBuilder();
    for (WorklistColumn column : WorklistColumn.values()) {
      String cell = row.cell(column);
      append(line, column.isNumeric() ? cell : guarded(cell));
    }
    return ended(line);
  }

  private static byte[] ended(StringBuilder line) {
    line.setLength(line.length() - 1);
    return line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
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
