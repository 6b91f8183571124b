package dev.huikuan.app;

import dev.huikuan.cli.House;
import dev.huikuan.records.Backups;
import dev.huikuan.records.Housekeeping;
import dev.huikuan.store.Database;
import dev.huikuan.store.SqlBackups;
import dev.huikuan.store.SqlHousekeeping;

/** Everything that is kept in one database, for the commands. */
final class OpenCellar implements House.Cellar {

  private final Database database;

  /**
   * @param database closed with this
   */
  OpenCellar(Database database) {
    this.database = database;
  }

  @Override
  public Housekeeping housekeeping() {
    return new SqlHousekeeping(database);
  }

  @Override
  public Backups backups() {
    return new SqlBackups(database);
  }

  @Override
  public void close() {
    database.close();
  }
}
