package dev.huikuan.policy.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A cell as it stands in a workbook or CSV: its value, never its displayed text. The one thing
 * taken from the format is whether it is a percent or a date.
 *
 * @param text the text of a TEXT cell, the source of any other as an analyst would write it
 * @param number the value of a NUMBER cell: the shortest decimal of its double, at most 15 digits
 * @param percentFormat the number is shown as a percent (0.02 shown as 2 %)
 * @param date what a date-formatted number stands for
 * @param flag the value of a BOOLEAN cell
 * @param formula the formula that made the value, without the equals sign; empty when none
 * @param address {@code B14}
 * @param location {@code decision-tables/next-action.xlsx#Next action!B14}
 */
public record RawCell(
    Kind kind,
    String text,
    Optional<BigDecimal> number,
    boolean percentFormat,
    Optional<LocalDateTime> date,
    boolean flag,
    String formula,
    String address,
    String location) {

  /** What the cell holds. */
  public enum Kind {
    BLANK,
    TEXT,
    NUMBER,
    BOOLEAN,
    /** An error value such as {@code #REF!}, in {@code text}. */
    ERROR,
    /** A formula without a plain cached value. */
    NO_VALUE
  }

  public static RawCell blank(String address, String location) {
    return new RawCell(
        Kind.BLANK, "", Optional.empty(), false, Optional.empty(), false, "", address, location);
  }

  /** A text cell, and every cell of a CSV. */
  public static RawCell text(String text, String address, String location) {
    return new RawCell(
        text.isBlank() ? Kind.BLANK : Kind.TEXT,
        text,
        Optional.empty(),
        false,
        Optional.empty(),
        false,
        "",
        address,
        location);
  }

  public boolean isBlank() {
    return kind == Kind.BLANK;
  }
}
