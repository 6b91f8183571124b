package dev.huikuan.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets: {@code hk_<id>_<43 letters and digits>}, 256 bits by chance. What is kept of one is the
 * SHA-256 of the whole: there is nothing to guess, so a slow hash would only slow down each
 * request.
 */
public final class Secret {

  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int ID_LENGTH = 10;

  /** 62^43 is a little more than 2^256. */
  private static final int LENGTH = 43;

  private static final Pattern WRITTEN =
      Pattern.compile("hk_([0-9A-Za-z]{" + ID_LENGTH + "})_[0-9A-Za-z]{" + LENGTH + "}");

  private Secret() {}

  static String newId(SecureRandom random) {
    return letters(random, ID_LENGTH);
  }

  static String make(String id, SecureRandom random) {
    return "hk_" + id + "_" + letters(random, LENGTH);
  }

  /** A value of 256 bits for a cookie. */
  static String letters(SecureRandom random) {
    return letters(random, LENGTH);
  }

  private static String letters(SecureRandom random, int length) {
    StringBuilder letters = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }

  /** The id of the key in what was presented; empty when it has not the form of a secret. */
  static Optional<String> idIn(String presented) {
    Matcher written = WRITTEN.matcher(presented);
    return written.matches() ? Optional.of(written.group(1)) : Optional.empty();
  }

  /** SHA-256 in hex. */
  static String hash(String secret) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Takes the same time wherever the two differ. */
  static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
