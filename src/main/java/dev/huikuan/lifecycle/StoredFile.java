package dev.huikuan.lifecycle;

/**
 * A file of a version, without what is in it.
 *
 * @param path relative to the policy folder, with slashes
 * @param length in bytes
 */
public record StoredFile(String path, long length) {

  /** The first folder of the path: decision-tables, rules or test-scenarios. */
  public String folder() {
    return path.substring(0, Math.max(0, path.indexOf('/')));
  }
}
