package dev.huikuan.app;

import dev.huikuan.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the database is unless it is said: a SQLite file in the user's data folder. */
final class DataFolder {

  private static final String FILE = "huikuan.db";

  private DataFolder() {}

  /** The URL of the user's own database. */
  static String url() {
    return "jdbc:sqlite:" + folder(System.getenv()).resolve(FILE);
  }

  private static Path folder(Map<String, String> environment) {
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return set(environment, "LOCALAPPDATA").orElse(home).resolve("Huikuan");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library/Application Support/Huikuan");
    }
    return set(environment, "XDG_DATA_HOME")
        .orElse(home.resolve(".local/share"))
        .resolve("huikuan");
  }

  private static Optional<Path> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Path::of);
  }

  /** Makes the folder of a SQLite database, for its owner alone, when there is none. */
  static void prepare(String url) throws IOException {
    Path folder = Database.isSqlite(url) ? Database.file(url).toAbsolutePath().getParent() : null;
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, ownerOnly);
  }
}
