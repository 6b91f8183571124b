package dev.huikuan.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.records.Outcome;

/** What happened after a decision, as it was reported. */
final class OutcomeJson {

  private OutcomeJson() {}

  static ObjectNode of(Outcome o) {
    ObjectNode node = Json.object().put("id", o.id()).put("type", o.type().name());
    node.set("receivableIds", Json.array(o.receivableIds()));
    node.put("action", o.action().orElse(null)).put("channel", o.channel().orElse(null));
    JsonNode amount =
        o.amount()
            .map(number -> (JsonNode) DecimalNode.valueOf(plain(number)))
            .orElse(NullNode.getInstance());
    node.set("amount", amount);
    node.put("promisedOn", o.promisedOn().map(Object::toString).orElse(null));
    node.put("offer", o.offer().map(Enum::name).orElse(null)).put("on", o.on());
    node.put("note", o.note().orElse(null)).put("actor", o.actor().orElse(null));
    return node.put("recordedBy", o.reporter()).put("recordedAt", o.recordedAt().toString());
  }

  private static java.math.BigDecimal plain(java.math.BigDecimal number) {
    java.math.BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
