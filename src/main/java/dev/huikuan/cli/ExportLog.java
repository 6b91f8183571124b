package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.records.Housekeeping.Span;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code export-log}: every decision with its case, its answer and its outcomes, one a line. */
@CommandLine.Command(
    name = "export-log",
    description = "Write recorded decisions as NDJSON: case, answer and outcomes, one a line.")
final class ExportLog extends DatabaseCommand {

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE.ndjson",
      descriptionKey = "exportLogOutput",
      description = "The file to write; - is standard output.")
  private String output;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      descriptionKey = "exportFrom",
      description = "First date of decision (asOf), inclusive.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      descriptionKey = "exportTo",
      description = "Last date of decision (asOf), inclusive.")
  private String to;

  @Option(
      names = "--ledger",
      paramLabel = "L",
      descriptionKey = "onlyLedger",
      description = "Only of this ledger (default: all).")
  private String ledger;

  ExportLog(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  void check() {
    span();
    path(output);
  }

  private Span span() {
    return new Span(Optional.ofNullable(ledger), date("--from", from), date("--to", to));
  }

  private static Optional<LocalDate> date(String option, String written) {
    try {
      return Optional.ofNullable(written).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw Refusal.usage(
          option + " 应为日期（2026-01-31），实为 `" + written + "`",
          option + " must be a date (2026-01-31), got `" + written + "`");
    }
  }

  @Override
  int run(House.Cellar cellar) throws IOException {
    long count;
    if (output.equals("-")) {
      count = written(cellar, console().bytes());
    } else {
      Path target = path(output).toAbsolutePath();
      Path part = FinishedFile.part(target);
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
          count = written(cellar, out);
        }
        FinishedFile.replace(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    }
    say(new Text("已导出 " + count + " 条决策", count + " decisions written"));
    return Exit.DONE;
  }

  private long written(House.Cellar cellar, OutputStream out) throws IOException {
    LogLines lines = new LogLines(out);
    cellar.housekeeping().each(span(), lines::add);
    return lines.finished();
  }
}
