package dev.huikuan.policy.table;

import dev.huikuan.domain.Term;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** A range that Excel made a date of when it was typed: {@code 1-30} became 30 January. */
final class DateByExcel {

  private DateByExcel() {}

  /** What Excel made a date of, told as the analyst must have typed it. */
  static CellFault fault(LocalDate date, Term term) {
    boolean monthAndYear = date.getDayOfMonth() == 1 && date.getYear() % 100 > 31;
    int second = monthAndYear ? date.getYear() % 100 : date.getDayOfMonth();
    String typed = date.getMonthValue() + "-" + second;
    String day = date.getDayOfMonth() + " " + monthName(date);
    if (monthAndYear) {
      day = monthName(date) + " " + date.getYear();
    }
    String zhDay =
        monthAndYear
            ? date.getYear() + " 年 " + date.getMonthValue() + " 月"
            : date.getMonthValue() + " 月 " + date.getDayOfMonth() + " 日";
    boolean code = !term.type().isNumeric();
    String zhFix = code ? "请把单元格设为文本格式再写 `" + typed + "`" : "请写 `" + range(date, second) + "`";
    String enFix =
        code
            ? "give the cell the text format and write `" + typed + "` again"
            : "write `" + range(date, second) + "`";
    return CellFault.type(
        "Excel 把 `" + typed + "` 变成了 " + zhDay + "；" + zhFix,
        "Excel turned `" + typed + "` into " + day + "; " + enFix);
  }

  private static String range(LocalDate date, int second) {
    return date.getMonthValue() + ".." + second;
  }

  private static String monthName(LocalDate date) {
    return date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
