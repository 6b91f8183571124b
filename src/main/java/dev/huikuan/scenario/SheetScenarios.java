package dev.huikuan.scenario;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.WorkbookReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Scenarios in sheets whose A1 says Scenarios: one row, one scenario. */
final class SheetScenarios {

  private enum Part {
    NAME,
    AS_OF,
    BASE,
    GIVEN,
    EXPECT,
    NOTES
  }

  private final Grid grid;
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Integer, Part> parts = new TreeMap<>();
  private int headerRow;

  private SheetScenarios(Grid grid) {
    this.grid = grid;
  }

  static boolean isSheetFile(String path) {
    return WorkbookReader.isSheetFile(path);
  }

  static ScenarioFiles.Read read(PolicyFile file) {
    WorkbookReader.Sheets sheets = WorkbookReader.read(file.path(), file.bytes());
    List<Scenario> scenarios = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(sheets.findings());
    for (Grid grid : sheets.grids()) {
      if (ScenarioWords.isSheet(grid.cell(1, 1).text())) {
        SheetScenarios sheet = new SheetScenarios(grid);
        sheet.read();
        scenarios.addAll(sheet.scenarios);
        findings.addAll(sheet.findings);
      }
    }
    return new ScenarioFiles.Read(scenarios, findings);
  }

  private void read() {
    for (int row = 2; row <= grid.lastRow() && headerRow == 0; row++) {
      headerRow = nameColumn(row) > 0 ? row : 0;
    }
    if (headerRow == 0) {
      fault(
          grid.location(),
          "缺少表头行，应有 Scenario（场景）一列",
          "no header row: expected one with a column Scenario");
      return;
    }
    headers();
    if (parts.containsValue(Part.EXPECT)) {
      for (int row = headerRow + 1; row <= grid.lastRow(); row++) {
        scenario(row);
      }
      if (scenarios.isEmpty()) {
        fault(grid.location(), "没有任何场景", "holds no scenario");
      }
    } else if (findings.isEmpty()) {
      fault(
          grid.location(headerRow, 1),
          "没有 Expect（预期）栏，什么也没有检查",
          "no band Expect above the headers: nothing is checked");
    }
  }

  private int nameColumn(int row) {
    for (int column = 1; column <= grid.lastColumn(); column++) {
      if (ScenarioWords.isName(grid.cell(row, column).text())) {
        return column;
      }
    }
    return 0;
  }

  /** The band of a column is the last one named at or before it in the rows above the headers. */
  private Optional<Part> band(int column) {
    for (int at = column; at >= 1; at--) {
      for (int row = headerRow - 1; row >= 1; row--) {
        String word = grid.spanned(row, at).text();
        if (ScenarioWords.isGiven(word)) {
          return Optional.of(Part.GIVEN);
        }
        if (ScenarioWords.isExpect(word)) {
          return Optional.of(Part.EXPECT);
        }
        if (ScenarioWords.isNotes(word)) {
          return Optional.of(Part.NOTES);
        }
      }
    }
    return Optional.empty();
  }

  private void headers() {
    for (int column = 1; column <= grid.lastColumn(); column++) {
      RawCell header = grid.cell(headerRow, column);
      if (header.isBlank()) {
        continue;
      }
      Optional<Part> part = part(header.text(), column);
      if (part.isPresent()) {
        parts.put(column, part.get());
      } else {
        fault(
            header.location(),
            "不认识列 `" + header.text() + "`：Given（给定）之前只能有 Scenario、As of、Base",
            "unknown column `"
                + header.text()
                + "`: before the band Given there are Scenario, As of and Base only");
      }
    }
  }

  private Optional<Part> part(String header, int column) {
    Optional<Part> band = band(column);
    if (band.isPresent()) {
      return band;
    }
    if (ScenarioWords.isName(header)) {
      return Optional.of(Part.NAME);
    }
    if (ScenarioWords.isAsOf(header)) {
      return Optional.of(Part.AS_OF);
    }
    if (ScenarioWords.isBase(header)) {
      return Optional.of(Part.BASE);
    }
    return ScenarioWords.isNotes(header) ? Optional.of(Part.NOTES) : Optional.empty();
  }

  private void scenario(int row) {
    Optional<RawCell> name = Optional.empty();
    Optional<RawCell> asOf = Optional.empty();
    Optional<RawCell> base = Optional.empty();
    List<Scenario.Entry> given = new ArrayList<>();
    List<Scenario.Entry> expect = new ArrayList<>();
    boolean blank = true;
    for (Map.Entry<Integer, Part> part : parts.entrySet()) {
      RawCell header = grid.cell(headerRow, part.getKey());
      RawCell cell = grid.spanned(row, part.getKey());
      blank &= cell.isBlank();
      if (ScenarioWords.isDash(cell.text())) {
        continue;
      }
      switch (part.getValue()) {
        case NAME -> name = Optional.of(cell);
        case AS_OF -> asOf = Optional.of(cell);
        case BASE -> base = Optional.of(cell);
        case GIVEN -> given.add(new Scenario.Entry(header, cell));
        case EXPECT -> expect.add(new Scenario.Entry(header, cell));
        case NOTES -> {}
      }
    }
    if (blank) {
      return;
    }
    String location = grid.location(row, 1);
    if (name.isEmpty()) {
      fault(location, "场景没有名称", "the scenario has no name");
    }
    String called = name.map(cell -> cell.text().strip()).orElse("?");
    scenarios.add(new Scenario(called, location, asOf, base, given, expect));
  }

  private void fault(String location, String zh, String en) {
    findings.add(Finding.error(Finding.Code.SCENARIO, location, new Text(zh, en)));
  }
}
