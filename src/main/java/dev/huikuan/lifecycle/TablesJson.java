package dev.huikuan.lifecycle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;

/** The decision tables of a version, as they are listed. */
public final class TablesJson {

  private TablesJson() {}

  public static ArrayNode of(Policy policy) {
    ArrayNode tables = JsonNodeFactory.instance.arrayNode();
    policy.tables().stream().map(TableIndex::table).forEach(table -> add(tables, table));
    return tables;
  }

  private static void add(ArrayNode tables, DecisionTable table) {
    ObjectNode node = tables.addObject().put("decision", table.code());
    node.putObject("label").put("zh", table.label().zh()).put("en", table.label().en());
    node.put("hitPolicy", table.hitPolicy().written());
    node.put("rows", table.rows().size()).put("location", table.location());
  }
}
