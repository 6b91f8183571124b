package dev.huikuan.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteConfig;

/** The least that is durable: one table, one insert a record, one commit for all that wait. */
final class RawLog implements AutoCloseable {

  /** What is stored: bytes ready to be written. */
  record Entry(String id, String key, String customer, byte[] caseJson, byte[] answer) {}

  private record Waiting(Entry entry, CompletableFuture<Boolean> done) {}

  private static final int MOST_AT_ONCE = 256;

  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(1024);
  private final Connection connection;
  private final PreparedStatement insert;
  private final Thread writer = new Thread(this::run, "raw-log");
  private volatile boolean closing;

  RawLog(String url) throws SQLException {
    SQLiteConfig sqlite = new SQLiteConfig();
    sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
    sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    boolean isSqlite = url.startsWith("jdbc:sqlite:");
    connection =
        isSqlite
            ? DriverManager.getConnection(url, sqlite.toProperties())
            : DriverManager.getConnection(url);
    String bytes = isSqlite ? "BLOB" : "BYTEA";
    try (Statement create = connection.createStatement()) {
      create.execute(
          "CREATE TABLE raw (id TEXT PRIMARY KEY, idempotency_key TEXT UNIQUE, customer_id TEXT,"
              + " case_json "
              + bytes
              + ", answer "
              + bytes
              + ")");
    }
    connection.setAutoCommit(false);
    insert = connection.prepareStatement("INSERT INTO raw VALUES (?, ?, ?, ?, ?)");
    writer.setDaemon(true);
    writer.start();
  }

  void append(Entry entry) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    queue.add(new Waiting(entry, done));
    done.join();
  }

  private void run() {
    try {
      while (!closing) {
        List<Waiting> batch = new ArrayList<>();
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, MOST_AT_ONCE - 1);
          write(batch);
        }
      }
    } catch (InterruptedException | SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void write(List<Waiting> batch) throws SQLException {
    for (Waiting waiting : batch) {
      Entry entry = waiting.entry();
      insert.setString(1, entry.id());
      insert.setString(2, entry.key());
      insert.setString(3, entry.customer());
      insert.setBytes(4, entry.caseJson());
      insert.setBytes(5, entry.answer());
      insert.addBatch();
    }
    insert.executeBatch();
    connection.commit();
    batch.forEach(waiting -> waiting.done().complete(true));
  }

  @Override
  public void close() throws SQLException {
    closing = true;
    try {
      writer.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
