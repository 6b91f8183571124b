package dev.huikuan.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.domain.Language;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.scenario.CheckReport;
import dev.huikuan.scenario.Demands;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: is a policy well formed, and do its scenarios hold? */
@CommandLine.Command(
    name = "check",
    description = "Check a policy: tables, rules and scenarios, every error at its cell.")
final class Check extends Command {

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      descriptionKey = "policy",
      description = "Policy folder (default: the working folder's, else the built-in one).")
  private String policy;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "checkFormat",
      description = "text (default) or json.")
  private Choice.Format format;

  @Option(
      names = "--suggest",
      paramLabel = "FILE",
      descriptionKey = "suggest",
      description = "Write scenarios for rows that none hits into a new .xlsx, .csv or .yaml file.")
  private String suggest;

  @Mixin private ScenarioOptions asked;

  Check(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() throws IOException {
    Demands demands = asked.demands();
    Optional<WrittenSuggestions> suggestions =
        Optional.ofNullable(suggest).map(WrittenSuggestions::new);
    List<PolicyFile> files = house().policy(Optional.ofNullable(policy));
    CheckReport report = CheckReport.of(files, demands);
    String written =
        switch (format) {
          case JSON ->
              JsonMapper.builder()
                  .build()
                  .writer(JsonLayout.pretty())
                  .writeValueAsString(report.json(language()));
          case TEXT -> new CheckText(language()).written(report);
        };
    console().answer().println(written);
    if (suggestions.isPresent()) {
      suggestions.get().of(files, report, language()).forEach(this::say);
    }
    return report.isGood() ? Exit.DONE : Exit.NOT_GOOD;
  }
}
