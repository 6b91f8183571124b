package dev.huikuan.web.studio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Severity;
import dev.huikuan.domain.Language;
import dev.huikuan.scenario.FindingJson;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that was found, in the reader's language.
 *
 * @param before it was found in the version as it is, not with the changes
 */
record CellFinding(
    Severity severity,
    String code,
    String decision,
    List<String> rows,
    String location,
    String message,
    String found,
    String expected,
    List<String> nearest,
    String acknowledged,
    boolean before) {

  /** One of a stored report. */
  static CellFinding of(JsonNode json, boolean before) {
    return new CellFinding(
        Severity.valueOf(json.path("severity").asText()),
        json.path("code").asText(),
        json.path("decision").asText(),
        texts(json.path("rows")),
        json.path("location").asText(),
        json.path("message").asText(),
        json.path("found").asText(),
        json.path("expected").asText(),
        texts(json.path("nearest")),
        json.path("acknowledged").asText(""),
        before);
  }

  /** One of loading a policy. */
  static CellFinding of(Finding finding, Language language) {
    return of(FindingJson.of(finding, language), false);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  boolean isError() {
    return severity == Severity.ERROR;
  }

  /** True when it says the same of the same place. */
  boolean isLike(CellFinding other) {
    return code.equals(other.code)
        && location.equals(other.location)
        && message.equals(other.message);
  }
}
