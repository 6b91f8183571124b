package dev.huikuan.cli;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Language;
import dev.huikuan.scenario.CheckReport;
import dev.huikuan.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A check report for people: by file, worst first, then the scenarios and the rows not hit. */
final class CheckText {

  private final Language language;
  private final CoverageText coverage;
  private final StringBuilder text = new StringBuilder();

  CheckText(Language language) {
    this.language = language;
    this.coverage = new CoverageText(language);
  }

  String written(CheckReport report) {
    findings(report.findings().stream().filter(finding -> !isInCoverage(finding)).toList());
    scenarioLines(report);
    text.append(coverage.rows(report.coverage()));
    long errors = report.count(Finding.Severity.ERROR);
    long warnings = report.count(Finding.Severity.WARNING);
    text.append(
        word(
            errors
                + " 处错误，"
                + warnings
                + " 处警告；场景 "
                + report.passed()
                + " 个通过，"
                + report.failed().size()
                + " 个未通过",
            errors
                + " errors, "
                + warnings
                + " warnings; scenarios: "
                + report.passed()
                + " passed, "
                + report.failed().size()
                + " failed"));
    text.append(coverage.share(report.coverage()));
    report
        .policyVersion()
        .ifPresent(v -> text.append('\n').append(word("策略版本 ", "policy version ")).append(v));
    return text.toString();
  }

  String scenarios(CheckReport report) {
    List<Finding> errors = report.findings().stream().filter(Finding::isError).toList();
    findings(errors);
    scenarioLines(report);
    text.append(coverage.rows(report.coverage()));
    text.append(
        word(
            "场景 " + report.passed() + " 个通过，" + report.failed().size() + " 个未通过",
            "scenarios: " + report.passed() + " passed, " + report.failed().size() + " failed"));
    return text.append(coverage.share(report.coverage())).toString();
  }

  /** Rows that no scenario hits are listed after the scenarios, table by table. */
  private static boolean isInCoverage(Finding finding) {
    return finding.code() == Finding.Code.UNCOVERED && !finding.isError();
  }

  private void findings(List<Finding> findings) {
    Map<String, List<Finding>> byFile = new LinkedHashMap<>();
    for (Finding finding : findings) {
      String file = finding.location().split("#", 2)[0].replaceFirst(":\\d+$", "");
      byFile.computeIfAbsent(file, f -> new ArrayList<>()).add(finding);
    }
    byFile.forEach(
        (file, own) -> {
          text.append(file).append('\n');
          own.stream()
              .sorted((a, b) -> a.severity().compareTo(b.severity()))
              .forEach(finding -> finding(finding));
          text.append('\n');
        });
  }

  private void finding(Finding finding) {
    String severity =
        switch (finding.severity()) {
          case ERROR -> word("错误", "error");
          case WARNING -> word("警告", "warning");
          case INFO -> word("提示", "note");
        };
    text.append("  ")
        .append(severity)
        .append("  ")
        .append(FindingText.line(finding).in(language))
        .append("  [")
        .append(finding.code())
        .append("]\n");
  }

  private void scenarioLines(CheckReport report) {
    for (ScenarioResult failed : report.failed()) {
      text.append(word("未通过  ", "failed  "))
          .append(failed.location())
          .append("  ")
          .append(failed.name())
          .append('\n');
      failed
          .mismatches()
          .forEach(
              mismatch ->
                  text.append("    ")
                      .append(mismatch.location())
                      .append(word("：", ": "))
                      .append(mismatch.message().in(language))
                      .append('\n'));
    }
    if (!report.failed().isEmpty()) {
      text.append('\n');
    }
  }

  private String word(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }
}
