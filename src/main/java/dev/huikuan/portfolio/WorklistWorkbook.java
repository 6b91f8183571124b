package dev.huikuan.portfolio;

import dev.huikuan.domain.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A worklist as a workbook: labels in one language, frozen header, texts as string cells only. */
final class WorklistWorkbook {

  private static final int LONGEST_CELL = 32_767;

  private WorklistWorkbook() {}

  static void write(List<WorklistRow> rows, Language language, OutputStream out)
      throws IOException {
    try (Workbook workbook = new Workbook(out, "Huikuan", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(language == Language.ZH ? "工作清单" : "Worklist");
      header(sheet, language);
      for (int i = 0; i < rows.size(); i++) {
        row(sheet, i + 1, rows.get(i));
      }
      sheet.freezePane(1, 1);
      workbook.finish();
    }
  }

  private static void header(Worksheet sheet, Language language) {
    for (WorklistColumn column : WorklistColumn.values()) {
      sheet.inlineString(0, column.ordinal(), column.label().in(language));
      sheet.style(0, column.ordinal()).bold().fillColor("D9E2F3").wrapText(true).set();
      sheet.width(column.ordinal(), column.width());
    }
  }

  private static void row(Worksheet sheet, int index, WorklistRow row) {
    for (WorklistColumn column : WorklistColumn.values()) {
      String cell = row.label(column);
      if (cell.isEmpty()) {
        continue;
      }
      if (column.isNumeric()) {
        sheet.value(index, column.ordinal(), new BigDecimal(cell));
      } else {
        String text = cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell;
        sheet.inlineString(index, column.ordinal(), text);
      }
    }
  }
}
