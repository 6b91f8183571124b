package dev.huikuan.decision.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How texts, numbers, dates and values of terms are written. */
record JsonWords(Function<Text, JsonNode> texts) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode array() {
    return NODES.arrayNode();
  }

  JsonNode text(Text text) {
    return texts.apply(text);
  }

  ArrayNode texts(Collection<Text> list) {
    ArrayNode array = array();
    list.forEach(text -> array.add(text(text)));
    return array;
  }

  static ArrayNode codes(Collection<String> list) {
    ArrayNode array = array();
    list.forEach(array::add);
    return array;
  }

  /** ISO text of a date, code or identifier; null when there is none. */
  static JsonNode orNull(Optional<?> value) {
    return value.isEmpty() ? NODES.nullNode() : NODES.textNode(value.get().toString());
  }

  static JsonNode whole(Optional<Integer> value) {
    return value.isEmpty() ? NODES.nullNode() : NODES.numberNode(value.get());
  }

  static JsonNode number(Optional<BigDecimal> value) {
    return value.isEmpty() ? NODES.nullNode() : number(value.get());
  }

  /** Plain: no exponent, no trailing zeros. */
  static JsonNode number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return NODES.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  /** Unknown is {@code null}; a date known not to have come is {@code "NOT_YET"}. */
  JsonNode value(Value value) {
    if (value instanceof Value.Num number) {
      return number(number.decimal());
    }
    if (value instanceof Value.Flag flag) {
      return NODES.booleanNode(flag.yes());
    }
    if (value instanceof Value.Codes list) {
      return codes(list.codes());
    }
    if (value instanceof Value.Words words) {
      return text(words.text());
    }
    if (value instanceof Value.Code code) {
      return NODES.textNode(code.code());
    }
    if (value instanceof Value.Day day) {
      return NODES.textNode(day.date().toString());
    }
    if (value instanceof Value.Clock clock) {
      return NODES.textNode(clock.time().toString());
    }
    return value.isUnknown() ? NODES.nullNode() : NODES.textNode("NOT_YET");
  }

  ObjectNode values(Map<String, Value> map) {
    ObjectNode node = object();
    map.forEach((code, value) -> node.set(code, value(value)));
    return node;
  }
}
