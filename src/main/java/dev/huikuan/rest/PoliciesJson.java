package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Finding;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;

/** The versions of the policy: until there is an archive, the folder's one, and it is active. */
final class PoliciesJson {

  private PoliciesJson() {}

  static ObjectNode of(ServedPolicy served) {
    ObjectNode body = Json.object().put("active", served.policy().version());
    body.putArray("items").add(item(served));
    return body;
  }

  /** One version with its tables. */
  static ObjectNode one(ServedPolicy served) {
    ObjectNode body = item(served);
    ArrayNode tables = body.putArray("tables");
    for (TableIndex index : served.policy().tables()) {
      DecisionTable table = index.table();
      ObjectNode node = tables.addObject().put("decision", table.code());
      node.set("label", Json.both(table.label()));
      node.put("hitPolicy", table.hitPolicy().written());
      node.put("rows", table.rows().size()).put("location", table.location());
    }
    return body;
  }

  private static ObjectNode item(ServedPolicy served) {
    ObjectNode item = Json.object();
    item.put("version", served.policy().version()).put("status", "ACTIVE");
    item.putNull("base").putNull("author");
    item.put("createdAt", served.since().toString()).put("note", "from folder");
    item.put("errors", served.count(Finding.Severity.ERROR));
    item.put("warnings", served.count(Finding.Severity.WARNING));
    return item;
  }
}
