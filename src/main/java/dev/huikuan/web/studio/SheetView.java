package dev.huikuan.web.studio;

import dev.huikuan.web.view.Frame;
import java.util.List;
import java.util.Optional;

/**
 * A sheet of a version, as its analyst knows it, with what was found on its cells.
 *
 * @param file path in the policy folder
 * @param sheet empty for a CSV
 * @param label of the decision, else the sheet's name
 * @param kind what kind of sheet it is
 * @param code of the decision; empty when it is none
 * @param editable the reader may change cells
 * @param problem why nothing was done; empty: nothing is the matter
 * @param books all sheets of the version, by file
 * @param pages links to the rows before and after those that are shown
 */
public record SheetView(
    Frame frame,
    String version,
    String file,
    String sheet,
    String label,
    String kind,
    String code,
    boolean editable,
    String problem,
    List<Book> books,
    Findings findings,
    List<Column> columns,
    boolean withScenarios,
    List<Row> rows,
    Optional<Pages> pages,
    Changes changes,
    SheetHits hits) {

  /** A file and its sheets. */
  public record Book(String file, List<Link> sheets) {}

  /** A link to a sheet. */
  public record Link(String url, String label, boolean current) {}

  /**
   * What was found in the sheet.
   *
   * @param said in one sentence
   * @param loud errors and warnings
   * @param quiet what is only noted
   * @param elsewhere errors in other sheets, in words; empty when there are none
   * @param mixed some were found before the changes
   */
  public record Findings(
      String said, List<Found> loud, List<Found> quiet, String elsewhere, boolean mixed) {}

  /**
   * One thing that was found.
   *
   * @param style names the severity for the style sheet
   * @param word says the severity
   * @param place {@code B9}, or words for the sheet as a whole
   * @param url leads to the cell; empty when it is not about one
   * @param details what stands there, what would fit, each in words
   * @param reason of the analyst for leaving it so; empty: none
   */
  public record Found(
      String style,
      String word,
      String place,
      String url,
      String message,
      List<String> details,
      String reason,
      boolean before) {}

  /**
   * A column of the sheet.
   *
   * @param letters {@code B}
   * @param fitting what its cells take; empty: anything
   * @param values that are offered
   * @param term what it is about
   */
  public record Column(
      int at,
      String letters,
      String part,
      String fitting,
      List<Value> values,
      Optional<Meaning> term) {

    /** Id of the list of its values; none when there are none. */
    public String list() {
      return values.isEmpty() ? null : "values-" + letters;
    }
  }

  /** A value that a column takes. */
  public record Value(String code, String label) {}

  /** What a header means. */
  public record Meaning(String name, String code, List<String> facts) {}

  /**
   * A row.
   *
   * @param number as the spreadsheet counts; 0: rows without content are passed over here
   * @param style names its part of the sheet: head, band, header, body, fresh, gap
   * @param said words in place of cells, or beside them
   * @param scenarios covered or uncovered; empty when that says nothing here
   * @param hits of the row of a decision table
   */
  public record Row(
      int number,
      String style,
      String said,
      String scenarios,
      String scenariosSaid,
      Optional<SheetHits.OfRow> hits,
      boolean counted,
      List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param tag td, or th for what heads a row or column
   * @param scope of a th
   * @param was what stood there before; counts when it is changed
   * @param marks what was found here
   * @param meaning of a header
   * @param editor open in it
   */
  public record Cell(
      String address,
      String text,
      String style,
      String tag,
      String scope,
      int rows,
      int columns,
      boolean changed,
      String was,
      Optional<Mark> mark,
      Optional<Meaning> meaning,
      Optional<Editor> editor) {

    /** For the browser: nothing said means one. */
    public String rowspan() {
      return rows > 1 ? Integer.toString(rows) : null;
    }

    public String colspan() {
      return columns > 1 ? Integer.toString(columns) : null;
    }

    public String describedBy() {
      return mark.isPresent() ? "found-" + address : null;
    }
  }

  /** What was found at a cell, the worst first. */
  public record Mark(String style, String word, String icon, String label, List<Found> findings) {}

  /**
   * A cell that is being changed.
   *
   * @param list id of the values that are offered
   * @param tall several lines fit
   */
  public record Editor(
      String label, String text, String hint, String list, boolean tall, String fault) {}

  /** Links to other parts of a long sheet. */
  public record Pages(String said, Optional<String> before, Optional<String> after) {}

  /**
   * What the reader has changed and not yet made a draft of.
   *
   * @param said in one sentence
   * @param errors the policy has errors with them
   */
  public record Changes(
      List<Change> list, String said, boolean errors, String note, String noteFault) {}

  /** A changed cell. */
  public record Change(String address, String label, String was, String now, String text) {}

  /** Where forms about the sheet are sent. */
  public String action(String what) {
    return "/studio/" + version + "/sheet" + (what.isEmpty() ? "" : "/" + what);
  }
}
