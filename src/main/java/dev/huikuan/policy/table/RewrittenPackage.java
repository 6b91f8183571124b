package dev.huikuan.policy.table;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Writes a workbook's zip anew with some parts replaced; all others are copied as they stand. */
final class RewrittenPackage {

  private RewrittenPackage() {}

  /**
   * @param replaced new content of parts, by name
   * @param dropped names of parts that go
   */
  static byte[] of(byte[] workbook, Map<String, byte[]> replaced, Set<String> dropped)
      throws IOException {
    SeekableInMemoryByteChannel written = new SeekableInMemoryByteChannel(workbook.length + 1024);
    try (ZipFile zip =
            ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .setIgnoreLocalFileHeader(false)
                .get();
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(written)) {
      out.setUseZip64(Zip64Mode.Never);
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        String name = XlsxPackage.key(entry.getName());
        if (replaced.containsKey(name)) {
          put(out, entry, replaced.get(name));
        } else if (!dropped.contains(name)) {
          out.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
        }
      }
      out.finish();
      byte[] bytes = new byte[(int) written.size()];
      System.arraycopy(written.array(), 0, bytes, 0, bytes.length);
      return bytes;
    }
  }

  /** With the time that the part had, so that the same changes make the same bytes. */
  private static void put(ZipArchiveOutputStream out, ZipArchiveEntry was, byte[] content)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(was.getName());
    entry.setTime(was.getTime());
    entry.setMethod(ZipArchiveEntry.DEFLATED);
    entry.setSize(content.length);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }
}
