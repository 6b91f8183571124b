package dev.huikuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema is made on both kinds of database, once. */
class DatabaseTest {

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anEmptyDatabaseGetsItsSchemaAndAnOldOneKeepsIt(Databases kind) {
    String url = kind.fresh();
    for (int start = 0; start < 2; start++) {
      try (Database database = Database.open(url)) {
        assertThat(probes(database)).isEqualTo(1);
      }
    }
  }

  private static int probes(Database database) {
    return database.with(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM probe")) {
            rows.next();
            return rows.getInt(1);
          }
        });
  }
}
