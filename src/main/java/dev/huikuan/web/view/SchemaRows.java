package dev.huikuan.web.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.web.view.DocsView.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A JSON Schema as indented rows, one for each property. */
final class SchemaRows {

  private static final int DEEPEST = 6;

  private final JsonNode document;
  private final List<Row> rows = new ArrayList<>();

  SchemaRows(JsonNode document) {
    this.document = document;
  }

  List<Row> of(JsonNode schema) {
    properties(resolved(schema), 0);
    return List.copyOf(rows);
  }

  private void properties(JsonNode schema, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (JsonNode branch : branches(schema)) {
      JsonNode required = branch.path("required");
      branch
          .path("properties")
          .properties()
          .forEach(
              property -> {
                JsonNode said = property.getValue();
                JsonNode inner = resolved(said);
                boolean must =
                    StreamSupport.stream(required.spliterator(), false)
                        .anyMatch(name -> name.asText().equals(property.getKey()));
                rows.add(
                    new Row(property.getKey(), depth, type(inner), must, meaning(said, inner)));
                properties(inner, depth + 1);
                properties(resolved(inner.path("items")), depth + 1);
              });
    }
  }

  /** The schema itself and the branches of its anyOf and oneOf, which describe it too. */
  private List<JsonNode> branches(JsonNode schema) {
    List<JsonNode> branches = new ArrayList<>(List.of(schema));
    for (String combiner : List.of("anyOf", "oneOf")) {
      schema.path(combiner).forEach(branch -> branches.add(resolved(branch)));
    }
    return branches;
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith("#/") ? document.at(reference.substring(1)) : schema;
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    String name =
        type.isArray()
            ? StreamSupport.stream(type.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" | "))
            : type.asText();
    String items = name.equals("array") ? type(resolved(schema.path("items"))) : "";
    return items.isEmpty() ? name : "array of " + items;
  }

  private static String meaning(JsonNode said, JsonNode inner) {
    String own = said.path("description").asText();
    String text = own.isEmpty() ? inner.path("description").asText() : own;
    String values =
        StreamSupport.stream(inner.path("enum").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(" · "));
    return values.isEmpty() ? text : (text.isEmpty() ? values : text + ": " + values);
  }
}
