package dev.huikuan.store;

import java.util.Map;

/** Where the two databases differ: names of types in the migrations. */
enum Dialect {
  SQLITE(
      Map.of(
          "sequence", "INTEGER PRIMARY KEY AUTOINCREMENT",
          "bytes", "BLOB",
          "collated", "TEXT COLLATE BINARY",
          "compact", " WITHOUT ROWID")),
  POSTGRESQL(
      Map.of(
          "sequence", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
          "bytes", "BYTEA",
          "collated", "TEXT COLLATE \"C\"",
          "compact", ""));

  private final Map<String, String> words;

  Dialect(Map<String, String> words) {
    this.words = words;
  }

  /**
   * What stands for {@code ${sequence}}, {@code ${bytes}}, {@code ${collated}}, {@code ${compact}}.
   */
  Map<String, String> words() {
    return words;
  }
}
