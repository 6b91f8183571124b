package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.Column;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.policy.table.TableResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What our index answers, in the form that an engine has for it. */
final class Answers {

  private final Drg drg;
  private final Map<DecisionTable, TableIndex> indexes = new HashMap<>();
  private boolean violated;

  Answers(Drg drg, List<TableIndex> tables) {
    this.drg = drg;
    tables.forEach(index -> indexes.put(index.table(), index));
  }

  /** Results by name of the decision; the graph's tables are in an order of evaluation. */
  Map<String, Object> of(Facts facts) {
    Map<String, Value> decided = new HashMap<>();
    Map<String, Object> answers = new TreeMap<>();
    violated = false;
    for (Drg.Decision decision : drg.decisions()) {
      Optional<DecisionTable> table = decision.logic().map(Drg.Logic::table);
      if (table.isEmpty()) {
        answers.put(
            decision.name(), Facts.object(decided.getOrDefault(decision.name(), Value.UNKNOWN)));
        continue;
      }
      DecisionTable one = table.get();
      boolean inForce = one.effective().contains(facts.asOf());
      TableResult result = indexes.get(one).evaluate(facts.reading(one.level(), decided));
      if (!inForce) {
        result = new TableResult(one, false, List.of(), List.of(), Map.of(), List.of());
      }
      violated |= !result.violated().isEmpty();
      for (Column column : one.outputs()) {
        String name = FeelNames.of(column.term(), one.level());
        Value value = result.outputs().getOrDefault(column.term().code(), Value.UNKNOWN);
        if (inForce || !decided.containsKey(name)) {
          decided.put(name, value);
        }
      }
      // A table that is not in force answers nobody.
      answers.put(decision.name(), inForce ? answer(one, result) : Optional.empty());
    }
    return answers;
  }

  /** True when the last answers broke UNIQUE or ANY, which an engine reports as a failure. */
  boolean violated() {
    return violated;
  }

  private static Object answer(DecisionTable table, TableResult result) {
    HitPolicy policy = table.hitPolicy();
    if (policy == HitPolicy.RULE_ORDER || policy == HitPolicy.COLLECT) {
      List<Object> rows = new ArrayList<>();
      result.hits().forEach(hit -> rows.add(row(table, hit.outputs())));
      return rows.isEmpty() && policy == HitPolicy.RULE_ORDER ? null : rows;
    }
    boolean none = result.outputs().isEmpty() && result.hits().isEmpty();
    return none ? null : row(table, result.outputs());
  }

  private static Object row(DecisionTable table, Map<String, Value> outputs) {
    Map<String, Object> row = new TreeMap<>();
    for (Column column : table.outputs()) {
      String name = FeelNames.plain(column.term().code());
      Value value = outputs.getOrDefault(column.term().code(), Value.UNKNOWN);
      if (column.term().term().type() == TermType.TEXT) {
        Optional<Value.Words> words =
            value instanceof Value.Words text ? Optional.of(text) : Optional.empty();
        row.put(name + "_zh", words.map(w -> w.text().zh()).orElse(null));
        row.put(name + "_en", words.map(w -> w.text().en()).orElse(null));
      } else {
        row.put(name, Facts.object(value));
      }
    }
    return row.size() == 1 ? row.values().iterator().next() : row;
  }
}
