package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the cells of a sheet that was put together come from in the file, for what is found. */
final class DmnPlaces {

  /** Where a cell of the sheet comes from. */
  private record Origin(int line, Text words) {}

  private final String path;
  private final String decision;
  private final Origin table;
  private final Map<String, Origin> origins = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  DmnPlaces(String path, String decision, XmlTree table) {
    this.path = path;
    this.decision = decision;
    this.table = new Origin(table.line(), new Text("决策表", "the table"));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** A cell of the sheet comes from this element. */
  void at(int row, int column, XmlTree element, Text words) {
    origins.put(new Address(row, column).written(), new Origin(element.line(), words));
  }

  /** An error at an element. */
  void error(XmlTree element, Text words, Text message, List<String> rows, String found) {
    findings.add(
        placed(element, words, message).about(decision, rows).found(found, Text.EMPTY, List.of()));
  }

  /** Something to know about an element. */
  void info(XmlTree element, Text words, Text message, List<String> rows) {
    findings.add(placed(element, words, message).as(Finding.Severity.INFO).about(decision, rows));
  }

  private Finding placed(XmlTree element, Text words, Text message) {
    return Finding.error(
        Finding.Code.CELL_SYNTAX, path + ":" + element.line(), sentence(words, message));
  }

  private Text sentence(Text words, Text message) {
    return new Text(
        "决策 `" + decision + "` " + words.zh() + "：" + message.zh(),
        "decision `" + decision + "`, " + words.en() + ": " + message.en());
  }

  /** A finding about a cell of the sheet, as one about the element that it comes from. */
  void add(Finding finding) {
    String location = finding.location();
    Origin origin = origins.getOrDefault(location.substring(location.lastIndexOf('!') + 1), table);
    findings.add(
        new Finding(
            finding.severity(),
            finding.code(),
            finding.decision(),
            finding.rows(),
            path + ":" + origin.line(),
            sentence(origin.words(), finding.message()),
            finding.found(),
            finding.expected(),
            finding.nearest(),
            finding.example(),
            finding.acknowledged()));
  }
}
