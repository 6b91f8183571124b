package dev.huikuan.web.studio;

import dev.huikuan.web.view.DeskView.Choice;
import dev.huikuan.web.view.Frame;
import java.util.List;

/**
 * What differs between a version and another.
 *
 * @param url of the version's page
 * @param version its first characters
 * @param others what it can be compared with
 * @param compared false when there is no other version
 * @param changes how many, in words
 * @param rules that the rules differ, in words; empty when they do not
 * @param respelled cells that are written differently and mean the same
 */
public record DiffView(
    Frame frame,
    String url,
    String version,
    List<Choice> others,
    boolean compared,
    String changes,
    String rules,
    List<Part> parts,
    List<Row> respelled,
    String moreRespelled) {

  /**
   * A table, a catalogue, the scenarios.
   *
   * @param change empty when only some of it changed
   * @param size rows of a part that is new or gone, in words
   * @param more how many changed rows are not shown, in words; empty when all are
   */
  public record Part(
      String kind,
      String title,
      String change,
      String style,
      String url,
      String size,
      List<Row> rows,
      String more) {}

  /**
   * A row that is new, gone, changed or elsewhere.
   *
   * @param moved where it stands now and stood before, in words; empty when it did not move
   */
  public record Row(
      String id, String change, String style, String moved, String url, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param before empty when nothing stood there
   * @param after empty when nothing stands there
   * @param url of the cell as it is now; empty where there is none
   */
  public record Cell(String label, String before, String after, String url) {}
}
