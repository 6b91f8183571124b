package dev.huikuan.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as the log keeps it: UTF-8, numbers exact and plain. */
public final class CaseText {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private CaseText() {}

  /** A valid case as it was sent, its asOf filled in when the sender left it to us. */
  public static byte[] dated(byte[] json, String asOf) {
    try {
      if (hasAsOf(json)) {
        return json;
      }
      ObjectNode dated = JsonNodeFactory.instance.objectNode().put("asOf", asOf);
      ((ObjectNode) MAPPER.readTree(json))
          .properties()
          .forEach(property -> dated.putIfAbsent(property.getKey(), property.getValue()));
      return MAPPER.writeValueAsBytes(dated);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static boolean hasAsOf(byte[] json) throws IOException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean asOf = parser.currentName().equals("asOf");
        if (parser.nextToken() == JsonToken.VALUE_STRING && asOf) {
          return true;
        }
        parser.skipChildren();
      }
      return false;
    }
  }

  /** What the log holds, as a tree. */
  public static ObjectNode tree(byte[] json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (IOException broken) {
      throw new UncheckedIOException("a record of the log is no JSON", broken);
    }
  }

  /** A tree as the log holds it. */
  public static byte[] bytes(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
