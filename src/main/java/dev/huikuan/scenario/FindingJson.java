package dev.huikuan.scenario;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Language;

/** A finding as JSON, texts in one language. */
public final class FindingJson {

  private static final JsonMapper VALUES = JsonMapper.builder().build();

  private FindingJson() {}

  public static ObjectNode of(Finding finding, Language language) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("severity", finding.severity().name());
    json.put("code", finding.code().name());
    json.put("decision", finding.decision());
    finding.rows().forEach(json.putArray("rows")::add);
    json.put("location", finding.location());
    json.put("message", finding.message().in(language));
    json.put("found", finding.found());
    json.put("expected", finding.expected().in(language));
    finding.nearest().forEach(json.putArray("nearest")::add);
    finding
        .example()
        .ifPresentOrElse(
            example -> json.set("example", example(finding.decision(), example)),
            () -> json.putNull("example"));
    json.put("acknowledged", finding.acknowledged().orElse(null));
    return json;
  }

  /** Facts that {@code decide} takes as they stand. */
  private static ObjectNode example(String decision, Finding.Example example) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    example.asOf().ifPresent(day -> json.put("asOf", day.toString()));
    json.put("decision", decision);
    json.set("given", VALUES.valueToTree(example.given()));
    return json;
  }
}
