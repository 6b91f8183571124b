package dev.huikuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huikuan.records.RecordsUnavailable;
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

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDatabaseOfAnotherVersionIsRefusedInPlainWords(Databases kind) {
    String url = kind.fresh();
    try (Database database = Database.open(url)) {
      database.transaction(
          connection -> {
            try (Statement statement = connection.createStatement()) {
              return statement.executeUpdate("UPDATE flyway_schema_history SET checksum = 1");
            }
          });
    }
    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(RecordsUnavailable.class)
        .hasMessageContaining("made by another version of the program")
        .hasMessageNotContaining("http");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDatabaseThatALaterVersionChangedIsRefused(Databases kind) {
    String url = kind.fresh();
    try (Database database = Database.open(url)) {
      database.transaction(
          connection -> {
            try (Statement statement = connection.createStatement()) {
              return statement.executeUpdate(
                  "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                      + " script, checksum, installed_by, execution_time, success) SELECT 99, '99',"
                      + " description, type, 'V99__later.sql', 1, installed_by, 1, success FROM"
                      + " flyway_schema_history WHERE version = '1'");
            }
          });
    }
    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(RecordsUnavailable.class)
        .hasMessageContaining("made by another version of the program");
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
