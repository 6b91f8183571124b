package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.records.DecisionLine;
import java.math.BigDecimal;
import java.util.Optional;

/** A decision in a list: the columns of the worklist, in its order, and what the list adds. */
final class LineJson {

  private LineJson() {}

  /** In the worklist. */
  static ObjectNode ofAccount(DecisionLine line, Language language) {
    return columns(Json.object(), line, language).put("decisionId", line.id());
  }

  /** Among all decisions. */
  static ObjectNode ofDecision(DecisionLine line, Language language) {
    ObjectNode node = Json.object().put("id", line.id());
    node.put("recordedAt", line.recordedAt().toString()).put("asOf", line.asOf());
    node.put("basedOn", line.basedOn().orElse(null));
    node.put("outcome", line.outcome().map(Enum::name).orElse(null));
    return columns(node, line, language);
  }

  private static ObjectNode columns(ObjectNode node, DecisionLine line, Language language) {
    for (WorklistColumn column : WorklistColumn.values()) {
      String name = column.header();
      Optional<String> cell = Optional.ofNullable(line.cells().get(column));
      if (column == WorklistColumn.ACTION_LABEL) {
        text(node, name, line.actionLabel(), language);
      } else if (column == WorklistColumn.REASON) {
        text(node, name, line.reason(), language);
      } else if (column == WorklistColumn.HOLDS) {
        ArrayNode holds = node.putArray(name);
        cell.map(joined -> joined.split("\\|"))
            .ifPresent(
                codes -> {
                  for (String code : codes) {
                    holds.add(code);
                  }
                });
      } else if (cell.isEmpty()) {
        node.putNull(name);
      } else if (column.isNumeric()) {
        node.set(name, DecimalNode.valueOf(new BigDecimal(cell.get())));
      } else {
        node.put(name, cell.get());
      }
    }
    return node;
  }

  private static void text(ObjectNode node, String name, Text text, Language language) {
    node.put(name, Optional.of(text.in(language)).filter(t -> !t.isEmpty()).orElse(null));
  }
}
