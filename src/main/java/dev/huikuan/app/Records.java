package dev.huikuan.app;

import dev.huikuan.records.DecisionLog;
import dev.huikuan.store.Database;
import dev.huikuan.store.SqlDecisionLog;

/** What is kept, in one database; opened together and closed together. */
public final class Records implements AutoCloseable {

  /** How many decisions may wait to be written. */
  static final int LOG_CAPACITY = SqlDecisionLog.CAPACITY;

  private final Database database;
  private final SqlDecisionLog log;

  private Records(Database database) {
    this.database = database;
    this.log = new SqlDecisionLog(database);
  }

  /**
   * Opens the database and brings its schema up to date.
   *
   * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
   * @throws dev.huikuan.records.RecordsUnavailable when it cannot be reached
   */
  public static Records open(String url) {
    return new Records(Database.open(url));
  }

  public DecisionLog log() {
    return log;
  }

  /** True when the database answers. */
  boolean isReachable() {
    return database.isReachable();
  }

  /** Writes what waits, then lets go of the database. */
  @Override
  public void close() {
    log.close();
    database.close();
  }
}
