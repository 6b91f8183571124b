package dev.huikuan.app;

import dev.huikuan.store.Databases;

/** Records in a new SQLite file that goes when the tests end. */
public final class TemporaryRecords {

  private TemporaryRecords() {}

  public static Records open() {
    return Records.open(Databases.SQLITE.fresh());
  }
}
