package dev.huikuan.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;

/** JSON as this door writes it: properties in the order of insertion, plain numbers, UTF-8. */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array(Collection<String> words) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    words.forEach(array::add);
    return array;
  }

  /** A text in both languages, for catalogues and vocabularies. */
  static ObjectNode both(Text text) {
    return object().put("zh", text.zh()).put("en", text.en());
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** One line of NDJSON. */
  static byte[] line(JsonNode node) {
    byte[] bytes = bytes(node);
    byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
    line[bytes.length] = '\n';
    return line;
  }

  /** An object as it was sent. */
  static ObjectNode read(byte[] json) {
    if (any(json) instanceof ObjectNode object) {
      return object;
    }
    throw Problem.of(
        ProblemCode.MALFORMED, new Text("正文应为一个 JSON 对象", "the body must be one JSON object"));
  }

  /** Any JSON that stands alone; duplicate keys are malformed. */
  static JsonNode any(byte[] json) {
    try {
      return STRICT.readTree(json);
    } catch (IOException broken) {
      throw Problem.of(
          ProblemCode.MALFORMED, new Text("正文不是有效的 JSON", "the body is not valid JSON"));
    }
  }

  static ArrayNode emptyArray() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** A document of ours; a bug when it is broken. */
  static ObjectNode parsed(String document) {
    try {
      return (ObjectNode) MAPPER.readTree(document);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** A document that ships in this package; a bug when it is missing or broken. */
  static ObjectNode resource(String name) {
    try (InputStream in = Json.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return (ObjectNode) MAPPER.readTree(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
