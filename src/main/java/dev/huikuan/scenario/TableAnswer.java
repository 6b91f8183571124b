package dev.huikuan.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.TableResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What tables made of given facts.
 *
 * @param decided terms and their values, in the order of the tables
 * @param results table by table: the rows that matched, those that clash, the closest
 */
public record TableAnswer(
    String policyVersion,
    LocalDate asOf,
    Vocabulary vocabulary,
    Map<String, Value> decided,
    List<TableResult> results) {

  /** The answer as JSON; texts in one language. */
  public ObjectNode json(Language language) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("policyVersion", policyVersion);
    json.put("asOf", asOf.toString());
    json.set("decided", values(decided, language));
    ArrayNode tables = json.putArray("tables");
    results.forEach(result -> tables.add(json(result, language)));
    return json;
  }

  private static ObjectNode json(TableResult result, Language language) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("decision", result.table().code());
    json.put("location", result.table().location());
    json.put("hitPolicy", result.table().hitPolicy().written());
    json.put("made", result.made());
    ArrayNode rows = json.putArray("rows");
    for (TableResult.Hit hit : result.hits()) {
      ObjectNode row = rows.addObject();
      row.put("row", hit.row().id());
      row.put("location", hit.row().location());
      row.set("matched", tested(hit.tested(), language));
      row.set("outputs", values(hit.outputs(), language));
    }
    result.violated().forEach(json.putArray("violated")::add);
    ArrayNode closest = json.putArray("closest");
    for (TableResult.NearMiss miss : result.closest()) {
      ObjectNode row = closest.addObject();
      row.put("row", miss.row().id());
      row.put("location", miss.row().location());
      row.set("failed", tested(miss.failed(), language));
    }
    return json;
  }

  private static ArrayNode tested(List<TableResult.Tested> cells, Language language) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (TableResult.Tested tested : cells) {
      ObjectNode cell = array.addObject();
      cell.put("term", tested.column().term().code());
      cell.set("value", value(tested.value(), language));
      cell.put("test", tested.cell().source());
      cell.put("cell", tested.cell().address());
    }
    return array;
  }

  private static ObjectNode values(Map<String, Value> values, Language language) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    values.forEach((term, value) -> json.set(term, value(value, language)));
    return json;
  }

  /** Unknown is {@code null}; a date known not to have come is {@code "NOT_YET"}. */
  private static JsonNode value(Value value, Language language) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof Value.Num number) {
      return nodes.numberNode(number.decimal());
    }
    if (value instanceof Value.Flag flag) {
      return nodes.booleanNode(flag.yes());
    }
    if (value instanceof Value.Codes list) {
      ArrayNode array = nodes.arrayNode();
      list.codes().forEach(array::add);
      return array;
    }
    if (value instanceof Value.Words words) {
      return nodes.textNode(words.text().in(language));
    }
    if (value.isUnknown()) {
      return nodes.nullNode();
    }
    return nodes.textNode(value == Value.NOT_YET ? "NOT_YET" : Written.of(value));
  }

  /** The answer for people: table by table what matched and what it decides. */
  public String text(Language language) {
    boolean zh = language == Language.ZH;
    StringBuilder text = new StringBuilder();
    for (TableResult result : results) {
      text.append(result.table().label().in(language))
          .append("  ")
          .append(result.table().location())
          .append('\n');
      result
          .outputs()
          .forEach(
              (term, value) ->
                  text.append("  ")
                      .append(vocabulary.get(term).label().in(language))
                      .append(" = ")
                      .append(Written.of(value))
                      .append('\n'));
      for (TableResult.Hit hit : result.hits()) {
        text.append("  ")
            .append(zh ? "符合 " : "matches ")
            .append(row(hit.row().id(), hit.row().location(), hit.tested(), language))
            .append('\n');
      }
      if (!result.violated().isEmpty()) {
        text.append("  ")
            .append(zh ? "未决定：同时符合的行 " : "not decided, rows match together: ")
            .append(String.join(", ", result.violated()))
            .append('\n');
      } else if (result.hits().isEmpty()) {
        text.append("  ").append(zh ? "没有符合的行" : "no row matches").append('\n');
      }
      for (TableResult.NearMiss miss : result.closest()) {
        text.append("  ")
            .append(zh ? "最接近 " : "closest ")
            .append(row(miss.row().id(), miss.row().location(), miss.failed(), language))
            .append('\n');
      }
    }
    return text.toString().stripTrailing();
  }

  private static String row(
      String id, String location, List<TableResult.Tested> cells, Language language) {
    String tests =
        cells.stream()
            .map(
                tested ->
                    tested.column().term().term().label().in(language)
                        + " "
                        + Written.of(tested.value())
                        + " ("
                        + tested.cell().address()
                        + ": "
                        + tested.cell().source()
                        + ")")
            .collect(Collectors.joining("; "));
    return id + "  " + location + (tests.isEmpty() ? "" : "  " + tests);
  }
}
