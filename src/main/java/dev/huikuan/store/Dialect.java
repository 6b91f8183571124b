package dev.huikuan.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Where the two databases differ: names of types in the migrations, lists in statements. */
enum Dialect {
  SQLITE(
      Map.of(
          "sequence", "INTEGER PRIMARY KEY AUTOINCREMENT",
          "bytes", "BLOB",
          "collated", "TEXT COLLATE BINARY",
          "compact", " WITHOUT ROWID"),
      "json_each(?)",
      "[",
      "]"),
  POSTGRESQL(
      Map.of(
          "sequence", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
          "bytes", "BYTEA",
          "collated", "TEXT COLLATE \"C\"",
          "compact", ""),
      "unnest(CAST(? AS BIGINT[])) AS each (value)",
      "{",
      "}");

  private final Map<String, String> words;
  private final String list;
  private final String open;
  private final String close;

  Dialect(Map<String, String> words, String list, String open, String close) {
    this.words = words;
    this.list = list;
    this.open = open;
    this.close = close;
  }

  /**
   * What stands for {@code ${sequence}}, {@code ${bytes}}, {@code ${collated}} and {@code
   * ${compact}} in the migrations.
   */
  Map<String, String> words() {
    return words;
  }

  /** Adds the rows of a decision: a list of their numbers, then the decision's id. */
  String insertOfRows() {
    return "INSERT INTO decision_row (decision_seq, row_number)"
        + " SELECT d.seq, value FROM decision d CROSS JOIN "
        + list
        + " WHERE d.id = ?";
  }

  /** Writes a list of numbers as one parameter. */
  Collector<CharSequence, ?, String> listOfNumbers() {
    return Collectors.joining(",", open, close);
  }

  /** The data is at fault, not the database: a constraint, a size, a type. */
  static boolean isDataError(SQLException e) {
    if (e instanceof SQLiteException lite) {
      int primary = lite.getResultCode().code & 0xff;
      return primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code
          || primary == SQLiteErrorCode.SQLITE_TOOBIG.code
          || primary == SQLiteErrorCode.SQLITE_MISMATCH.code;
    }
    String state = e.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }
}
