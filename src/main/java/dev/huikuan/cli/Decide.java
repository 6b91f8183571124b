package dev.huikuan.cli;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.decision.intake.Asked;
import dev.huikuan.decision.intake.CaseReader;
import dev.huikuan.decision.intake.InvalidCase;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Text;
import dev.huikuan.scenario.TableAnswer;
import dev.huikuan.scenario.TableQuestion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decide}: one case in, one recommendation out. */
@CommandLine.Command(name = "decide", description = "Decide one case: what to do next, and why.")
final class Decide extends Command {

  private static final int MOST_BYTES = 5_000_000;

  private static final ObjectWriter PRETTY =
      JsonMapper.builder().build().writer(JsonLayout.pretty());

  @Parameters(
      index = "0",
      paramLabel = "CASE.json",
      descriptionKey = "case",
      description = "The case as JSON; - reads standard input.")
  private String file;

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

  @Option(
      names = "--format",
      paramLabel = "json|text",
      defaultValue = "json",
      descriptionKey = "decideFormat",
      description = "json (default) or text for people.")
  private Choice.Format format;

  Decide(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    Optional<String> day = checkedAsOf(asOf);
    byte[] json = bytes();
    Loaded loaded = load(Optional.ofNullable(policy));
    Optional<TableQuestion> question = TableQuestion.in(json);
    if (question.isPresent()) {
      console().answer().println(tables(question.get(), loaded, day));
      return Exit.DONE;
    }
    Recommendation made = loaded.pipeline().decide(read(loaded, json, day));
    switch (format) {
      case JSON ->
          console()
              .answer()
              .println(PRETTY.writeValueAsString(RecommendationJson.answer(made, language())));
      case TEXT ->
          console()
              .answer()
              .println(new RecommendationText(loaded.policy(), language()).written(made));
    }
    return Exit.DONE;
  }

  /** Facts without a case, such as the example of a finding, go to the tables alone. */
  private String tables(TableQuestion question, Loaded loaded, Optional<String> day)
      throws IOException {
    try {
      TableAnswer answer =
          question.ask(
              loaded.policy(), day.map(d -> LocalDate.parse(d.substring(0, 10))), LocalDate.now(console().clock()));
      return switch (format) {
        case JSON -> PRETTY.writeValueAsString(answer.json(language()));
        case TEXT -> answer.text(language());
      };
    } catch (InvalidCase e) {
      throw refusal(e);
    }
  }

  private Asked read(Loaded loaded, byte[] json, Optional<String> day) {
    try {
      return new CaseReader(loaded.policy()).ask(json, day, console().clock().instant());
    } catch (InvalidCase e) {
      throw refusal(e);
    }
  }

  private Refusal refusal(InvalidCase invalid) {
    List<Text> messages = new ArrayList<>();
    String name = file.equals("-") ? "stdin" : file;
    invalid
        .faults()
        .forEach(
            fault ->
                messages.add(
                    new Text(
                        name + " " + fault.pointer() + "：" + fault.message().zh(),
                        name + " " + fault.pointer() + ": " + fault.message().en())));
    return Refusal.usage(messages);
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = file.equals("-") ? console().in() : opened(file)) {
      byte[] json = in.readNBytes(MOST_BYTES + 1);
      if (json.length > MOST_BYTES) {
        throw Refusal.usage("案例超过 5 MB", "the case is larger than 5 MB");
      }
      return json;
    }
  }

  static InputStream opened(String file) throws IOException {
    var path = path(file);
    if (!Files.isRegularFile(path)) {
      throw Refusal.usage("没有这个文件：`" + file + "`", "no such file: `" + file + "`");
    }
    return Files.newInputStream(path);
  }
}
