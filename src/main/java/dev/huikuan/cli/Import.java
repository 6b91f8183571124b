package dev.huikuan.cli;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.WorkbookLimits;
import dev.huikuan.policy.table.exchange.TableImport;
import dev.huikuan.policy.table.exchange.TidyWorkbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: decision tables from DMN or CSV as a tidy workbook. */
@CommandLine.Command(
    name = "import",
    description = "Read decision tables from DMN (1.1 to 1.6) or CSV into a tidy workbook.")
final class Import extends Command {

  private static final int MOST_SAID = 100;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      descriptionKey = "importFile",
      description = "A .dmn, .xml (DMN) or .csv file.")
  private String file;

  @Option(
      names = "--output",
      paramLabel = "FILE.xlsx",
      required = true,
      descriptionKey = "workbook",
      description = "The workbook to write, or a folder for one of the same name.")
  private String output;

  @Option(
      names = "--overwrite",
      descriptionKey = "overwrite",
      description = "Replace files that are there with another content (default: refuse).")
  private boolean overwrite;

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      descriptionKey = "importPolicy",
      description =
          "Policy whose terms the tables use (default: the working folder's, else the built-in"
              + " one).")
  private String policy;

  Import(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    if (!TableImport.isReadable(file)) {
      throw Refusal.usage(
          "`" + file + "`：" + TableImport.CHOICES.zh(),
          "`" + file + "`: " + TableImport.CHOICES.en());
    }
    Vocabulary words = load(Optional.ofNullable(policy)).policy().vocabulary();
    TableImport read;
    try (InputStream bytes = Decide.opened(file)) {
      read = TableImport.read(file, bytes.readNBytes(WorkbookLimits.FILE_BYTES + 1), words);
    }
    said(read.findings());
    if (read.hasErrors()) {
      say(new Text("有错误，没有写出工作簿", "there are errors; no workbook was written"));
      return Exit.USAGE;
    }
    Path target = target();
    byte[] workbook = new TidyWorkbook(language()).write(read.tables(), words);
    refuseToReplace(target, workbook);
    FinishedFile.write(target, workbook);
    console().answer().println(target.getFileName());
    say(
        new Text(
            "已写入 " + read.tables().size() + " 个决策表",
            "decision tables written: " + read.tables().size()));
    return read.hasWarnings() ? Exit.NOT_GOOD : Exit.DONE;
  }

  private void said(List<Finding> findings) {
    findings.stream().limit(MOST_SAID).forEach(finding -> say(FindingText.line(finding)));
    int more = findings.size() - MOST_SAID;
    if (more > 0) {
      say(new Text("另有 " + more + " 处", "and " + more + " more"));
    }
  }

  private Path target() throws IOException {
    Path written = path(output).toAbsolutePath();
    if (output.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      if (written.getParent() != null) {
        Files.createDirectories(written.getParent());
      }
      return written;
    }
    Files.createDirectories(written);
    String name = path(file).getFileName().toString();
    return written.resolve(name.substring(0, name.lastIndexOf('.')) + ".xlsx");
  }

  private void refuseToReplace(Path target, byte[] workbook) throws IOException {
    boolean same =
        Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), workbook);
    if (Files.exists(target) && !same && !overwrite) {
      throw Refusal.usage(
          "`" + target.getFileName() + "` 已存在；要替换请加 --overwrite",
          "`" + target.getFileName() + "` is there already; add --overwrite to replace it");
    }
  }
}
