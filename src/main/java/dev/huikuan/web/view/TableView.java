package dev.huikuan.web.view;

import java.util.List;

/**
 * A part of a decision table as its analyst knows it: the rows that mattered, those around them,
 * and what was tested in each cell.
 *
 * @param label what the table is called
 * @param url of its page in the studio; empty for who may not open it
 * @param hidden says how many columns are left out, because no row that is shown asks anything
 *     there; empty: none is
 * @param whys what would have to change for a row to match
 */
public record TableView(
    String label,
    String url,
    List<Column> when,
    List<Column> then,
    List<Line> rows,
    String hidden,
    List<Why> whys) {

  /**
   * A column.
   *
   * @param value that its condition met; empty when it is not known here
   */
  public record Column(String label, String value) {}

  /**
   * A row.
   *
   * @param style matched, also, closest or near
   * @param mark in words; empty for a row that only stands near
   * @param gap rows between this and the one before are left out
   */
  public record Line(
      String id, String style, String mark, boolean gap, List<Cell> when, List<Cell> then) {}

  /**
   * A cell as written.
   *
   * @param style yes, no or plain
   * @param word what the tick or cross says
   */
  public record Cell(String text, String style, String word) {}

  /** A row and the conditions that it lacks. */
  public record Why(String lead, List<String> conditions) {}

  /** How many columns are shown, that of the row's name among them. */
  public int width() {
    return 1 + when.size() + then.size();
  }
}
