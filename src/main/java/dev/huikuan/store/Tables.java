package dev.huikuan.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tables of the schema as the database itself lists them, so that none is forgotten. */
final class Tables {

  /** Kept by the migrations or by the database itself. */
  private static final Set<String> NOT_OURS =
      Set.of("flyway_schema_history", "sqlite_sequence", "sqlite_schema", "sqlite_stat1", "probe");

  private Tables() {}

  /** Their names, sorted. */
  static List<String> names(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    names.removeAll(NOT_OURS);
    return List.copyOf(names);
  }

  /** The columns of a table, sorted. */
  static List<String> columns(Connection connection, String table) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet columns =
        connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
      while (columns.next()) {
        if (columns.getString("TABLE_NAME").equals(table)) {
          names.add(columns.getString("COLUMN_NAME"));
        }
      }
    }
    return List.copyOf(names);
  }

  /** The columns that make a row unique, so that backups of equal contents are equal. */
  static List<String> key(Connection connection, String table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet key =
        connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), table)) {
      while (key.next()) {
        names.add(key.getString("COLUMN_NAME"));
      }
    }
    return names.isEmpty() ? columns(connection, table) : names.stream().sorted().toList();
  }

  /** The number of the last migration. */
  static String schema(Connection connection) throws SQLException {
    return text(
        connection,
        "SELECT version FROM flyway_schema_history WHERE version IS NOT NULL"
            + " ORDER BY installed_rank DESC LIMIT 1");
  }

  /** True when there is a row in it. */
  static boolean hasRows(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 1 FROM " + quoted(table) + " LIMIT 1")) {
      return row.next();
    }
  }

  /** The next number of a table goes on after the highest. */
  static void resetSequences(Connection connection, String table, List<String> columns)
      throws SQLException {
    for (String column : columns) {
      String sequence = "SELECT pg_get_serial_sequence('" + quoted(table) + "', '" + column + "')";
      String name = text(connection, sequence);
      if (name != null) {
        text(
            connection,
            "SELECT setval('%s', MAX(%s)) FROM %s".formatted(name, quoted(column), quoted(table)));
      }
    }
  }

  static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
