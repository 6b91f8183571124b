package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.scenario.CheckReport;
import dev.huikuan.scenario.Demands;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code test}: the scenarios, and which rows they hit. */
@CommandLine.Command(name = "test", description = "Run the test scenarios of a policy.")
final class TestScenarios extends Command {

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      descriptionKey = "policy",
      description = "Policy folder (default: the working folder's, else the built-in one).")
  private String policy;

  @Mixin private ScenarioOptions asked;

  TestScenarios(House house, Console console, Language spoken) {
    super(house, console, spoken);
  }

  @Override
  int run() {
    Demands demands = asked.demands();
    CheckReport report =
        CheckReport.ofScenarios(house().policy(Optional.ofNullable(policy)), demands);
    console().answer().println(new CheckText(language()).scenarios(report));
    return report.isTested() ? Exit.DONE : Exit.NOT_GOOD;
  }
}
