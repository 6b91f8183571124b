package dev.huikuan.app;

import dev.huikuan.access.Doorkeeper;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.store.Database;
import dev.huikuan.store.SqlDecisionLog;
import java.time.Clock;

/** What is kept, in one database; opened together and closed together. */
public final class Records implements AutoCloseable {

  private final Database database;
  private final SqlDecisionLog log;
  private final Access access;

  private Records(Database database, Access access) {
    this.database = database;
    this.access = access;
    this.log = new SqlDecisionLog(database);
  }

  /**
   * Opens the database and brings its schema up to date.
   *
   * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
   * @throws dev.huikuan.records.RecordsUnavailable when it cannot be reached
   */
  public static Records open(String url) {
    return over(Database.open(url), Doorkeeper.Rules.USUAL, Clock.systemUTC());
  }

  /**
   * What is kept in a database that is open; closed with it.
   *
   * @param rules how strict access is
   */
  static Records over(Database database, Doorkeeper.Rules rules, Clock clock) {
    return new Records(database, Access.of(database, rules, clock));
  }

  /** Who may come in, and the record of who changed what. */
  Access access() {
    return access;
  }

  public DecisionLog log() {
    return log;
  }

  /** Writes what waits, then lets go of the database. */
  @Override
  public void close() {
    access.close();
    log.close();
    database.close();
  }
}
