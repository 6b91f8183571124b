package dev.huikuan.store;

import dev.huikuan.records.InvalidCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ended, as an opaque word for a URL. */
final class Cursor {

  private static final String BETWEEN = "\t";

  private Cursor() {}

  static String of(Object... parts) {
    String joined =
        String.join(BETWEEN, java.util.Arrays.stream(parts).map(String::valueOf).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The parts of a cursor.
   *
   * @throws InvalidCursor when it has another number of them
   */
  static List<String> parts(String cursor, int count) {
    try {
      String joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> parts = List.of(joined.split(BETWEEN, -1));
      if (parts.size() == count) {
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
