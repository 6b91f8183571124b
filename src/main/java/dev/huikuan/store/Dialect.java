package dev.huikuan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
        + " WHERE d.id = ? ON CONFLICT (decision_seq, row_number) DO NOTHING";
  }

  /** Writes a list of numbers as one parameter. */
  Collector<CharSequence, ?, String> listOfNumbers() {
    return Collectors.joining(",", open, close);
  }

  /**
   * Begins a transaction. SQLite takes the lock for writing at once, so that nothing read in it can
   * grow old; said in SQL, because the driver would begin the next one together with a commit, and
   * take a commit for failed when that has to wait.
   */
  void begin(Connection connection) throws SQLException {
    if (this == SQLITE) {
      execute(connection, "BEGIN IMMEDIATE");
    } else {
      connection.setAutoCommit(false);
    }
  }

  void commit(Connection connection) throws SQLException {
    if (this == SQLITE) {
      execute(connection, "COMMIT");
    } else {
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  void rollBack(Connection connection) throws SQLException {
    if (this == SQLITE) {
      execute(connection, "ROLLBACK");
    } else {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
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

  /**
   * Trying once more at once is right: two replicas blocked each other, or a connection was old.
   */
  static boolean isPassing(SQLException e) {
    String state = e.getSQLState();
    return state != null
        && (state.startsWith("40") || state.startsWith("08") || state.startsWith("57P"));
  }
}
