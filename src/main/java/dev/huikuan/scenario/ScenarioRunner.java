package dev.huikuan.scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.table.RawCell;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the scenarios of a policy. Pure; scenarios run in parallel, results stand in the order of
 * the files. What cannot be understood is a finding and a failed scenario, never skipped.
 */
public final class ScenarioRunner {

  /** A table scenario without As of sees the policy as it stands from now on. */
  static final LocalDate FROM_NOW_ON = LocalDate.of(9999, 12, 31);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * What came of one scenario while it could be run.
   *
   * @param hits where the rows stand that decided
   */
  record Visit(List<ScenarioResult.Mismatch> mismatches, Set<String> hits) {}

  private record Ran(ScenarioResult result, Optional<Finding> finding, Set<String> hits) {}

  private final Policy policy;
  private final CaseScenario cases;
  private final Map<String, PolicyFile> bases = new LinkedHashMap<>();

  private ScenarioRunner(Policy policy, List<PolicyFile> files) {
    this.policy = policy;
    this.cases = new CaseScenario(new DecisionPipeline(policy));
    for (PolicyFile file : files) {
      if (file.path().startsWith(ScenarioFiles.CASES) && file.path().endsWith(".json")) {
        String name = file.path().substring(ScenarioFiles.CASES.length());
        bases.put(name.substring(0, name.length() - ".json".length()), file);
      }
    }
  }

  /** Runs every scenario among the files. */
  public static ScenarioRun run(Policy policy, List<PolicyFile> files) {
    ScenarioFiles.Read read = ScenarioFiles.read(files);
    ScenarioRunner runner = new ScenarioRunner(policy, files);
    List<Ran> ran = read.scenarios().parallelStream().map(runner::run).toList();
    List<Finding> findings = new ArrayList<>(read.findings());
    ran.forEach(one -> one.finding().ifPresent(findings::add));
    return new ScenarioRun(
        ran.stream().map(Ran::result).toList(),
        findings.stream().distinct().toList(),
        ran.stream().flatMap(one -> one.hits().stream()).collect(Collectors.toSet()));
  }

  private Ran run(Scenario scenario) {
    try {
      Visit visit = visit(scenario);
      return new Ran(
          new ScenarioResult(scenario.name(), scenario.location(), visit.mismatches()),
          Optional.empty(),
          visit.hits());
    } catch (ScenarioFault fault) {
      Finding finding = fault.finding();
      return new Ran(
          failed(scenario, finding.location(), finding.message()), Optional.of(finding), Set.of());
    } catch (RuntimeException e) {
      Text message =
          new Text("内部错误：" + e + "；请反馈给我们", "internal error: " + e + "; please report it");
      return new Ran(failed(scenario, scenario.location(), message), Optional.empty(), Set.of());
    }
  }

  private static ScenarioResult failed(Scenario scenario, String location, Text message) {
    ScenarioResult.Mismatch mismatch =
        new ScenarioResult.Mismatch(location, "", "", "", "", message);
    return new ScenarioResult(scenario.name(), scenario.location(), List.of(mismatch));
  }

  private Visit visit(Scenario scenario) throws ScenarioFault {
    if (scenario.expect().isEmpty()) {
      throw new ScenarioFault(
          scenario.location(),
          new Text(
              "什么也没有检查：Expect（预期）下至少填一格", "checks nothing: fill at least one cell under Expect"));
    }
    if (scenario.base().isPresent()) {
      return cases.run(scenario, base(scenario.base().get()));
    }
    LocalDate asOf =
        scenario.asOf().isPresent()
            ? AsOfCell.day(AsOfCell.written(scenario.asOf().get()), scenario)
            : FROM_NOW_ON;
    return new TableScenario(policy, asOf).run(scenario);
  }

  private ObjectNode base(RawCell cell) throws ScenarioFault {
    String name = cell.text().strip();
    String plain = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    PolicyFile file = bases.get(plain);
    if (file == null) {
      throw new ScenarioFault(
          cell.location(),
          new Text(
              "test-scenarios/cases 中没有案例 `" + name + "`",
              "no case `" + name + "` in test-scenarios/cases"),
          name,
          Wording.nearest(plain, bases.keySet()));
    }
    try {
      JsonNode tree = JSON.readTree(file.bytes());
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw new ScenarioFault(
          file.path() + ":1", new Text("应为一个 JSON 对象", "must be one JSON object"));
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new ScenarioFault(
          file.path() + ":" + line,
          new Text(
              "不是有效的 JSON：" + e.getOriginalMessage(), "not valid JSON: " + e.getOriginalMessage()));
    } catch (IOException e) {
      throw new ScenarioFault(file.path() + ":1", new Text("无法读取", "cannot be read"));
    }
  }
}
