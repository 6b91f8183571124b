package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code restore}: fills an empty database from a backup of either kind of database. */
@CommandLine.Command(
    name = "restore",
    description = "Fill an empty database from a backup; SQLite and PostgreSQL read each other's.")
final class Restore extends DatabaseCommand {

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE.zip",
      descriptionKey = "restoreInput",
      description = "What `backup` wrote.")
  private String input;

  Restore(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  void check() {
    path(input);
  }

  @Override
  int run(House.Cellar cellar) throws IOException {
    if (!Files.isReadable(path(input))) {
      throw new NoSuchFileException(input);
    }
    answer(said(cellar.backups().restore(path(input)), new Text("已恢复", "restored")));
    return Exit.DONE;
  }

  static Text said(Map<String, Long> rows, Text done) {
    long all = rows.values().stream().mapToLong(Long::longValue).sum();
    long decisions = rows.getOrDefault("decision", 0L);
    return new Text(
        done.zh() + " " + rows.size() + " 张表共 " + all + " 行，其中决策 " + decisions + " 条",
        done.en() + " " + all + " rows of " + rows.size() + " tables, " + decisions + " decisions");
  }
}
