package dev.huikuan.lifecycle;

import dev.huikuan.policy.PolicyFile;
import java.util.List;

/**
 * What an analyst sends to make a draft.
 *
 * @param files new or changed ones, named as in a policy folder; a bare name is one of {@code
 *     decision-tables/}
 * @param deletes names of files that the draft is to be without
 * @param note why
 */
public record Upload(List<PolicyFile> files, List<String> deletes, String note) {

  /** The most files of one upload. */
  public static final int MOST_FILES = 200;

  /** The most bytes of one file. */
  public static final int MOST_FILE_BYTES = 20_000_000;

  /** The most bytes of one upload. */
  public static final int MOST_BYTES = 50_000_000;

  /** The most characters of a note. */
  public static final int LONGEST_NOTE = 1_000;

  /** What is said of an upload beyond the bounds. */
  public static PolicyRefusal tooLarge() {
    int files = MOST_FILES;
    int file = MOST_FILE_BYTES / 1_000_000;
    int all = MOST_BYTES / 1_000_000;
    return PolicyRefusal.of(
        PolicyRefusal.Kind.TOO_LARGE,
        "上传超过上限：最多 " + files + " 个文件，每个 " + file + " MB，共 " + all + " MB",
        "the upload is too large: at most "
            + files
            + " files of "
            + file
            + " MB, "
            + all
            + " MB in all");
  }

  public Upload {
    files = List.copyOf(files);
    deletes = List.copyOf(deletes);
  }
}
