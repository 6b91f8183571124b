package dev.huikuan.portfolio;

import dev.huikuan.domain.Text;

/**
 * One row of the input that could not be used; the rest goes on.
 *
 * @param line line of the file, counted from 1; of the customer's first row when it is about a case
 * @param column header of the column, or JSON Pointer in a case; empty when it is the whole row
 * @param message what is wrong and what would be right, without the place
 */
public record RowFault(long line, String column, Text message) {

  /** The fault with its place in front, as people read it. */
  public Text placed() {
    String zh = "第 " + line + " 行" + (column.isEmpty() ? "" : "，`" + column + "`");
    String en = "line " + line + (column.isEmpty() ? "" : ", `" + column + "`");
    return new Text(zh + "：" + message.zh(), en + ": " + message.en());
  }
}
