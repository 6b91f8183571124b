package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code backup}: everything that is kept, in one file, while the service goes on. */
@CommandLine.Command(
    name = "backup",
    description = "Write all records into one file, while the service goes on.")
final class Backup extends DatabaseCommand {

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE.zip",
      descriptionKey = "backupOutput",
      description = "The file to write.")
  private String output;

  Backup(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  void check() {
    path(output);
  }

  @Override
  int run(House.Cellar cellar) throws IOException {
    Path target = path(output).toAbsolutePath();
    Path part = FinishedFile.part(target);
    try {
      Map<String, Long> rows = cellar.backups().write(part, console().clock().instant());
      FinishedFile.replace(part, target);
      answer(Restore.said(rows, new Text("已备份", "saved")));
    } finally {
      Files.deleteIfExists(part);
    }
    return Exit.DONE;
  }
}
