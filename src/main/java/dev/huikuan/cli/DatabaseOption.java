package dev.huikuan.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --database}, the same for every command that has one. */
final class DatabaseOption {

  @Option(
      names = "--database",
      paramLabel = "URL",
      descriptionKey = "database",
      description =
          "jdbc:sqlite:FILE or jdbc:postgresql://… (default: a SQLite file in the user's data"
              + " folder).")
  private String written;

  /** As written; empty: the user's own. */
  Optional<String> url() {
    return Optional.ofNullable(written);
  }
}
