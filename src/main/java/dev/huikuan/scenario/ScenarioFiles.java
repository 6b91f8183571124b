package dev.huikuan.scenario;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.PolicyFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reads every file of scenarios that a policy has. */
final class ScenarioFiles {

  static final String FOLDER = "test-scenarios/";
  static final String CASES = "test-scenarios/cases/";

  /** What came of the files. */
  record Read(List<Scenario> scenarios, List<Finding> findings) {}

  private ScenarioFiles() {}

  static Read read(List<PolicyFile> files) {
    List<Scenario> scenarios = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    files.stream()
        .filter(file -> file.path().startsWith(FOLDER) && !file.path().startsWith(CASES))
        .sorted(Comparator.comparing(PolicyFile::path))
        .forEach(
            file -> {
              Read read = read(file);
              scenarios.addAll(read.scenarios());
              findings.addAll(read.findings());
            });
    return new Read(scenarios, findings);
  }

  private static Read read(PolicyFile file) {
    String name = file.path().toLowerCase(Locale.ROOT);
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    if (!yaml && !SheetScenarios.isSheetFile(file.path())) {
      return new Read(List.of(), List.of());
    }
    Read read = yaml ? YamlScenarios.read(file) : SheetScenarios.read(file);
    if (!read.scenarios().isEmpty() || !read.findings().isEmpty()) {
      return read;
    }
    Text message =
        new Text(
            "没有任何场景；请至少写一个（A1 为 Scenarios 或 场景），或删除该文件",
            "holds no scenario; write at least one (A1 says Scenarios), or delete the file");
    return new Read(List.of(), List.of(Finding.error(Finding.Code.SCENARIO, file.path(), message)));
  }
}
