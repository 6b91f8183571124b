package dev.huikuan.store;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What a backup says of itself; the last entry of its file.
 *
 * @param format of this file
 * @param schema the number of the last migration
 * @param createdAt ISO 8601
 */
@JsonPropertyOrder({"format", "schema", "createdAt", "tables"})
record BackupManifest(int format, String schema, String createdAt, List<Table> tables) {

  static final int FORMAT = 1;
  static final String NAME = "manifest.json";

  /**
   * @param sha256 of the table's entry, in hex
   */
  @JsonPropertyOrder({"name", "columns", "rows", "sha256"})
  record Table(String name, List<String> columns, long rows, String sha256) {

    String entry() {
      return "tables/" + name + ".ndjson";
    }
  }
}
