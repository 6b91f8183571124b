package dev.huikuan.web.studio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.web.studio.CheckView.Group;
import dev.huikuan.web.studio.CheckView.Item;
import dev.huikuan.web.studio.CheckView.Line;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sorts the findings of a check by the sheets that they stand in. */
final class ReadFindings {

  private static final String INFO = "INFO";
  private static final List<String> SEVERITIES = List.of("ERROR", "WARNING", INFO);
  private static final int MOST_OF_A_SHEET = 50;

  private final Places places;
  private final Labels labels;

  ReadFindings(Places places, Labels labels) {
    this.places = places;
    this.labels = labels;
  }

  /** The sheets with findings that have to be looked at, those with the worst first. */
  List<Group> problems(JsonNode findings) {
    return groups(findings, false);
  }

  /** The sheets with findings that need not be looked at; an acknowledged warning is one. */
  List<Group> notes(JsonNode findings) {
    return groups(findings, true);
  }

  private List<Group> groups(JsonNode findings, boolean notes) {
    Map<String, List<JsonNode>> bySheet = new LinkedHashMap<>();
    for (JsonNode finding : findings) {
      if (isNote(finding) == notes) {
        String sheet = Places.sheetOf(finding.path("location").asText());
        bySheet.computeIfAbsent(sheet, s -> new ArrayList<>()).add(finding);
      }
    }
    bySheet.values().forEach(list -> list.sort(Comparator.comparingInt(ReadFindings::rank)));
    return bySheet.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> rank(entry.getValue().get(0))))
        .map(entry -> group(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static int rank(JsonNode finding) {
    return SEVERITIES.indexOf(finding.path("severity").asText());
  }

  static boolean isNote(JsonNode finding) {
    return finding.path("severity").asText().equals(INFO)
        || finding.path("acknowledged").isTextual();
  }

  private Group group(String sheet, List<JsonNode> findings) {
    String first = findings.get(0).path("location").asText();
    int more = findings.size() - MOST_OF_A_SHEET;
    return new Group(
        places.title(sheet),
        Places.fileOf(first),
        places.sheetUrl(first),
        findings.stream().limit(MOST_OF_A_SHEET).map(this::item).toList(),
        more > 0 ? t(CheckPhrase.MORE).replace("{count}", Integer.toString(more)) : "");
  }

  private Item item(JsonNode finding) {
    String severity = finding.path("severity").asText();
    String location = finding.path("location").asText();
    String cell = Places.cellOf(location);
    return new Item(
        t(CheckPhrase.valueOf(severity)),
        severity.toLowerCase(Locale.ROOT),
        finding.path("code").asText(),
        cell.isEmpty() ? t(CheckPhrase.WHOLE_FILE) : cell,
        places.url(location),
        finding.path("message").asText(),
        lines(finding));
  }

  private List<Line> lines(JsonNode finding) {
    List<Line> lines = new ArrayList<>();
    add(lines, CheckPhrase.FOUND, finding.path("found").asText());
    add(lines, CheckPhrase.EXPECTED, finding.path("expected").asText());
    add(lines, CheckPhrase.NEAREST, joined(finding.path("nearest")));
    add(lines, CheckPhrase.ROWS, joined(finding.path("rows")));
    add(lines, CheckPhrase.EXAMPLE, example(finding.path("example")));
    if (finding.path("acknowledged").isTextual()) {
      add(lines, CheckPhrase.ACKNOWLEDGED, finding.path("acknowledged").asText());
    }
    return lines;
  }

  private void add(List<Line> lines, CheckPhrase label, String text) {
    if (!text.isEmpty()) {
      lines.add(new Line(t(label), text));
    }
  }

  private String joined(JsonNode texts) {
    List<String> all = new ArrayList<>();
    texts.forEach(text -> all.add(text.asText()));
    return String.join(labels.separator(), all);
  }

  /** The facts that show a finding: the labels of terms with their values. */
  private String example(JsonNode example) {
    List<String> facts = new ArrayList<>();
    if (example.path("asOf").isTextual()) {
      facts.add(example.path("asOf").asText());
    }
    example
        .path("given")
        .properties()
        .forEach(
            fact ->
                facts.add(
                    labels.term(fact.getKey()) + " = " + value(fact.getKey(), fact.getValue())));
    return String.join(labels.separator(), facts);
  }

  private String value(String term, JsonNode value) {
    if (value.isNull()) {
      return labels.of(Phrase.NOT_YET);
    }
    if (value.isBoolean()) {
      return labels.of(value.asBoolean() ? Phrase.YES : Phrase.NO);
    }
    if (value.isArray()) {
      List<String> all = new ArrayList<>();
      value.forEach(one -> all.add(labels.code(term, one.asText())));
      return all.isEmpty() ? labels.of(Phrase.NONE) : String.join(labels.separator(), all);
    }
    return value.isTextual() ? labels.code(term, value.asText()) : value.asText();
  }

  private String t(CheckPhrase phrase) {
    return phrase.in(labels.language());
  }
}
