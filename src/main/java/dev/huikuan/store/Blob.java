package dev.huikuan.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;

/** JSON as it is kept: deflated, a quarter to a sixth of its size. */
final class Blob {

  private Blob() {}

  /** Each on its own; together they are cheaper than one by one. */
  static List<byte[]> packed(List<byte[]> all) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      return all.stream().map(bytes -> packed(deflater, bytes)).toList();
    } finally {
      deflater.end();
    }
  }

  private static byte[] packed(Deflater deflater, byte[] bytes) {
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[bytes.length / 2 + 64];
    int length = deflater.deflate(packed);
    while (!deflater.finished()) {
      packed = Arrays.copyOf(packed, 2 * packed.length);
      length += deflater.deflate(packed, length, packed.length - length);
    }
    return Arrays.copyOf(packed, length);
  }

  /** Of what was erased nothing is left. */
  static byte[] unpacked(byte[] packed) {
    if (packed == null) {
      return new byte[0];
    }
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("a record of the log cannot be unpacked", broken);
    }
  }
}
