package dev.huikuan.store;

import dev.huikuan.records.InvalidCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/** Where a page ended, as an opaque word for a URL. */
final class Cursor {

  private static final String BETWEEN = "\t";

  private Cursor() {}

  static String of(Object... parts) {
    String joined =
        String.join(BETWEEN, java.util.Arrays.stream(parts).map(String::valueOf).toList());
    return encoded(joined + BETWEEN + check(joined));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** So that a cursor that was cut or retyped is seen; it keeps no secret. */
  private static String check(String joined) {
    CRC32 crc = new CRC32();
    crc.update(joined.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  /**
   * The parts of a cursor.
   *
   * @throws InvalidCursor when it is not as it was given, or has another number of them
   */
  static List<String> parts(String cursor, int count) {
    try {
      String joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int end = joined.lastIndexOf(BETWEEN);
      String content = joined.substring(0, Math.max(0, end));
      List<String> parts = List.of(content.split(BETWEEN, -1));
      boolean whole = encoded(joined).equals(cursor) && joined.endsWith(BETWEEN + check(content));
      if (end > 0 && whole && parts.size() == count && content.indexOf(0) < 0) {
        return parts;
      }
    } catch (IllegalArgumentException unreadable) {
      throw new InvalidCursor(cursor);
    }
    throw new InvalidCursor(cursor);
  }

  /** A part that is a whole number. */
  static long number(String part, String cursor) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException unreadable) {
      throw new InvalidCursor(cursor);
    }
  }
}
