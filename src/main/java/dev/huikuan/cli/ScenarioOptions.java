package dev.huikuan.cli;

import dev.huikuan.scenario.Demands;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code check} and {@code test} may ask of the scenarios beyond that they hold. */
final class ScenarioOptions {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Option(
      names = "--min-coverage",
      paramLabel = "PERCENT",
      descriptionKey = "minCoverage",
      description = "Fail when scenarios hit fewer rows than this, in percent of all rows.")
  private String minCoverage;

  @Option(
      names = "--fail-on-empty",
      descriptionKey = "failOnEmpty",
      description = "Fail when there are no scenarios, or a table none of whose rows is hit.")
  private boolean failOnEmpty;

  Demands demands() {
    return new Demands(Optional.ofNullable(minCoverage).map(ScenarioOptions::percent), failOnEmpty);
  }

  private static BigDecimal percent(String written) {
    String number = written.strip().replaceFirst("\\s*[%％]$", "");
    if (number.matches("\\d{1,3}(\\.\\d{1,6})?")) {
      BigDecimal percent = new BigDecimal(number);
      if (percent.compareTo(HUNDRED) <= 0) {
        return percent;
      }
    }
    throw Refusal.usage(
        "--min-coverage 应为 0 到 100 之间的百分数，例如 95，实为 `" + written + "`",
        "--min-coverage must be a percentage from 0 to 100, such as 95, got `" + written + "`");
  }
}
