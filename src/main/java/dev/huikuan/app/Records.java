package dev.huikuan.app;

import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.PortfolioFigures;
import dev.huikuan.store.Database;
import dev.huikuan.store.SqlDecisionLog;
import dev.huikuan.store.SqlPortfolioFigures;

/** What is kept, in one database; opened together and closed together. */
public final class Records implements AutoCloseable {

  private final Database database;
  private final SqlDecisionLog log;
  private final SqlPortfolioFigures figures;

  private Records(Database database) {
    this.database = database;
    this.log = new SqlDecisionLog(database);
    this.figures = new SqlPortfolioFigures(database);
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

  public PortfolioFigures figures() {
    return figures;
  }

  /** Writes what waits, then lets go of the database. */
  @Override
  public void close() {
    log.close();
    database.close();
  }
}
