package dev.huikuan.policy.verification;

import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.TableResult;
import java.util.List;

/** Whether a result would be the same without one of the rows. */
final class Effects {

  private final DecisionTable table;
  private final TableResult result;

  Effects(DecisionTable table, TableResult result) {
    this.table = table;
    this.result = result;
  }

  boolean isWithout(String row) {
    List<String> hits = result.hits().stream().map(hit -> hit.row().id()).toList();
    if (table.hitPolicy() == HitPolicy.FIRST || table.hitPolicy() == HitPolicy.PRIORITY) {
      return !hits.isEmpty() && !hits.contains(row);
    }
    if (table.defaultRow().filter(otherwise -> otherwise.id().equals(row)).isPresent()) {
      return !hits.contains(row);
    }
    if (table.hitPolicy() == HitPolicy.RULE_ORDER) {
      return hits.contains(row) && !hits.get(0).equals(row);
    }
    if (table.hitPolicy() == HitPolicy.ANY || table.hitPolicy() == HitPolicy.COLLECT) {
      Value own = output(row);
      return !result.made()
          || result.hits().stream()
              .anyMatch(hit -> !hit.row().id().equals(row) && output(hit.row().id()).equals(own));
    }
    return result.hits().stream().anyMatch(hit -> !hit.row().id().equals(row));
  }

  private Value output(String row) {
    return result.hits().stream()
        .filter(hit -> hit.row().id().equals(row))
        .map(hit -> hit.outputs().values().iterator().next())
        .findFirst()
        .orElse(Value.UNKNOWN);
  }
}
