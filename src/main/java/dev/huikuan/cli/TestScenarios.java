package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.scenario.CheckReport;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code test}: the scenarios alone. */
@CommandLine.Command(name = "test", description = "Run the test scenarios of a policy.")
final class TestScenarios extends Command {

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      descriptionKey = "policy",
      description = "Policy folder (default: the working folder's, else the built-in one).")
  private String policy;

  TestScenarios(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() {
    CheckReport report = CheckReport.of(house().policy(Optional.ofNullable(policy)));
    console().answer().println(new CheckText(language()).scenarios(report));
    return report.isTested() ? Exit.DONE : Exit.NOT_GOOD;
  }
}
