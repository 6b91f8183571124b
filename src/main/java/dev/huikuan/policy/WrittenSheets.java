package dev.huikuan.policy;

import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.Grid;
import java.util.List;

/**
 * The sheets of a policy as they were written, and the words that they may use; a policy with
 * errors has both.
 *
 * @param grids by path, then in the order of their file
 */
public record WrittenSheets(List<Grid> grids, Vocabulary vocabulary) {

  public WrittenSheets {
    grids = List.copyOf(grids);
  }

  /** Reads what stands in decision-tables; what is wrong in it is said by the loader. */
  public static WrittenSheets of(List<PolicyFile> files) {
    PolicySheets sheets = PolicySheets.read(files);
    return new WrittenSheets(sheets.all(), PolicyWords.read(sheets).vocabulary());
  }

  /** The sheets of a file; none when it cannot be read, or is no file of decision tables. */
  public List<Grid> of(String path) {
    return grids.stream().filter(grid -> grid.path().equals(path)).toList();
  }
}
