package dev.huikuan.store;

import dev.huikuan.records.RowHit;
import dev.huikuan.store.DecisionInserts.Packed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits decisions on a connection of its own, which is opened when it is needed and dropped when
 * it fails. For one thread.
 */
final class LogWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
  private static final int TRIES = 4;

  /** A failure that took longer is not tried again: those who wait would not see the end of it. */
  private static final long HASTE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private record Open(Connection connection, DecisionInserts inserts) {}

  private final Database database;
  private final RowNumbers numbers = new RowNumbers();
  private Open open;

  LogWriter(Database database) {
    this.database = database;
  }

  /**
   * Writes them all and commits. A commit that failed may still have happened, so trying again
   * leaves alone what is there.
   *
   * @return the ids of those that are new in the log
   */
  Set<String> write(List<Packed> batch) throws SQLException {
    long began = System.nanoTime();
    for (int tries = 1; ; tries++) {
      try {
        return once(batch);
      } catch (SQLException e) {
        boolean late = System.nanoTime() - began > HASTE_NANOS;
        if (late || tries == TRIES || !Dialect.isPassing(e)) {
          throw e;
        }
        LOG.info("trying again to record {} decisions: {}", batch.size(), e.getMessage());
      }
    }
  }

  private Set<String> once(List<Packed> batch) throws SQLException {
    Set<RowHit> rows = new LinkedHashSet<>();
    batch.forEach(packed -> rows.addAll(packed.decision().headline().rows()));
    try {
      Open ready = opened();
      numbers.learn(database, ready.connection(), rows);
      return database.transaction(ready.connection(), connection -> ready.inserts().write(batch));
    } catch (SQLException e) {
      afterFailure(e);
      throw e;
    } catch (RuntimeException | Error bug) {
      close();
      throw bug;
    }
  }

  private void afterFailure(SQLException e) throws SQLException {
    if (open != null && Dialect.isDataError(e)) {
      open.inserts().forget();
    } else {
      close();
    }
  }

  /** Commits something small, to see whether that is possible. */
  void probe() throws SQLException {
    try {
      database.transaction(
          opened().connection(),
          connection -> {
            Dialect.execute(connection, "UPDATE probe SET written_at = written_at + 1");
            return true;
          });
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  private Open opened() throws SQLException {
    if (open == null) {
      Connection connection = database.own();
      try {
        open = new Open(connection, new DecisionInserts(connection, database.dialect(), numbers));
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }
    return open;
  }

  /** Lets go of the connection; the next write opens another. */
  @Override
  public void close() {
    Open closing = open;
    open = null;
    if (closing != null) {
      closed(closing.inserts());
      closed(closing.connection());
    }
  }

  private static void closed(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception broken) {
      LOG.debug("closing after a failure", broken);
    }
  }
}
