package dev.huikuan.web.overview;

import dev.huikuan.web.overview.OverviewView.Charted;
import dev.huikuan.web.view.Frame;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of the rows of the tables, and what came of it.
 *
 * @param from as it was written
 * @param to as it was written
 * @param url asks for the result alone
 * @param faults what is wrong with what was asked
 * @param result empty while nothing was counted
 */
public record RowsView(
    Frame frame,
    String ledger,
    String from,
    String to,
    List<TableChoice> tables,
    String url,
    List<String> faults,
    Optional<Result> result) {

  /** The same, with what kept it from being counted. */
  RowsView failing(String why) {
    return new RowsView(frame, ledger, from, to, tables, url, List.of(why), Optional.empty());
  }

  /** A table to choose. */
  public record TableChoice(String code, String label, boolean chosen) {}

  /**
   * What was counted.
   *
   * @param said how many rows, of which period
   * @param lines by decisions, the most first
   * @param more how many rows are left out, in words; empty: none
   */
  public record Result(String said, List<Line> lines, String more) {}

  /**
   * A row with what came of its decisions.
   *
   * @param table empty when all are of one
   * @param decides its outputs; empty when the version in service has no such row
   * @param recovery in percent with the numbers behind it
   */
  public record Line(
      String table,
      String row,
      String decides,
      Charted decisions,
      Charted outcomes,
      String promised,
      String paid,
      String recovery,
      String acceptance) {}
}
