package dev.huikuan.policy.table;

import dev.huikuan.domain.Term;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * A range that Excel made a date of when it was typed: {@code 1-30} became 30 January, {@code
 * 12-60} December 1960. Which was typed is guessed from the date, the smaller number first.
 */
record DateByExcel(LocalDate date) {

  /** Said for a column of the term, which takes no dates. */
  CellFault fault(Term term) {
    int first = isMonthOfYear() ? date.getMonthValue() : Math.min(date.getMonthValue(), day());
    int second = isMonthOfYear() ? date.getYear() % 100 : Math.max(date.getMonthValue(), day());
    String typed = "`" + first + "-" + second + "`";
    String range = "`" + first + ".." + second + "`";
    boolean number = term.type().isNumeric();
    return CellFault.type(
        "Excel 把 "
            + typed
            + " 变成了 "
            + dateInChinese()
            + "；"
            + (number ? "请写 " + range : "请把单元格设为文本格式再写 " + typed),
        "Excel turned "
            + typed
            + " into "
            + dateInEnglish()
            + "; "
            + (number
                ? "write " + range
                : "give the cell the text format and write " + typed + " again"));
  }

  /** A second number beyond 31 is read as a year of two digits. */
  private boolean isMonthOfYear() {
    return day() == 1 && date.getYear() % 100 > 31;
  }

  private int day() {
    return date.getDayOfMonth();
  }

  private String dateInChinese() {
    return isMonthOfYear()
        ? date.getYear() + " 年 " + date.getMonthValue() + " 月"
        : date.getMonthValue() + " 月 " + day() + " 日";
  }

  private String dateInEnglish() {
    String month = date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return isMonthOfYear() ? month + " " + date.getYear() : day() + " " + month;
  }
}
