package dev.huikuan.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the columns of a CSV ledger become cases.
 *
 * @param delimiter between fields: comma, semicolon, tab or bar
 * @param dateFormat pattern of its dates, {@code M/d/yyyy}
 * @param columns target → header of the column; empty: the headers are the targets
 * @param values target → cell as written → what it means
 * @param constants target → the same value in every row
 */
record LedgerMapping(
    char delimiter,
    Charset encoding,
    String dateFormat,
    Map<String, String> columns,
    Map<String, Map<String, JsonNode>> values,
    Map<String, JsonNode> constants) {

  static final LedgerMapping BY_HEADER =
      new LedgerMapping(',', StandardCharsets.UTF_8, "yyyy-MM-dd", Map.of(), Map.of(), Map.of());

  LedgerMapping {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }
}
