package dev.huikuan.web.studio;

import java.util.List;
import java.util.Map;

/**
 * How often the rows of a table had a say, and what came of it.
 *
 * @param from first day, as the form shows it
 * @param to last day
 * @param said the outcome in one sentence; empty while nothing was counted
 * @param fault why nothing was counted; empty: nothing is the matter
 * @param rows by number of the row
 */
public record SheetHits(
    String from, String to, String said, String fault, Map<Integer, OfRow> rows) {

  /**
   * One row.
   *
   * @param step 0–10, for the bar
   * @param outcomes what was reported, in words
   * @param none says that there were none; empty when there were, or the row was never hit
   */
  public record OfRow(int row, String count, int step, List<String> outcomes, String none) {}
}
