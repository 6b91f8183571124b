package dev.huikuan.app;

import dev.huikuan.cli.Refusal;
import dev.huikuan.lifecycle.InstalledRules;
import dev.huikuan.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

/**
 * The database of a running service, held for it alone where it is a file, and what works over it.
 */
record Records(Optional<OneServe> held, Database database, Workshops workshops)
    implements AutoCloseable {

  /**
   * Opens the database.
   *
   * @param written URL of it; empty: the user's own
   * @throws dev.huikuan.cli.Refusal when it cannot be opened, or another serve has it
   */
  static Records open(Optional<String> written, InstalledRules rules, Clock clock) {
    String url = written.orElseGet(DataFolder::url);
    Optional<OneServe> held = held(url);
    try {
      Database database = OpenDatabase.at(Optional.of(url));
      return new Records(held, database, Workshops.over(database, rules, clock));
    } catch (RuntimeException e) {
      held.ifPresent(Records::free);
      throw e;
    }
  }

  private static Optional<OneServe> held(String url) {
    if (!Database.isUrl(url) || !Database.isSqlite(url)) {
      return Optional.empty();
    }
    try {
      DataFolder.prepare(url);
      return Optional.of(OneServe.on(url));
    } catch (IOException e) {
      throw Refusal.surroundings(
          "无法使用数据库 `" + url + "`：" + e, "the database `" + url + "` cannot be used: " + e);
    }
  }

  @Override
  public void close() {
    workshops.close();
    database.close();
    held.ifPresent(Records::free);
  }

  private static void free(OneServe held) {
    try {
      held.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
