package dev.huikuan.policy.table;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The zip that a workbook is, opened in memory by its central directory. Sizes are checked as
 * declared when it is opened and as they really are while parts are read.
 */
final class XlsxPackage implements AutoCloseable {

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> parts = new TreeMap<>();
  private long left = WorkbookLimits.UNPACKED_BYTES;

  private XlsxPackage(ZipFile zip) {
    this.zip = zip;
  }

  static XlsxPackage open(byte[] bytes) throws IOException {
    XlsxPackage workbook =
        new XlsxPackage(
            ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .setIgnoreLocalFileHeader(false)
                .get());
    try {
      workbook.checkParts();
    } catch (IOException | RuntimeException refused) {
      workbook.close();
      throw refused;
    }
    return workbook;
  }

  private void checkParts() throws IOException {
    long declared = 0;
    Enumeration<ZipArchiveEntry> entries = zip.getEntries();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
        throw RefusedFile.damaged();
      }
      if (parts.put(key(entry.getName()), entry) != null) {
        // two parts of one name: programs would not agree on which one counts
        throw RefusedFile.damaged();
      }
      declared += Math.max(0, entry.getSize());
      if (parts.size() > WorkbookLimits.PARTS) {
        throw RefusedFile.tooMany("部件数", "parts", WorkbookLimits.PARTS);
      }
      if (declared > WorkbookLimits.UNPACKED_BYTES) {
        throw tooLarge();
      }
    }
  }

  private static RefusedFile tooLarge() {
    return RefusedFile.tooMany("解压后的字节数", "bytes when unpacked", WorkbookLimits.UNPACKED_BYTES);
  }

  /** The name by which a part is known, however a program writes it. */
  static String key(String name) {
    String slashes = name.replace('\\', '/');
    return (slashes.startsWith("/") ? slashes.substring(1) : slashes).toLowerCase(Locale.ROOT);
  }

  boolean has(String name) {
    return parts.containsKey(key(name));
  }

  /** True when there is a part in this folder. */
  boolean hasFolder(String folder) {
    return parts.keySet().stream().anyMatch(name -> name.startsWith(key(folder)));
  }

  /** The part's bytes, an empty stream when there is no such part; refuses beyond the limit. */
  InputStream part(String name) throws IOException {
    ZipArchiveEntry entry = parts.get(key(name));
    return entry == null
        ? new ByteArrayInputStream(new byte[0])
        : new Counting(zip.getInputStream(entry), entry.getCrc());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Counts what really comes out, whatever the directory declares, and compares its checksum. */
  private final class Counting extends FilterInputStream {

    private final CRC32 sum = new CRC32();
    private final long expected;

    Counting(InputStream in, long expected) {
      super(in);
      this.expected = expected;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      if (read > 0) {
        sum.update(into, offset, read);
        left -= read;
      }
      if (left < 0) {
        throw tooLarge();
      }
      if (read < 0 && sum.getValue() != expected) {
        throw RefusedFile.damaged();
      }
      return read;
    }
  }
}
