package dev.huikuan.app;

import dev.huikuan.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A SQLite file that goes when it is closed: for a server that is to remember nothing. */
record PassingDatabase(Database database, Path folder) implements AutoCloseable {

  static PassingDatabase open() throws IOException {
    Path folder = Files.createTempDirectory("huikuan-");
    return new PassingDatabase(
        Database.open("jdbc:sqlite:" + folder.resolve("huikuan.db")), folder);
  }

  @Override
  public void close() {
    database.close();
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
