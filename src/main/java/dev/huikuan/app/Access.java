package dev.huikuan.app;

import dev.huikuan.access.AccessRecords;
import dev.huikuan.access.AuditLog;
import dev.huikuan.access.Doorkeeper;
import dev.huikuan.store.Database;
import dev.huikuan.store.SqlAuditLog;
import dev.huikuan.store.SqlKeyRing;
import dev.huikuan.store.SqlSessions;
import java.time.Clock;

/** Access over a database: who may come in, and the record of who changed what. */
record Access(Doorkeeper doorkeeper, AuditLog audit) implements AutoCloseable {

  /** Follows the keys of the database until closed. */
  static Access of(Database database, Doorkeeper.Rules rules, Clock clock) {
    AccessRecords records = records(database);
    return new Access(new Doorkeeper(records, rules, clock), records.audit());
  }

  static AccessRecords records(Database database) {
    return new AccessRecords(
        new SqlKeyRing(database), new SqlSessions(database), new SqlAuditLog(database));
  }

  /** True when somebody needs a key to come in. */
  boolean isOn() {
    return doorkeeper.isOn();
  }

  @Override
  public void close() {
    doorkeeper.close();
  }
}
