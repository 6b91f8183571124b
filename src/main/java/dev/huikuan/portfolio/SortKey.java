package dev.huikuan.portfolio;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds keys whose unsigned bytes compare as the values do, the first value first. */
final class SortKey {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

  /** No comes before yes. */
  SortKey flag(boolean yes) {
    bytes.write(yes ? 1 : 0);
    return this;
  }

  SortKey ascending(long number) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array());
    return this;
  }

  /** The greatest first; a number in millionths, as all facts are. */
  SortKey descending(BigDecimal number) {
    return ascending(~number.movePointRight(6).longValue());
  }

  /** As {@link String#compareTo} has it, for texts without the character NUL. */
  SortKey text(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_16BE));
    bytes.write(0);
    bytes.write(0);
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
