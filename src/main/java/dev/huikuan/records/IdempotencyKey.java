package dev.huikuan.records;

/**
 * What makes a request that is sent twice one request.
 *
 * @param key as the client chose it, unique within a ledger
 * @param fingerprint of what was asked: SHA-256 in hex; another one under the same key is a
 *     conflict
 */
public record IdempotencyKey(String key, String fingerprint) {

  /** The most characters of a key. */
  public static final int LONGEST = 200;

  /** True for 1 to {@value #LONGEST} visible ASCII characters. */
  public static boolean isUsable(String key) {
    return !key.isEmpty()
        && key.length() <= LONGEST
        && key.chars().allMatch(c -> c > ' ' && c < 127);
  }
}
