package dev.huikuan.policy.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * A CSV with some cells changed: only these are written anew; quotes, line ends and the byte order
 * mark of all others stay.
 */
final class ChangedCsv {

  /** A cell from its first character, perhaps a quote, to behind its last. */
  private record Field(int start, int end) {}

  private final String text;
  private final char separator;
  private final List<List<Field>> records = new ArrayList<>();
  private String lineEnd = "\n";

  private ChangedCsv(String text) {
    this.text = text;
    this.separator = CsvGrid.separator(CsvGrid.plainLines(text.replaceFirst("^\\uFEFF", "")));
  }

  /**
   * @param bytes of a CSV that could be read
   * @param changes by row and column
   */
  static byte[] write(
      byte[] bytes, NavigableMap<Integer, NavigableMap<Integer, CellChange>> changes) {
    ChangedCsv csv = new ChangedCsv(new String(bytes, StandardCharsets.UTF_8));
    csv.scan();
    return csv.written(changes).getBytes(StandardCharsets.UTF_8);
  }

  private void scan() {
    int at = text.startsWith("\uFEFF") ? 1 : 0;
    boolean first = true;
    while (at < text.length()) {
      List<Field> record = new ArrayList<>();
      int end = field(at);
      record.add(new Field(at, end));
      while (end < text.length() && text.charAt(end) == separator) {
        int start = end + 1;
        end = field(start);
        record.add(new Field(start, end));
      }
      records.add(record);
      at = end + lineEndAt(end);
      if (first && at > end) {
        lineEnd = text.substring(end, at);
        first = false;
      }
    }
  }

  private int lineEndAt(int at) {
    return at == text.length() ? 0 : text.startsWith("\r\n", at) ? 2 : 1;
  }

  /** Where the field that begins here ends; a quote counts at its beginning only. */
  private int field(int start) {
    int at = start;
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
        at += text.charAt(at) == '"' ? 2 : 1;
      }
    }
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isEnd(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private String written(NavigableMap<Integer, NavigableMap<Integer, CellChange>> changes) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    for (var row : changes.headMap(records.size(), true).entrySet()) {
      List<Field> fields = records.get(row.getKey() - 1);
      for (var change : row.getValue().headMap(fields.size(), true).entrySet()) {
        Field field = fields.get(change.getKey() - 1);
        out.append(text, copied, field.start()).append(cell(change.getValue(), field));
        copied = field.end();
      }
      Field last = fields.get(fields.size() - 1);
      out.append(text, copied, last.end());
      copied = last.end();
      append(out, row.getValue().tailMap(fields.size(), false), fields.size());
    }
    out.append(text, copied, text.length());
    added(out, changes.tailMap(records.size(), false));
    return out.toString();
  }

  /** Rows that were not there, behind the last one. */
  private void added(
      StringBuilder out, NavigableMap<Integer, NavigableMap<Integer, CellChange>> changes) {
    int row = records.size();
    boolean open = out.length() > 0 && "\r\n\uFEFF".indexOf(out.charAt(out.length() - 1)) < 0;
    for (var change : changes.entrySet()) {
      out.append(open ? lineEnd : "").append(lineEnd.repeat(change.getKey() - row - 1));
      append(out, change.getValue(), 0);
      row = change.getKey();
      open = true;
    }
    out.append(changes.isEmpty() ? "" : lineEnd);
  }

  /**
   * Cells behind those of a record.
   *
   * @param there how many it has
   */
  private void append(StringBuilder out, NavigableMap<Integer, CellChange> changes, int there) {
    int column = Math.max(there, 1);
    for (var change : changes.entrySet()) {
      out.append(String.valueOf(separator).repeat(change.getKey() - column));
      out.append(cell(change.getValue(), new Field(0, 0)));
      column = change.getKey();
    }
  }

  private String cell(CellChange change, Field was) {
    String marked = FormulaMark.put(change.text());
    boolean quoted =
        was.end() > was.start() && text.charAt(was.start()) == '"'
            || marked.chars().anyMatch(c -> c == '"' || isEnd((char) c) || ",;\t".indexOf(c) >= 0);
    return quoted && !marked.isEmpty() ? '"' + marked.replace("\"", "\"\"") + '"' : marked;
  }
}
