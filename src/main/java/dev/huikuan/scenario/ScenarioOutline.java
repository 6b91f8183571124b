package dev.huikuan.scenario;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.diff.Section;
import dev.huikuan.policy.diff.Section.Cell;
import dev.huikuan.policy.diff.Section.Entry;
import dev.huikuan.policy.diff.Section.Kind;
import dev.huikuan.policy.table.RawCell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy's scenarios and cases in parts that can be compared with those of another version. */
final class ScenarioOutline {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ScenarioOutline() {}

  /** Scenarios by their sentence, cases by their name; wherever they stand. */
  static List<Section> of(List<PolicyFile> files) {
    List<Entry> scenarios =
        ScenarioFiles.read(files).scenarios().stream().map(ScenarioOutline::entry).toList();
    List<Entry> cases =
        files.stream()
            .filter(file -> file.path().startsWith(ScenarioFiles.CASES))
            .map(ScenarioOutline::entry)
            .toList();
    return List.of(section(Kind.SCENARIOS, scenarios), section(Kind.CASES, cases));
  }

  private static Section section(Kind kind, List<Entry> entries) {
    return new Section(
        kind,
        kind.label().en(),
        "",
        kind.label(),
        ScenarioFiles.FOLDER,
        false,
        List.of(),
        entries);
  }

  private static Entry entry(Scenario scenario) {
    List<Cell> cells = new ArrayList<>();
    cell("asOf", new Text("截至", "As of"), scenario.asOf()).ifPresent(cells::add);
    cell("base", new Text("基准案例", "Base"), scenario.base()).ifPresent(cells::add);
    for (Scenario.Entry given : scenario.given()) {
      Text label = new Text("给定 " + given.field(), "Given " + given.field());
      cell("given " + given.field(), label, Optional.of(given.cell())).ifPresent(cells::add);
    }
    for (Scenario.Entry expect : scenario.expect()) {
      Text label = new Text("预期 " + expect.field(), "Expect " + expect.field());
      cell("expect " + expect.field(), label, Optional.of(expect.cell())).ifPresent(cells::add);
    }
    return new Entry(scenario.name(), scenario.location(), cells);
  }

  private static Optional<Cell> cell(String field, Text label, Optional<RawCell> cell) {
    return cell.map(
        said -> {
          String written = said.text().strip();
          String meaning =
              said.date().map(at -> at.toLocalDate().toString()).orElse(written);
          return new Cell(field, label, written, meaning, said.location());
        });
  }

  private static Entry entry(PolicyFile file) {
    String name = file.path().substring(ScenarioFiles.CASES.length());
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    Cell cell = new Cell("text", new Text("内容", "text"), text, meaning(file, text), file.path());
    return new Entry(name, file.path(), List.of(cell));
  }

  private static Object meaning(PolicyFile file, String text) {
    try {
      return file.path().endsWith(".json") ? JSON.readTree(file.bytes()) : text;
    } catch (IOException noJson) {
      return text;
    }
  }
}
