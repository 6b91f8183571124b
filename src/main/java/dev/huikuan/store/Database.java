package dev.huikuan.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.huikuan.records.RecordsUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;

/**
 * The database: a SQLite file or a PostgreSQL server. Readers share a pool; writing on SQLite goes
 * one at a time. Thread-safe.
 */
public final class Database implements AutoCloseable {

  private static final int READERS = 8;
  private static final int BUSY_MILLIS = 10_000;
  private static final long PATIENCE_MILLIS = 5_000;
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** What is done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final Dialect dialect;
  private final HikariDataSource pool;

  private Database(Dialect dialect, HikariDataSource pool) {
    this.dialect = dialect;
    this.pool = pool;
  }

  /** True for a URL that can be opened. */
  public static boolean isUrl(String url) {
    return url.startsWith(SQLITE) && url.length() > SQLITE.length() || url.startsWith(POSTGRESQL);
  }

  /** The file of a SQLite URL, without what follows a question mark. */
  public static Path file(String url) {
    return Path.of(url.substring(SQLITE.length()).replaceFirst("\\?.*", ""));
  }

  public static boolean isSqlite(String url) {
    return url.startsWith(SQLITE);
  }

  /**
   * Opens the database and brings its schema up to date.
   *
   * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
   * @throws RecordsUnavailable when it cannot be reached or is of a later version
   */
  public static Database open(String url) {
    Dialect dialect = isSqlite(url) ? Dialect.SQLITE : Dialect.POSTGRESQL;
    HikariDataSource pool = null;
    try {
      pool = new HikariDataSource(configuration(url, dialect));
      migrate(pool, dialect);
      return new Database(dialect, pool);
    } catch (FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
      if (pool != null) {
        pool.close();
      }
      throw RecordsUnavailable.because(e);
    }
  }

  private static HikariConfig configuration(String url, Dialect dialect) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("records");
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(PATIENCE_MILLIS);
    if (dialect == Dialect.SQLITE) {
      config.setDataSourceProperties(sqlite());
    } else {
      config.addDataSourceProperty("ApplicationName", "huikuan");
      config.addDataSourceProperty("connectTimeout", "5");
      config.addDataSourceProperty("socketTimeout", "30");
      config.addDataSourceProperty("tcpKeepAlive", "true");
      // what the server says in detail quotes values, and messages reach the log
      config.addDataSourceProperty("logServerErrorDetail", "false");
    }
    return config;
  }

  /** Durable at every commit, even when the power goes. */
  private static Properties sqlite() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    // what is replaced or deleted is overwritten where that costs no write of its own
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "FAST");
    return config.toProperties();
  }

  private static void migrate(HikariDataSource pool, Dialect dialect) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(pool)
        .locations("classpath:dev/huikuan/store/migration")
        .placeholders(dialect.words())
        .load()
        .migrate();
  }

  Dialect dialect() {
    return dialect;
  }

  /** Reads, or writes in one statement. */
  <T> T with(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw RecordsUnavailable.because(e);
    }
  }

  /** Several statements as one: all or none. */
  <T> T transaction(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return committed(connection, work);
    } catch (SQLException e) {
      throw RecordsUnavailable.because(e);
    }
  }

  /** Reads the state of one moment, however long it takes; nobody waits for it. */
  <T> T snapshot(Work<T> work) {
    return with(
        connection -> {
          if (dialect == Dialect.SQLITE) {
            // not by setAutoCommit, which would take the only writer's place
            try (Statement statement = connection.createStatement()) {
              statement.execute("BEGIN DEFERRED");
              try {
                return work.on(connection);
              } finally {
                statement.execute("ROLLBACK");
              }
            }
          }
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          try {
            return committed(connection, work);
          } finally {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
          }
        });
  }

  static <T> T committed(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** True when it answers. */
  public boolean isReachable() {
    try {
      return with(connection -> connection.isValid(1));
    } catch (RecordsUnavailable e) {
      return false;
    }
  }

  /** A connection of one's own, given back by closing it. */
  Connection connection() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void close() {
    pool.close();
  }
}
