package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.huikuan.domain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The validator's finding in our own words: what was found, what would fit, what is near. */
final class SchemaFaults {

  /** What a pattern of the schema means, by the definition that has it. */
  private static final Map<String, Text> PATTERNS =
      Map.of(
          "id", new Text("不能为空白，也不能含控制字符", "expected a name without control characters"),
          "date", new Text("应为日期，如 2026-11-21", "expected a date such as 2026-11-21"),
          "requiredDate", new Text("应为日期，如 2026-11-21", "expected a date such as 2026-11-21"),
          "dateTime",
              new Text(
                  "应为带时区偏移的日期时间，如 2026-11-21T10:00:00+08:00",
                  "expected a date-time with offset such as 2026-11-21T10:00:00+08:00"),
          "currency",
              new Text("应为 ISO 4217 币种代码，如 CNY", "expected an ISO 4217 currency such as CNY"),
          "country", new Text("应为两位国家代码，如 CN", "expected a country code of two letters such as CN"),
          "customer", new Text("应为语言代码，如 zh", "expected a language tag such as zh"),
          "actionTaken",
              new Text("应为动作代码，如 FORMAL_DEMAND", "expected an action code such as FORMAL_DEMAND"));

  private static final Map<String, Text> TYPES =
      Map.of(
          "object", new Text("对象", "an object"),
          "array", new Text("列表", "a list"),
          "string", new Text("文本", "a text"),
          "number", new Text("数字", "a number"),
          "integer", new Text("整数", "a whole number"),
          "boolean", new Text("true 或 false", "true or false"),
          "null", new Text("null", "null"));

  private final JsonNode schema;

  SchemaFaults(JsonNode schema) {
    this.schema = schema;
  }

  CaseFault of(Error error) {
    String pointer = error.getInstanceLocation().toString();
    String found = FaultWords.shown(error.getInstanceNode());
    return switch (error.getKeyword()) {
      case "required" -> FaultWords.required(Pointers.child(pointer, error.getProperty()));
      case "additionalProperties" -> unknown(pointer, error);
      case "type" -> type(pointer, error, found);
      case "enum" -> FaultWords.notInList(pointer, found, words(error.getSchemaNode()));
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          range(pointer, error, found);
      case "pattern" -> pattern(pointer, error, found);
      case "minLength", "maxLength", "minItems", "maxItems", "maxProperties" ->
          length(pointer, error);
      case "uniqueItems" ->
          new CaseFault(
              pointer, "DUPLICATE", new Text("列表中有重复项", "an item appears twice in the list"));
      default ->
          new CaseFault(
              pointer, "VALUE", new Text("值 " + found + " 不合规范", found + " does not fit"));
    };
  }

  private CaseFault unknown(String pointer, Error error) {
    List<String> known = new ArrayList<>();
    JsonNode properties = sibling(error, "properties");
    properties.fieldNames().forEachRemaining(known::add);
    String name = error.getProperty();
    return FaultWords.unknownProperty(Pointers.child(pointer, name), name, known);
  }

  private CaseFault type(String pointer, Error error, String found) {
    List<Text> wanted =
        words(error.getSchemaNode()).stream()
            .filter(type -> !type.equals("null"))
            .map(TYPES::get)
            .toList();
    String zh = String.join("或", wanted.stream().map(Text::zh).toList());
    String en = String.join(" or ", wanted.stream().map(Text::en).toList());
    return new CaseFault(
        pointer,
        "TYPE",
        new Text("应为" + zh + "，实为 " + found, "expected " + en + ", found " + found));
  }

  private CaseFault range(String pointer, Error error, String found) {
    String low = bound(error, "minimum");
    String high = bound(error, "maximum");
    if (high.isEmpty()) {
      high = "10^12";
    }
    return new CaseFault(
        pointer,
        "RANGE",
        new Text(
            "应在 " + low + " 至 " + high + " 之间，实为 " + found,
            "expected " + low + " to " + high + ", found " + found));
  }

  private String bound(Error error, String keyword) {
    JsonNode bound = sibling(error, keyword);
    return bound.isMissingNode() ? "" : bound.asText();
  }

  private CaseFault pattern(String pointer, Error error, String found) {
    Text expected = PATTERNS.getOrDefault(definition(error), new Text("格式不对", "unexpected form"));
    return new CaseFault(
        pointer,
        "FORMAT",
        new Text(expected.zh() + "，实为 " + found, expected.en() + ", found " + found));
  }

  private static CaseFault length(String pointer, Error error) {
    String limit = error.getSchemaNode().asText();
    boolean least = error.getKeyword().startsWith("min");
    return new CaseFault(
        pointer,
        "LENGTH",
        new Text(
            "长度" + (least ? "至少 " : "至多 ") + limit,
            (least ? "expected a length of at least " : "expected a length of at most ") + limit));
  }

  private static List<String> words(JsonNode node) {
    List<String> words = new ArrayList<>();
    if (node.isTextual()) {
      words.add(node.asText());
    }
    for (JsonNode item : node) {
      if (!item.isNull()) {
        words.add(item.asText());
      }
    }
    return words;
  }

  /** Another keyword of the same subschema; missing when it has none. */
  private JsonNode sibling(Error error, String keyword) {
    String location = error.getSchemaLocation().toString();
    String here = location.substring(location.indexOf('#') + 1);
    String parent = here.substring(0, here.lastIndexOf('/'));
    return schema.at(parent + "/" + keyword);
  }

  /** The name under {@code $defs} that the keyword belongs to, or empty. */
  private static String definition(Error error) {
    String location = error.getSchemaLocation().toString();
    int defs = location.indexOf("$defs/");
    if (defs < 0) {
      return "";
    }
    String rest = location.substring(defs + "$defs/".length());
    return rest.substring(0, rest.indexOf('/'));
  }
}
