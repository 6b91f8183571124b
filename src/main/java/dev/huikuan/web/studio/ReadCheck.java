package dev.huikuan.web.studio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.web.studio.CheckView.Failure;
import dev.huikuan.web.studio.CheckView.Mismatch;
import dev.huikuan.web.view.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a check report, as it is kept, readable. */
final class ReadCheck {

  private static final int MOST_FAILURES = 100;

  private final JsonNode report;
  private final Places places;
  private final Labels labels;

  /**
   * @param report of the contract, in the reader's language
   * @param labels of the version in service: its words for the terms of examples
   */
  ReadCheck(JsonNode report, Places places, Labels labels) {
    this.report = report;
    this.places = places;
    this.labels = labels;
  }

  CheckView read() {
    int passed = report.at("/scenarios/passed").asInt();
    JsonNode failed = report.at("/scenarios/failed");
    ReadFindings findings = new ReadFindings(places, labels);
    int notes = notes();
    boolean ran = passed + failed.size() > 0;
    return new CheckView(
        report.path("errors").asInt(),
        report.path("warnings").asInt(),
        ran ? passed + "/" + (passed + failed.size()) : "–",
        covered(),
        findings.problems(report.path("findings")),
        findings.notes(report.path("findings")),
        notes + " " + t(notes == 1 ? CheckPhrase.NOTE_ONE : CheckPhrase.NOTES),
        omitted(),
        scenarios(passed, failed.size()),
        ran ? (failed.isEmpty() ? "good" : "bad") : "",
        failures(failed),
        failed.size() > MOST_FAILURES ? more(failed.size() - MOST_FAILURES) : "");
  }

  private String t(CheckPhrase phrase) {
    return phrase.in(labels.language());
  }

  private String more(int count) {
    return t(CheckPhrase.MORE).replace("{count}", Integer.toString(count));
  }

  private int notes() {
    int notes = 0;
    for (JsonNode finding : report.path("findings")) {
      notes += ReadFindings.isNote(finding) ? 1 : 0;
    }
    return notes;
  }

  private String covered() {
    int rows = 0;
    int missed = 0;
    for (JsonNode table : report.path("coverage")) {
      rows += table.path("rows").asInt();
      missed += table.path("uncovered").size();
    }
    return rows == 0 ? "–" : (rows - missed) + "/" + rows;
  }

  private List<String> omitted() {
    List<String> omitted = new ArrayList<>();
    report
        .path("omitted")
        .properties()
        .forEach(kind -> omitted.add(kind.getKey() + " " + kind.getValue().asText()));
    return omitted;
  }

  private String scenarios(int passed, int failed) {
    CheckPhrase said = failed > 0 ? CheckPhrase.SOME_FAILED : CheckPhrase.PASSED;
    if (passed + failed == 0) {
      said = report.path("errors").asInt() > 0 ? CheckPhrase.NOT_RUN : CheckPhrase.NO_SCENARIOS;
    }
    return t(said)
        .replace("{passed}", Integer.toString(passed))
        .replace("{failed}", Integer.toString(failed));
  }

  private List<Failure> failures(JsonNode failed) {
    List<Failure> failures = new ArrayList<>();
    for (JsonNode one : failed) {
      if (failures.size() == MOST_FAILURES) {
        break;
      }
      List<Mismatch> mismatches = new ArrayList<>();
      one.path("mismatches").forEach(mismatch -> mismatches.add(mismatch(mismatch)));
      String location = one.path("location").asText();
      Optional<String> cell = SheetAddress.of(places.version(), location).map(SheetAddress::url);
      failures.add(
          new Failure(
              one.path("name").asText(),
              location,
              cell.orElseGet(() -> Downloads.url(places.version(), Places.fileOf(location))),
              cell.isEmpty(),
              mismatches));
    }
    return failures;
  }

  private static Mismatch mismatch(JsonNode json) {
    return new Mismatch(
        json.path("location").asText(),
        json.path("field").asText(),
        json.path("expected").asText(),
        json.path("actual").asText(),
        json.path("decidedBy").asText());
  }
}
