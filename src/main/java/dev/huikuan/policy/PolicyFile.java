package dev.huikuan.policy;

/**
 * One file of a policy folder, read by whoever stands at the disk.
 *
 * @param path relative to the folder, with slashes: {@code decision-tables/next-action.xlsx}
 */
public record PolicyFile(String path, byte[] bytes) {

  /** The first folder of the path: decision-tables, rules or test-scenarios. */
  public String folder() {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
