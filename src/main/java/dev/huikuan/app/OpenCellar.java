package dev.huikuan.app;

import dev.huikuan.access.AccessRecords;
import dev.huikuan.access.AuditLog;
import dev.huikuan.access.KeyDesk;
import dev.huikuan.cli.House;
import dev.huikuan.records.Backups;
import dev.huikuan.records.Housekeeping;
import dev.huikuan.store.Database;
import dev.huikuan.store.SqlBackups;
import dev.huikuan.store.SqlHousekeeping;
import java.time.Clock;

/** Everything that is kept in one database, for the commands. */
final class OpenCellar implements House.Cellar {

  private final Database database;
  private final AccessRecords access;
  private final Clock clock;

  /**
   * @param database closed with this
   */
  OpenCellar(Database database, Clock clock) {
    this.database = database;
    this.access = Access.records(database);
    this.clock = clock;
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
  public KeyDesk keys() {
    return new KeyDesk(access.keys(), clock);
  }

  @Override
  public AuditLog audit() {
    return access.audit();
  }

  @Override
  public void close() {
    database.close();
  }
}
