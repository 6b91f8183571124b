package dev.huikuan.app;

import dev.huikuan.cli.Refusal;
import dev.huikuan.store.Database;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One {@code serve} for one SQLite file: holds a lock beside it, which goes with the process
 * whatever ends it.
 */
final class OneServe implements AutoCloseable {

  private final FileChannel lock;

  private OneServe(FileChannel lock) {
    this.lock = lock;
  }

  /**
   * Holds the lock of a SQLite file.
   *
   * @throws Refusal when another serve has it
   */
  static OneServe on(String url) throws IOException {
    Path database = Database.file(url).toAbsolutePath();
    Path file = database.resolveSibling(database.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isHeld(channel)) {
      channel.close();
      throw Refusal.surroundings(
          "数据库 `" + database + "` 正被另一个 huikuan serve 使用；一个 SQLite 文件只能由一个服务使用，多个副本请用 PostgreSQL",
          "the database `"
              + database
              + "` is in use by another huikuan serve; one SQLite file serves one service, several"
              + " replicas share a PostgreSQL");
    }
    return new OneServe(channel);
  }

  private static boolean isHeld(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
