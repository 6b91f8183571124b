package dev.huikuan.portfolio;

import dev.huikuan.domain.Language;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A worklist as a workbook: labels in one language, frozen header, texts as string cells only. Rows
 * are written as they come; few of them are in memory.
 */
final class WorklistWorkbook implements Closeable {

  private static final int LONGEST_CELL = 32_767;
  private static final int ROWS_IN_MEMORY = 1_000;

  /** Most rows of a sheet of .xlsx, its header among them. */
  private static final int MOST_ROWS = 1_048_576;

  /** Between the cells of a row that was put aside: cannot stand in a case or a label. */
  private static final String BETWEEN = "\u0000";

  private final Workbook workbook;
  private final Language language;
  private Worksheet sheet;
  private int sheets;
  private int rows;

  WorklistWorkbook(Language language, OutputStream out) {
    this.workbook = new Workbook(out, "Huikuan", "1.0");
    this.language = language;
    this.sheet = begun();
  }

  /** A row as it is put aside until its place is known. */
  static byte[] line(WorklistRow row) {
    return Arrays.stream(WorklistColumn.values())
        .map(row::label)
        .collect(Collectors.joining(BETWEEN))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Adds a row that was put aside; what one sheet cannot hold goes to another. */
  void add(byte[] line) throws IOException {
    if (rows + 1 == MOST_ROWS) {
      sheet.finish();
      sheet = begun();
    }
    rows++;
    String[] cells = new String(line, StandardCharsets.UTF_8).split(BETWEEN, -1);
    for (WorklistColumn column : WorklistColumn.values()) {
      cell(column, cells[column.ordinal()]);
    }
    if (rows % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  private Worksheet begun() {
    String name = language == Language.ZH ? "工作清单" : "Worklist";
    sheets++;
    rows = 0;
    Worksheet begun = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    for (WorklistColumn column : WorklistColumn.values()) {
      begun.inlineString(0, column.ordinal(), column.label().in(language));
      begun.style(0, column.ordinal()).bold().fillColor("D9E2F3").wrapText(true).set();
      begun.width(column.ordinal(), column.width());
    }
    begun.freezePane(1, 1);
    return begun;
  }

  private void cell(WorklistColumn column, String cell) {
    if (cell.isEmpty()) {
      return;
    }
    if (column.isNumeric()) {
      sheet.value(rows, column.ordinal(), new BigDecimal(cell));
    } else {
      String text = cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell;
      sheet.inlineString(rows, column.ordinal(), text);
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    workbook.finish();
    workbook.close();
  }
}
