package dev.huikuan.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Records in a new SQLite file that goes with the machine's temporary folder. */
public final class TemporaryRecords {

  private TemporaryRecords() {}

  public static Records open() {
    try {
      return Records.open(
          "jdbc:sqlite:" + Files.createTempDirectory("huikuan-records").resolve("records.db"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
