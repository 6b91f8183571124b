package dev.huikuan.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** What a database holds, read without the service. */
final class Stored {

  private final String url;

  private Stored(String url) {
    this.url = url;
  }

  static Stored in(String url) {
    return new Stored(url);
  }

  /** The file as it stands now, so that looking at it repairs nothing. */
  static Path copied(Path folder, String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    copy(folder, copy);
    return copy.resolve("records.db");
  }

  static void copy(Path folder, Path copy) throws IOException {
    for (String file : new String[] {"records.db", "records.db-wal"}) {
      if (Files.exists(folder.resolve(file))) {
        Files.copy(folder.resolve(file), copy.resolve(file));
      }
    }
  }

  /** Every acknowledged decision is there, whole, and the file is sound. */
  void holds(Load.Memory memory, String when) throws SQLException {
    Map<String, String> ids = decisions(when);
    assertThat(ids).as(when).containsAllEntriesOf(memory.acknowledged);
    assertThat(memory.sent).as(when).containsAll(ids.keySet());
  }

  /** One decision for each key, the acknowledged one. */
  void holdsExactly(Load.Memory memory, String when) throws SQLException {
    assertThat(decisions(when)).as(when).isEqualTo(memory.acknowledged);
  }

  private Map<String, String> decisions(String when) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      if (url.startsWith("jdbc:sqlite:")) {
        assertThat(text(statement, "PRAGMA integrity_check")).as(when).isEqualTo("ok");
        assertThat(text(statement, "SELECT COUNT(*) FROM pragma_foreign_key_check")).isEqualTo("0");
      }
      assertWhole(statement, when);
      Map<String, String> ids = new HashMap<>();
      int count = 0;
      try (ResultSet row = statement.executeQuery("SELECT idempotency_key, id FROM decision")) {
        while (row.next()) {
          ids.put(row.getString(1), row.getString(2));
          count++;
        }
      }
      assertThat(count).as(when).isEqualTo(ids.size());
      return ids;
    }
  }

  /** All or none: no decision without its rows and its account, and the reverse. */
  private static void assertWhole(Statement statement, String when) throws SQLException {
    assertThat(
            text(
                statement,
                "SELECT COUNT(*) FROM decision d WHERE NOT EXISTS"
                    + " (SELECT 1 FROM decision_row r WHERE r.decision_seq = d.seq)"))
        .as(when)
        .isEqualTo("0");
    assertThat(
            text(
                statement,
                "SELECT COUNT(*) FROM account a WHERE a.decision_seq <>"
                    + " (SELECT MAX(d.seq) FROM decision d WHERE d.customer_id = a.customer_id)"))
        .as(when)
        .isEqualTo("0");
    assertThat(
            text(
                statement,
                "SELECT COUNT(DISTINCT customer_id) - (SELECT COUNT(*) FROM account)"
                    + " FROM decision"))
        .as(when)
        .isEqualTo("0");
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
