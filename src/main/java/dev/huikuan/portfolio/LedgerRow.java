package dev.huikuan.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One invoice of a ledger, its cells read.
 *
 * @param line where it begins in the file
 * @param values target → value; {@code null} nodes are dates known not to have come
 */
record LedgerRow(long line, Map<String, JsonNode> values) {

  LedgerRow {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  Optional<String> text(String target) {
    return present(target).map(JsonNode::asText);
  }

  Optional<BigDecimal> number(String target) {
    return present(target).map(JsonNode::decimalValue);
  }

  Optional<LocalDate> date(String target) {
    return present(target).map(node -> LocalDate.parse(node.asText()));
  }

  boolean flag(String target) {
    return present(target).map(JsonNode::asBoolean).orElse(false);
  }

  private Optional<JsonNode> present(String target) {
    return Optional.ofNullable(values.get(target)).filter(node -> !node.isNull());
  }
}
