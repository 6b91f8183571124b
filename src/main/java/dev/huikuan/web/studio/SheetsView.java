package dev.huikuan.web.studio;

import java.util.List;

/**
 * What a version consists of.
 *
 * @param sheets every sheet of its decision tables
 * @param tables files with decision tables, to be downloaded
 * @param scenarios files with scenarios and cases, to be downloaded
 * @param tidyAll where tidy copies of all come from; empty when none can be written
 */
public record SheetsView(
    List<SheetLine> sheets, List<FileLine> tables, List<FileLine> scenarios, String tidyAll) {

  /**
   * A sheet.
   *
   * @param rows of a decision table; empty for other sheets
   * @param covered rows that some scenario hits; empty where that is not known
   * @param uncovered ids of rows that no scenario hits, in words; empty when all are hit
   * @param found errors and warnings in words; empty when there are none
   */
  public record SheetLine(
      String title,
      String kind,
      String url,
      String file,
      String rows,
      String covered,
      String uncovered,
      String found,
      boolean broken) {}

  /**
   * A file.
   *
   * @param name its path without the first folder
   * @param tidy where a tidy copy comes from; empty where there is none
   */
  public record FileLine(String name, String size, String url, String tidy) {}
}
