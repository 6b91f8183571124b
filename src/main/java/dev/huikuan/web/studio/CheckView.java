package dev.huikuan.web.studio;

import java.util.List;

/**
 * What a check found, in the reader's words.
 *
 * @param covered rows that some scenario hits, in words; empty where none was run
 * @param groups what has to be looked at, by sheet, those with errors first
 * @param notes what need not be, by sheet
 * @param notesTitle how many notes, in words
 * @param omitted kinds of finding of which more were made than are kept
 * @param scenarios what came of them, in a sentence
 * @param style names what came of them for the style sheet; empty when none was run
 */
public record CheckView(
    int errors,
    int warnings,
    String passed,
    String covered,
    List<Group> groups,
    List<Group> notes,
    String notesTitle,
    List<String> omitted,
    String scenarios,
    String style,
    List<Failure> failures,
    String moreFailures) {

  /**
   * The findings of a sheet or a file.
   *
   * @param url of its page; empty where there is none
   * @param more how many are not shown, in words; empty when all are
   */
  public record Group(String title, String file, String url, List<Item> items, String more) {}

  /**
   * A finding.
   *
   * @param style names the severity for the style sheet
   * @param place the cell, or the whole file in words
   * @param url of the cell; empty where there is none
   * @param lines what stands there, what would fit and what shows it
   */
  public record Item(
      String severity,
      String style,
      String code,
      String place,
      String url,
      String message,
      List<Line> lines) {}

  /** A label with what it says. */
  public record Line(String label, String text) {}

  /**
   * A scenario that fails, and how.
   *
   * @param url where it stands in its sheet, or where its file is downloaded
   * @param isFile a file that is no sheet
   */
  public record Failure(
      String name, String location, String url, boolean isFile, List<Mismatch> mismatches) {}

  /**
   * A field of a scenario that is not as expected.
   *
   * @param decidedBy the row or rule; empty when none did
   */
  public record Mismatch(
      String location, String field, String expected, String actual, String decidedBy) {}
}
