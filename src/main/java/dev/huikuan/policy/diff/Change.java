package dev.huikuan.policy.diff;

import dev.huikuan.domain.Text;
import java.util.List;

/** What happened to something between two versions. */
public enum Change {
  ADDED,
  REMOVED,
  CHANGED,
  /** Only its place among the others is another. */
  MOVED;

  /**
   * A cell that is written differently.
   *
   * @param before as written, empty when there was nothing
   * @param after as written, empty when there is nothing
   * @param sameMeaning it passes or gives the same all the same
   */
  public record OfCell(
      String field,
      Text label,
      String before,
      String after,
      String beforeAt,
      String afterAt,
      boolean sameMeaning) {}

  /**
   * An entry that is new, gone, different or elsewhere.
   *
   * @param before where it stood, empty when it is new
   * @param after where it stands, empty when it is gone
   * @param cells of a new one or one that is gone those that say something
   * @param moved it comes elsewhere in the order of the others
   * @param follows the entry before it now, empty when it is the first
   * @param followed the entry before it then, empty when it was the first
   */
  public record OfEntry(
      String id,
      Change change,
      String before,
      String after,
      List<OfCell> cells,
      boolean moved,
      String follows,
      String followed) {

    public OfEntry {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A section with what changed in it.
   *
   * @param entries how many a section has that is new or gone
   */
  public record OfSection(
      Section.Kind kind,
      String name,
      String variant,
      Text label,
      Change change,
      String before,
      String after,
      int entries,
      List<OfCell> head,
      List<OfEntry> rows) {

    public OfSection {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }
  }
}
