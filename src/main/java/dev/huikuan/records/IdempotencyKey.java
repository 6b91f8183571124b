package dev.huikuan.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

  /**
   * A key for something that is asked at a place.
   *
   * @param path of the request
   */
  public static IdempotencyKey of(String key, String path, byte[] body) {
    return new IdempotencyKey(key, fingerprint(path, body));
  }

  /** What tells one request from another: SHA-256 of path and body in hex. */
  public static String fingerprint(String path, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(path.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** True for 1 to {@value #LONGEST} visible ASCII characters. */
  public static boolean isUsable(String key) {
    return !key.isEmpty()
        && key.length() <= LONGEST
        && key.chars().allMatch(c -> c > ' ' && c < 127);
  }
}
