package dev.huikuan.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huikuan.access.AuditEntry;
import dev.huikuan.decision.intake.CaseReader;
import java.util.List;

/** The schemas of the OpenAPI document: the case's from its reader, the answers' from files. */
final class Schemas {

  private static final List<String> PARTS =
      List.of("decisions", "portfolio", "policies", "access", "answers");
  private static final String PLACE = "#/components/schemas/";

  private Schemas() {}

  static ObjectNode all() {
    ObjectNode schemas = Json.object();
    schemas.set("Case", moved(Json.parsed(CaseReader.schema()), "Case"));
    PARTS.forEach(part -> schemas.setAll(Json.resource(part + ".schema.json")));
    ArrayNode codes = (ArrayNode) schemas.at("/Problem/properties/type/enum");
    for (ProblemCode code : ProblemCode.values()) {
      codes.add(code.urn());
    }
    ArrayNode deeds = (ArrayNode) schemas.at("/Audit/properties/items/items/properties/deed/enum");
    for (AuditEntry.Deed deed : AuditEntry.Deed.values()) {
      deeds.add(deed.name());
    }
    return schemas;
  }

  /** A schema that was a document of its own, with its references pointing to its new place. */
  private static ObjectNode moved(ObjectNode schema, String name) {
    ObjectNode copy = schema.deepCopy();
    copy.remove("$schema");
    copy.remove("$id");
    redirect(copy, PLACE + name);
    return copy;
  }

  private static void redirect(JsonNode node, String place) {
    if (node instanceof ObjectNode object) {
      JsonNode reference = object.get("$ref");
      if (reference instanceof TextNode text && text.textValue().startsWith("#")) {
        object.put("$ref", place + text.textValue().substring(1));
      }
    }
    node.forEach(child -> redirect(child, place));
  }
}
