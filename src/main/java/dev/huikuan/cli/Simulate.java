package dev.huikuan.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.portfolio.EachAccount;
import dev.huikuan.portfolio.InvalidLedger;
import dev.huikuan.portfolio.PortfolioInput;
import dev.huikuan.portfolio.Progress;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import dev.huikuan.simulation.Simulation;
import dev.huikuan.simulation.SimulationJson;
import dev.huikuan.simulation.SimulationResult;
import dev.huikuan.simulation.SimulationText;
import dev.huikuan.simulation.SimulationWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code simulate}: the same cases under the active policy and under a candidate. */
@CommandLine.Command(
    name = "simulate",
    description = "What would a candidate policy change, for how many and at what cost?")
final class Simulate extends Command {

  private static final int MOST_FAULTS_SAID = 50;
  private static final int MOST_TOP = 10_000;

  /** The forms of the answer. */
  enum Form {
    TEXT,
    JSON,
    XLSX
  }

  @Option(
      names = "--candidate",
      required = true,
      paramLabel = "DIR",
      descriptionKey = "candidate",
      description = "Policy folder that might become active.")
  private String candidate;

  @Option(
      names = "--cases",
      paramLabel = "FILE",
      descriptionKey = "cases",
      description = "NDJSON, one case a line, or CSV, one invoice a row; - reads standard input.")
  private String cases;

  @Option(
      names = "--demo",
      descriptionKey = "simulateDemo",
      description = "Simulate on the invented portfolio instead of a file.")
  private boolean demo;

  @Option(
      names = "--mapping",
      paramLabel = "M.json",
      descriptionKey = "mapping",
      description = "What the columns of a CSV mean (default: its headers say so).")
  private String mapping;

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      descriptionKey = "policy",
      description = "Policy folder (default: the working folder's, else the built-in one).")
  private String policy;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      descriptionKey = "asOf",
      description = "Decide as of this date (default: the case's, else today).")
  private String asOf;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      descriptionKey = "top",
      description = "How many of the accounts that change most are told one by one (default 20).")
  private int top;

  @Option(
      names = "--format",
      paramLabel = "text|json|xlsx",
      defaultValue = "text",
      descriptionKey = "simulateFormat",
      description = "text (default), json, or xlsx with --output.")
  private String format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      descriptionKey = "simulateOutput",
      description = "Write the answer to a file instead of standard output.")
  private String output;

  Simulate(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    Form form = form();
    Optional<String> day = checkedAsOf(asOf);
    if (demo == (cases != null)) {
      throw Refusal.usage(
          "请给出 --cases 文件或 --demo，二者取其一", "give either --cases FILE or --demo");
    }
    if (top < 0 || top > MOST_TOP) {
      throw Refusal.usage(
          "--top 应在 0 到 " + MOST_TOP + " 之间，实为 " + top,
          "--top must be 0 to " + MOST_TOP + ", got " + top);
    }
    Optional<byte[]> meaning = meaning();
    SimulationResult result;
    String source = demo ? "demo.ndjson" : cases;
    try (InputStream in = opened()) {
      Loaded active = load(Optional.ofNullable(policy));
      Loaded other = load(Optional.of(candidate));
      result = simulated(active, other, new PortfolioInput(source, in, meaning), day);
    } catch (InvalidLedger e) {
      throw Refusal.usage(
          e.faults().stream()
              .map(fault -> new Text(source + "：" + fault.zh(), source + ": " + fault.en()))
              .toList());
    }
    answer(result, form);
    faults(result, source);
    return result.faultCount() == 0 ? Exit.DONE : Exit.NOT_GOOD;
  }

  private Form form() {
    for (Form form : Form.values()) {
      if (form.name().equalsIgnoreCase(format.strip())) {
        if (form == Form.XLSX && output == null) {
          throw Refusal.usage(
              "--format xlsx 需要用 --output 指定文件", "--format xlsx needs a file: --output FILE");
        }
        return form;
      }
    }
    throw Refusal.usage(
        "--format 可为 text、json 或 xlsx，实为 `" + format + "`",
        "--format must be one of text, json, xlsx, got `" + format + "`");
  }

  private InputStream opened() throws IOException {
    if (demo) {
      return new ByteArrayInputStream(
          DemoPortfolio.ndjson(DemoPortfolio.AS_OF).getBytes(StandardCharsets.UTF_8));
    }
    return cases.equals("-") ? console().in() : Decide.opened(cases);
  }

  private Optional<byte[]> meaning() throws IOException {
    if (mapping == null) {
      return Optional.empty();
    }
    try (InputStream bytes = Decide.opened(mapping)) {
      return Optional.of(bytes.readAllBytes());
    }
  }

  private SimulationResult simulated(
      Loaded active, Loaded other, PortfolioInput input, Optional<String> day)
      throws InvalidLedger, IOException {
    Instant now = console().clock().instant();
    LocalDate today = LocalDate.ofInstant(now, active.zone(now));
    try (ProgressBar bar = new ProgressBar(console().messages())) {
      Progress progress = console().terminal() ? bar : Progress.NONE;
      EachAccount.Dates dates = new EachAccount.Dates(day, today, now);
      return Simulation.run(
          active.pipeline(),
          other.pipeline(),
          input,
          new Simulation.Order(dates, top, progress, () -> false));
    }
  }

  private void answer(SimulationResult result, Form form) throws IOException {
    if (output == null) {
      console().answer().println(written(result, form));
      return;
    }
    byte[] bytes;
    if (form == Form.XLSX) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      SimulationWorkbook.write(result, language(), out);
      bytes = out.toByteArray();
    } else {
      bytes = (written(result, form) + "\n").getBytes(StandardCharsets.UTF_8);
    }
    Files.write(path(output), bytes);
  }

  private String written(SimulationResult result, Form form) throws IOException {
    return form == Form.JSON
        ? JsonMapper.builder()
            .build()
            .writer(JsonLayout.pretty())
            .writeValueAsString(SimulationJson.of(result, language()))
        : SimulationText.written(result, language());
  }

  private void faults(SimulationResult result, String source) {
    result.faults().stream()
        .limit(MOST_FAULTS_SAID)
        .forEach(
            fault ->
                say(
                    new Text(
                        source + " " + fault.placed().zh(), source + " " + fault.placed().en())));
    int more = result.faultCount() - Math.min(MOST_FAULTS_SAID, result.faults().size());
    if (more > 0) {
      say(new Text("另有 " + more + " 处", "and " + more + " more"));
    }
  }
}
