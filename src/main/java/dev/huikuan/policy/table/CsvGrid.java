package dev.huikuan.policy.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a CSV in UTF-8, with or without a byte order mark, whatever its line ends, which are made
 * one before the parser sees them (it joins two lines at a return inside quotes); cells are
 * separated by the first of comma, semicolon and tab in its first line. A row is a record. The
 * apostrophe that keeps a cell from being a formula is taken off.
 */
final class CsvGrid {

  private CsvGrid() {}

  static Grid read(String path, byte[] bytes) throws IOException {
    String text = plainLines(decoded(bytes));
    char separator = separator(text);
    if (endsInQuotes(text, separator)) {
      throw unbalanced();
    }
    List<RawCell> cells = new ArrayList<>();
    int row = 0;
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(4 * WorkbookLimits.TEXT)
            .ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        row++;
        add(path, row, record.getFields(), cells);
        if (row > WorkbookLimits.ROWS) {
          throw RefusedFile.tooMany("行数", "rows", WorkbookLimits.ROWS);
        }
      }
    } catch (CsvParseException | UncheckedIOException broken) {
      throw unbalanced();
    }
    return new Grid(path, "", cells, List.of());
  }

  /** With one kind of line end. */
  static String plainLines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static RefusedFile unbalanced() {
    return new RefusedFile(
        "文件中的引号不成对，无法读取；请检查引号并另存为“CSV UTF-8（逗号分隔）”",
        "quotes do not match; check them and save it again as \"CSV UTF-8 (comma delimited)\"");
  }

  /** The parser would take the rest of the file for one cell. */
  private static boolean endsInQuotes(String text, char separator) {
    boolean quoted = false;
    boolean atStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && (quoted || atStart)) {
        quoted = !quoted;
        atStart = !quoted;
      } else if (!quoted) {
        atStart = c == separator || c == '\n' || c == '\r';
      }
    }
    return quoted;
  }

  private static void add(String path, int row, List<String> fields, List<RawCell> cells)
      throws RefusedFile {
    for (int i = 0; i < fields.size(); i++) {
      String text = FormulaMark.taken(fields.get(i));
      if (text.isBlank()) {
        continue;
      }
      String address = new Address(row, i + 1).written();
      cells.add(RawCell.text(text, address, path + "#" + address));
      if (i >= WorkbookLimits.COLUMNS) {
        throw RefusedFile.tooMany("列数", "columns", WorkbookLimits.COLUMNS);
      }
      if (cells.size() > WorkbookLimits.CELLS) {
        throw RefusedFile.tooMany("单元格数", "cells", WorkbookLimits.CELLS);
      }
      if (text.length() > WorkbookLimits.TEXT) {
        throw RefusedFile.tooMany("单元格字符数", "characters in a cell", WorkbookLimits.TEXT);
      }
    }
  }

  private static String decoded(byte[] bytes) throws RefusedFile {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (text.indexOf('\0') >= 0) {
        throw notUtf8();
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw notUtf8();
    }
  }

  private static RefusedFile notUtf8() {
    return new RefusedFile(
        "文件不是 UTF-8 编码；请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”",
        "not UTF-8; in your spreadsheet program save it as \"CSV UTF-8 (comma delimited)\"");
  }

  /** The first separator outside quotes in the first line that is not blank. */
  static char separator(String text) {
    boolean quoted = false;
    boolean something = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == ';' || c == '\t')) {
        return c;
      } else if (!quoted && c == '\n' && something) {
        return ',';
      }
      something |= !Character.isWhitespace(c);
    }
    return ',';
  }
}
