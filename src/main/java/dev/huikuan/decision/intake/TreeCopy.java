package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Puts a tree that was built in process under the same bounds as text; leaves the tree alone. */
record TreeCopy(List<CaseFault> faults) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  JsonNode of(ObjectNode root) {
    return copy(root, "");
  }

  private JsonNode copy(JsonNode node, String pointer) {
    if (node.isObject()) {
      ObjectNode copy = NODES.objectNode();
      node.properties()
          .forEach(
              field ->
                  copy.set(
                      field.getKey(),
                      copy(field.getValue(), Pointers.child(pointer, field.getKey()))));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = NODES.arrayNode();
      node.forEach(item -> copy.add(copy(item, Pointers.item(pointer, copy.size()))));
      return copy;
    }
    if (node.isTextual() && !Strings.isWritable(node.asText())) {
      faults.add(new CaseFault(pointer, "FORMAT", Strings.NOT_WRITABLE));
      return NODES.textNode("");
    }
    return node.isNumber() ? number(node, pointer) : node;
  }

  private JsonNode number(JsonNode node, String pointer) {
    String text = node.asText();
    var fault = JsonNumberText.fault(text);
    if (fault.isPresent()) {
      faults.add(new CaseFault(pointer, "RANGE", fault.get()));
      return NODES.numberNode(0L);
    }
    return DecimalNode.valueOf(new BigDecimal(text));
  }
}
