package dev.huikuan.scenario;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a policy's scenarios beyond that they hold.
 *
 * @param minCoverage the least percentage of rows, over all tables, that scenarios must hit
 * @param notEmpty the policy must have a scenario, and of each table some row must be hit
 */
public record Demands(Optional<BigDecimal> minCoverage, boolean notEmpty) {

  /** Nothing more. */
  public static final Demands NONE = new Demands(Optional.empty(), false);

  private static final String FOLDER = "test-scenarios";

  /** An error for each demand that is not met. */
  List<Finding> unmet(ScenarioRun run, Coverage coverage) {
    List<Finding> findings = new ArrayList<>();
    minCoverage
        .filter(percent -> !coverage.isAtLeast(percent))
        .ifPresent(percent -> findings.add(tooLittle(percent, coverage)));
    if (notEmpty && run.results().isEmpty()) {
      findings.add(
          Finding.error(
              Finding.Code.SCENARIO,
              FOLDER,
              new Text(
                  "策略没有任何测试场景（--fail-on-empty 要求至少有一个）",
                  "the policy has no scenarios, and --fail-on-empty asks for some")));
    } else if (notEmpty) {
      coverage.tables().stream()
          .filter(Coverage.Sheet::isUntouched)
          .map(Demands::untouched)
          .forEach(findings::add);
    }
    return findings;
  }

  private static Finding tooLittle(BigDecimal percent, Coverage coverage) {
    String asked = percent.stripTrailingZeros().toPlainString();
    String found = coverage.percent().toPlainString();
    String rows = coverage.covered() + "/" + coverage.rows();
    return Finding.error(
        Finding.Code.UNCOVERED,
        FOLDER,
        new Text(
            "行覆盖率 " + found + "%（" + rows + " 行），低于 --min-coverage 要求的 " + asked + "%",
            "row coverage is "
                + found
                + " % ("
                + rows
                + " rows), below the "
                + asked
                + " % that --min-coverage asks for"));
  }

  private static Finding untouched(Coverage.Sheet sheet) {
    return Finding.error(
            Finding.Code.UNCOVERED,
            sheet.location(),
            new Text(
                "没有场景命中决策表 `" + sheet.decision() + "` 的任何一行（--fail-on-empty 要求至少命中一行）",
                "no scenario hits any row of table `"
                    + sheet.decision()
                    + "`, and --fail-on-empty asks for one"))
        .about(sheet.decision(), List.of());
  }
}
