package dev.huikuan.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.huikuan.records.RecordsUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteConfig;

/**
 * The database: a SQLite file or a PostgreSQL server. All share a pool but the writer of the log,
 * which has a connection of its own; writing on SQLite goes one at a time. A database that hangs
 * holds up a bounded number of threads for a bounded time: the others are refused at once.
 * Thread-safe.
 */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 8;

  /** Threads that use the database or wait for a connection; a server has some 250. */
  private static final int MOST_AT_A_TIME = 64;

  private static final int BUSY_MILLIS = 10_000;
  private static final long PATIENCE_MILLIS = 5_000;

  /** How long a server may be silent in the middle of an answer. */
  private static final String SILENCE_SECONDS = "20";

  /** The same for the writer of the log, whose requests wait. */
  private static final String WRITER_SILENCE_SECONDS = "8";

  /** How many pages of SQLite's write-ahead log gather before they go into the file: 16 MB. */
  private static final String SELDOM = "PRAGMA wal_autocheckpoint = 4000";

  /** What is acknowledged is durable, whatever the server's own setting allows. */
  private static final String DURABLE =
      "SELECT set_config('synchronous_commit', 'on', false)"
          + " WHERE current_setting('synchronous_commit') = 'off'";

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** What is done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final Dialect dialect;
  private final String url;
  private final HikariDataSource pool;
  private final Semaphore room = new Semaphore(MOST_AT_A_TIME);

  private Database(Dialect dialect, String url, HikariDataSource pool) {
    this.dialect = dialect;
    this.url = url;
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
      return new Database(dialect, url, pool);
    } catch (FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
      if (pool != null) {
        pool.close();
      }
      throw RecordsUnavailable.because(explained(e));
    }
  }

  /** The library's own words are for whoever develops migrations. */
  private static RuntimeException explained(RuntimeException e) {
    return e instanceof FlywayValidateException
        ? new IllegalStateException(
            "it was made by another version of the program; use that one, or name another database",
            e)
        : e;
  }

  private static HikariConfig configuration(String url, Dialect dialect) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("records");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(PATIENCE_MILLIS);
    if (dialect == Dialect.POSTGRESQL) {
      config.setConnectionInitSql(DURABLE);
    }
    config.setDataSourceProperties(properties(dialect, SILENCE_SECONDS));
    return config;
  }

  private static Properties properties(Dialect dialect, String silenceSeconds) {
    return dialect == Dialect.SQLITE ? sqlite() : postgresql(silenceSeconds);
  }

  /** Durable at every commit, even when the power goes. */
  private static Properties sqlite() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    // what is replaced or deleted is overwritten where that costs no write of its own
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "FAST");
    return config.toProperties();
  }

  private static Properties postgresql(String silenceSeconds) {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "huikuan");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "5");
    properties.setProperty("socketTimeout", silenceSeconds);
    properties.setProperty("tcpKeepAlive", "true");
    // what the server says in detail quotes values, and messages reach the log
    properties.setProperty("logServerErrorDetail", "false");
    return properties;
  }

  private static void migrate(HikariDataSource pool, Dialect dialect) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(pool)
        .locations("classpath:dev/huikuan/store/migration")
        .placeholders(dialect.words())
        // a database that a later version has changed is not for this one
        .ignoreMigrationPatterns(new String[0])
        .load()
        .migrate();
  }

  Dialect dialect() {
    return dialect;
  }

  /** Reads, or writes in one statement. */
  <T> T with(Work<T> work) {
    return connected(work);
  }

  /** Several statements as one: all or none. */
  <T> T transaction(Work<T> work) {
    return connected(connection -> transaction(connection, work));
  }

  private <T> T connected(Work<T> work) {
    if (!room.tryAcquire()) {
      throw RecordsUnavailable.full();
    }
    try (Connection connection = pool.getConnection()) {
      try {
        return work.on(connection);
      } catch (SQLException e) {
        if (!Dialect.isDataError(e)) {
          // whatever state it is in, nobody gets it again
          pool.evictConnection(connection);
        }
        throw e;
      }
    } catch (SQLException e) {
      throw RecordsUnavailable.because(e);
    } finally {
      room.release();
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
            return transaction(connection, work);
          } finally {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
          }
        });
  }

  /**
   * Several statements on a connection as one. When it fails otherwise than by the data, the
   * connection is not to be used again.
   */
  <T> T transaction(Connection connection, Work<T> work) throws SQLException {
    dialect.begin(connection);
    try {
      T result = work.on(connection);
      dialect.commit(connection);
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(connection, e);
      throw e;
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

  /** SQLite has rolled back already when the disk was full; a lost server, too. */
  private void rollBack(Connection connection, Throwable why) throws SQLException {
    try {
      dialect.rollBack(connection);
    } catch (SQLException lost) {
      lost.addSuppressed(why);
      throw why instanceof SQLException cause ? cause : lost;
    }
  }

  /** A new connection outside of the pool, for the writer of the log. */
  Connection own() throws SQLException {
    Connection connection =
        DriverManager.getConnection(url, properties(dialect, WRITER_SILENCE_SECONDS));
    try {
      Dialect.execute(connection, dialect == Dialect.SQLITE ? SELDOM : DURABLE);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
