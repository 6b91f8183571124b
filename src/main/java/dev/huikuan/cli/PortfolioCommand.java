package dev.huikuan.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.portfolio.InvalidLedger;
import dev.huikuan.portfolio.Portfolio;
import dev.huikuan.portfolio.PortfolioInput;
import dev.huikuan.portfolio.Progress;
import dev.huikuan.portfolio.Summary;
import dev.huikuan.portfolio.SummaryJson;
import dev.huikuan.portfolio.SummaryText;
import dev.huikuan.portfolio.WorklistFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code portfolio}: a ledger or a file of cases in, a worklist and a summary out. */
@CommandLine.Command(
    name = "portfolio",
    description = "Decide a whole portfolio: NDJSON or CSV in, a worklist out.")
final class PortfolioCommand extends Command {

  private static final int MOST_FAULTS_SAID = 50;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      descriptionKey = "input",
      description = "CSV, one invoice a row, or NDJSON, one case a line; - reads standard input.")
  private String input;

  @Option(
      names = "--mapping",
      paramLabel = "M.json",
      descriptionKey = "mapping",
      description = "What the columns of a CSV mean (default: its headers say so).")
  private String mapping;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      descriptionKey = "output",
      description = "Worklist as .csv, .xlsx or .ndjson; without it CSV on standard output.")
  private String output;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      descriptionKey = "summary",
      description = "Write the summary as JSON, too.")
  private String summary;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      descriptionKey = "asOf",
      description = "Decide as of this date (default: the case's, else today).")
  private String asOf;

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      descriptionKey = "policy",
      description = "Policy folder (default: the working folder's, else the built-in one).")
  private String policy;

  PortfolioCommand(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    Optional<String> day = checkedAsOf(asOf);
    WorklistFormat format = format();
    Optional<byte[]> meaning = meaning();
    Summary made;
    try (InputStream in = input.equals("-") ? console().in() : Decide.opened(input)) {
      Loaded loaded = load(Optional.ofNullable(policy));
      made = worked(loaded, new PortfolioInput(input, in, meaning), day, format);
    } catch (InvalidLedger e) {
      throw Refusal.usage(
          e.faults().stream()
              .map(fault -> new Text(input + "：" + fault.zh(), input + ": " + fault.en()))
              .toList());
    }
    faults(made);
    PrintWriter summaryTo = output == null ? console().messages() : console().answer();
    summaryTo.println(new SummaryText(language()).written(made));
    if (summary != null) {
      Files.write(
          path(summary),
          JsonMapper.builder()
              .build()
              .writer(JsonLayout.pretty())
              .writeValueAsBytes(SummaryJson.of(made, language())));
    }
    return made.faultCount() == 0 ? Exit.DONE : Exit.NOT_GOOD;
  }

  private WorklistFormat format() {
    if (output == null) {
      return WorklistFormat.CSV;
    }
    return WorklistFormat.ofFile(output)
        .orElseThrow(
            () ->
                Refusal.usage(
                    "--output `" + output + "`：" + WorklistFormat.CHOICES.zh(),
                    "--output `" + output + "`: " + WorklistFormat.CHOICES.en()));
  }

  private Optional<byte[]> meaning() throws IOException {
    if (mapping == null) {
      return Optional.empty();
    }
    try (InputStream bytes = Decide.opened(mapping)) {
      return Optional.of(bytes.readAllBytes());
    }
  }

  private Summary worked(
      Loaded loaded, PortfolioInput source, Optional<String> day, WorklistFormat format)
      throws InvalidLedger, IOException {
    Instant now = console().clock().instant();
    LocalDate today = LocalDate.ofInstant(now, loaded.zone(now));
    if (output == null) {
      return worked(
          loaded,
          source,
          new Portfolio.Order(day, today, now, language(), format, Progress.NONE),
          console().out());
    }
    Path target = path(output).toAbsolutePath();
    Path part = FinishedFile.part(target);
    try {
      Summary made;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
          ProgressBar bar = new ProgressBar(console().messages())) {
        Progress progress = console().terminal() ? bar : Progress.NONE;
        made =
            worked(
                loaded,
                source,
                new Portfolio.Order(day, today, now, language(), format, progress),
                out);
      }
      FinishedFile.replace(part, target);
      return made;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Summary worked(
      Loaded loaded, PortfolioInput source, Portfolio.Order order, OutputStream out)
      throws InvalidLedger, IOException {
    Summary made = Portfolio.run(loaded.pipeline(), source, order, out);
    out.flush();
    return made;
  }

  private void faults(Summary made) {
    made.faults().stream()
        .limit(MOST_FAULTS_SAID)
        .forEach(
            fault ->
                say(
                    new Text(
                        input + " " + fault.placed().zh(), input + " " + fault.placed().en())));
    int more = made.faultCount() - Math.min(MOST_FAULTS_SAID, made.faults().size());
    if (more > 0) {
      say(new Text("另有 " + more + " 处", "and " + more + " more"));
    }
  }
}
