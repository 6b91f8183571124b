package dev.huikuan.decision.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Builds a tree from JSON text in one pass: duplicate keys, deep nesting and trailing text are
 * malformed; numbers are checked as text and become exact decimals. One instance reads one text.
 */
final class StrictJson {

  private static final int MAX_NESTING = 50;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final List<CaseFault> faults;

  private StrictJson(JsonParser parser, List<CaseFault> faults) {
    this.parser = parser;
    this.faults = faults;
  }

  /** Reads the text; faulty numbers and strings are added to the faults and stand in as 0 or "". */
  static JsonNode read(String text, List<CaseFault> faults) throws InvalidCase {
    try (JsonParser parser = FACTORY.createParser(text)) {
      StrictJson json = new StrictJson(parser, faults);
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw Malformed.at("", 1, 1, new Text("内容为空", "nothing here"));
      }
      JsonNode root = json.value(first, "");
      if (parser.nextToken() != null) {
        throw json.malformed("", new Text("JSON 之后还有内容", "text after the end of the JSON"));
      }
      return root;
    } catch (JacksonException e) {
      throw Malformed.from(e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode value(JsonToken token, String pointer) throws IOException, InvalidCase {
    return switch (token) {
      case START_OBJECT -> object(pointer);
      case START_ARRAY -> array(pointer);
      case VALUE_STRING -> NODES.textNode(checked(parser.getText(), pointer));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token, pointer);
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw malformed(pointer, new Text("内容不完整", "incomplete"));
    };
  }

  private ObjectNode object(String pointer) throws IOException, InvalidCase {
    ObjectNode node = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String child = Pointers.child(pointer, name);
      checked(name, pointer);
      if (node.has(name)) {
        throw malformed(child, new Text("键 `" + name + "` 重复", "`" + name + "` appears twice"));
      }
      node.set(name, value(parser.nextToken(), child));
    }
    return node;
  }

  private ArrayNode array(String pointer) throws IOException, InvalidCase {
    ArrayNode node = NODES.arrayNode();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      node.add(value(t, pointer + "/" + node.size()));
    }
    return node;
  }

  private JsonNode number(JsonToken token, String pointer) throws IOException {
    String text = parser.getText();
    var fault = JsonNumberText.fault(text);
    if (fault.isPresent()) {
      faults.add(new CaseFault(pointer, "RANGE", fault.get()));
      return NODES.numberNode(0L);
    }
    BigDecimal number = new BigDecimal(text);
    return token == JsonToken.VALUE_NUMBER_INT
        ? NODES.numberNode(number.longValueExact())
        : DecimalNode.valueOf(number);
  }

  /** NUL and half characters cannot be stored or written as UTF-8 again. */
  private String checked(String text, String pointer) {
    if (!Strings.isWritable(text)) {
      faults.add(new CaseFault(pointer, "FORMAT", Strings.NOT_WRITABLE));
      return "";
    }
    return text;
  }

  private InvalidCase malformed(String pointer, Text what) {
    JsonLocation at = parser.currentTokenLocation();
    return Malformed.at(pointer, at.getLineNr(), at.getColumnNr(), what);
  }
}
