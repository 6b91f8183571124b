package dev.huikuan.scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.table.RawCell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scenarios in YAML: a list of {@code name}, {@code asOf}, {@code base}, {@code given}, {@code
 * expect}. Values are read as an analyst would write them in a cell; a map inside {@code given}
 * spells out a path, a list is a list of codes.
 */
final class YamlScenarios {

  private static final YAMLFactory YAML = new YAMLFactory();
  private static final List<String> KEYS =
      List.of("name", "asOf", "base", "given", "expect", "note");

  private final String path;
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private YamlScenarios(String path) {
    this.path = path;
  }

  static ScenarioFiles.Read read(PolicyFile file) {
    YamlScenarios reading = new YamlScenarios(file.path());
    try (JsonParser parser = YAML.createParser(file.bytes())) {
      reading.list(parser);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      reading.fault(
          line,
          "不是有效的 YAML：" + firstLine(e.getOriginalMessage()),
          "not valid YAML: " + firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      reading.fault(1, "无法读取", "cannot be read");
    }
    return new ScenarioFiles.Read(reading.scenarios, reading.findings);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private void list(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return;
    }
    if (first != JsonToken.START_ARRAY) {
      fault(line(parser), "应为场景的列表（- name: …）", "must be a list of scenarios (- name: …)");
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        scenario(parser);
      } else {
        fault(line(parser), "应为一个场景（name: …）", "must be a scenario (name: …)");
        parser.skipChildren();
      }
    }
  }

  private void scenario(JsonParser parser) throws IOException {
    int line = line(parser);
    Optional<RawCell> name = Optional.empty();
    Optional<RawCell> asOf = Optional.empty();
    Optional<RawCell> base = Optional.empty();
    List<Scenario.Entry> given = new ArrayList<>();
    List<Scenario.Entry> expect = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      RawCell key = cell(parser.currentName(), line(parser));
      parser.nextToken();
      switch (key.text()) {
        case "name" -> name = Optional.of(scalar(parser));
        case "asOf" -> asOf = Optional.of(scalar(parser));
        case "base" -> base = Optional.of(scalar(parser));
        case "given" -> entries(parser, "", given);
        case "expect" -> entries(parser, "", expect);
        case "note" -> parser.skipChildren();
        default -> {
          unknownKey(key);
          parser.skipChildren();
        }
      }
    }
    if (name.isEmpty()) {
      fault(line, "场景缺少 name", "the scenario has no name");
    }
    String called = name.map(RawCell::text).orElse("?");
    scenarios.add(new Scenario(called, path + ":" + line, said(asOf), said(base), given, expect));
  }

  private static Optional<RawCell> said(Optional<RawCell> cell) {
    return cell.filter(c -> !ScenarioWords.isDash(c.text()));
  }

  private void unknownKey(RawCell key) {
    List<String> near = Wording.nearest(key.text(), KEYS);
    findings.add(
        new ScenarioFault(
                key.location(),
                new Text(
                    "不认识 `" + key.text() + "`，可用：" + String.join("、", KEYS),
                    "unknown key `" + key.text() + "`, there are " + String.join(", ", KEYS)),
                key.text(),
                near)
            .finding());
  }

  private void entries(JsonParser parser, String prefix, List<Scenario.Entry> into)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      fault(line(parser), "应为 词条: 值", "must be a map of term: value");
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      RawCell header = cell(prefix + parser.currentName(), line(parser));
      parser.nextToken();
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        entries(parser, header.text() + " ", into);
      } else {
        RawCell value =
            parser.currentToken() == JsonToken.START_ARRAY ? listed(parser) : scalar(parser);
        if (!ScenarioWords.isDash(value.text())) {
          into.add(new Scenario.Entry(header, value));
        }
      }
    }
  }

  private RawCell listed(JsonParser parser) throws IOException {
    int line = line(parser);
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(scalar(parser).text());
    }
    return cell(items.isEmpty() ? "none" : String.join(", ", items), line);
  }

  private RawCell scalar(JsonParser parser) throws IOException {
    int line = line(parser);
    if (parser.currentToken().isStructStart()) {
      fault(line, "应为单个值", "must be a single value");
      parser.skipChildren();
      return cell("-", line);
    }
    boolean none = parser.currentToken() == JsonToken.VALUE_NULL;
    return cell(none ? "null" : parser.getText(), line);
  }

  private RawCell cell(String text, int line) {
    String location = path + ":" + line;
    return RawCell.text(text, location, location);
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private void fault(int line, String zh, String en) {
    findings.add(Finding.error(Finding.Code.SCENARIO, path + ":" + line, new Text(zh, en)));
  }
}
