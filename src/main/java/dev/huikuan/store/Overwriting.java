package dev.huikuan.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Changes after which the file does not hold what was taken away. SQLite: freed space is
 * overwritten, and the journal is written back and cut. PostgreSQL: dead rows are vacuumed, so that
 * their space is used again; what its own logs and backups hold is beyond reach.
 */
final class Overwriting {

  private Overwriting() {}

  static <T> T transaction(Database database, Database.Work<T> work) {
    if (database.dialect() != Dialect.SQLITE) {
      return database.transaction(work);
    }
    return database.with(
        connection -> {
          run(connection, "PRAGMA secure_delete = ON");
          try {
            return database.transaction(connection, work);
          } finally {
            run(connection, "PRAGMA secure_delete = FAST");
          }
        });
  }

  /**
   * What is left to do once all changes are committed.
   *
   * @return false when somebody is still reading the file as it was
   */
  static boolean finish(Database database) {
    return database.with(
        connection -> {
          if (database.dialect() != Dialect.SQLITE) {
            run(connection, "VACUUM decision, outcome, account, decision_row, simulation");
            return true;
          }
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return row.next() && row.getInt(1) == 0;
          }
        });
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
