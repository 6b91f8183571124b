package dev.huikuan.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Real databases for tests, one new and empty for each that asks: a SQLite file, or a database on
 * one PostgreSQL server that this JVM starts when it is first needed. Use it as {@code @EnumSource}
 * where a test is to hold on both.
 */
public enum Databases {
  SQLITE {
    @Override
    public String fresh() {
      return "jdbc:sqlite:" + folder().resolve("records-" + NEXT.incrementAndGet() + ".db");
    }
  },
  POSTGRESQL {
    @Override
    public String fresh() {
      String name = "records_" + NEXT.incrementAndGet();
      try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return Server.RUNNING.getJdbcUrl("postgres", name);
    }
  };

  private static final AtomicInteger NEXT = new AtomicInteger();

  /** The URL of a new, empty database. */
  public abstract String fresh();

  /** A server of its own, for tests that stop it. Works as root and in any locale. */
  public static EmbeddedPostgres server() throws IOException {
    return EmbeddedPostgres.builder()
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("encoding", "UTF8")
        .setServerConfig("max_connections", "300")
        .start();
  }

  private static final class Server {
    static final EmbeddedPostgres RUNNING = started();

    private static EmbeddedPostgres started() {
      try {
        EmbeddedPostgres server = server();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closed(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void closed(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A folder of this JVM that goes with it. */
  private static Path folder() {
    return Folder.OF_THIS_JVM;
  }

  private static final class Folder {
    static final Path OF_THIS_JVM = made();

    private static Path made() {
      try {
        Path folder = Files.createTempDirectory("huikuan-records");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> removed(folder)));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void removed(Path folder) {
      try (Stream<Path> inside = Files.walk(folder)) {
        List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.deleteIfExists(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
