package dev.huikuan.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Language;

/** An answer as it is stored, every text in both languages, read in one. */
public final class StoredAnswer {

  private StoredAnswer() {}

  /** The answer as the API gives it: of each text the one language. */
  public static ObjectNode in(Language language, ObjectNode stored) {
    return (ObjectNode) picked(stored, language);
  }

  private static JsonNode picked(JsonNode node, Language language) {
    if (node instanceof ObjectNode object) {
      if (object.size() == 2 && object.path("zh").isTextual() && object.path("en").isTextual()) {
        return object.get(language.tag());
      }
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(property -> copy.set(property.getKey(), picked(property.getValue(), language)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
      array.forEach(item -> copy.add(picked(item, language)));
      return copy;
    }
    return node;
  }
}
