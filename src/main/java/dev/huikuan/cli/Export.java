package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.PolicyTables;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.exchange.ExportFormat;
import dev.huikuan.policy.table.exchange.ExportedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * {@code export}: the decision tables of a policy in another form, for review or other programs.
 */
@CommandLine.Command(
    name = "export",
    description = "Write a policy's decision tables in another form, one file each.")
final class Export extends Command {

  private static final int MOST_NAMED = 10;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "xlsx",
      descriptionKey = "exportFormat",
      description =
          "xlsx (default: tidy, with drop-down lists and notes on terms), csv (reads back as the"
              + " same table), md (for review), drl (Drools rules that stand alone) or dmn (DMN"
              + " 1.5, one model of all tables).")
  private ExportFormat format;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      descriptionKey = "directory",
      description = "Folder to write to; made if there is none.")
  private String output;

  @Option(
      names = "--overwrite",
      descriptionKey = "overwrite",
      description = "Replace files that are there with another content (default: refuse).")
  private boolean overwrite;

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      descriptionKey = "policy",
      description = "Policy folder (default: the working folder's, else the built-in one).")
  private String policy;

  Export(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    Policy exported = load(Optional.ofNullable(policy)).policy();
    ExportFormat.Exported written = format.files(tables(exported), language());
    List<ExportedFile> files = written.files();
    Path folder = folder();
    if (!overwrite) {
      refuseToReplace(files);
    }
    Files.createDirectories(folder);
    for (ExportedFile file : files) {
      FinishedFile.write(target(file), file.content());
      console().answer().println(file.name());
    }
    say(
        new Text(
            "已写入 " + files.size() + " 个文件到 " + output,
            files.size() + " files written to " + output));
    written.notes().forEach(this::say);
    return Exit.DONE;
  }

  private static PolicyTables tables(Policy policy) {
    return new PolicyTables(
        policy.version(),
        policy.vocabulary(),
        policy.tables().stream()
            .map(TableIndex::table)
            .sorted(
                Comparator.comparing(DecisionTable::code).thenComparing(DecisionTable::location))
            .toList(),
        policy.parameters().codes());
  }

  private Path folder() {
    Path folder = path(output);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw Refusal.usage(
          "--output `" + output + "` 是文件，不是文件夹",
          "--output `" + output + "` is a file, not a folder");
    }
    return folder;
  }

  private Path target(ExportedFile file) {
    return path(output + "/" + file.name());
  }

  /** What is there with the same content is left in peace. */
  private void refuseToReplace(List<ExportedFile> files) throws IOException {
    List<String> different = new ArrayList<>();
    for (ExportedFile file : files) {
      Path target = target(file);
      boolean same =
          Files.isRegularFile(target)
              && Files.size(target) == file.content().length
              && Arrays.equals(Files.readAllBytes(target), file.content());
      if (Files.exists(target) && !same) {
        different.add(file.name());
      }
    }
    if (!different.isEmpty()) {
      String some = String.join(", ", different.subList(0, Math.min(MOST_NAMED, different.size())));
      throw Refusal.usage(
          "`" + output + "` 中已有内容不同的文件（" + different.size() + " 个）：" + some + "；要替换请加 --overwrite",
          "`"
              + output
              + "` holds files with another content ("
              + different.size()
              + "): "
              + some
              + "; add --overwrite to replace them");
    }
  }
}
