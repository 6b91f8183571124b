package dev.huikuan.portfolio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Language;
import java.math.BigDecimal;

/** A summary as JSON, always in the same order. */
public final class SummaryJson {

  private SummaryJson() {}

  public static ObjectNode of(Summary summary, Language language) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("asOf", summary.asOf());
    json.put("policyVersion", summary.policyVersion());
    json.put("rows", summary.rows());
    json.put("accounts", summary.accounts());
    json.put("listed", summary.listed());
    json.put("nothingOpen", summary.nothingOpen());
    json.put("invoicedLater", summary.invoicedLater());
    json.put("settled", summary.settled());
    json.put("openReceivables", summary.openReceivables());
    summary.actions().forEach(json.putObject("actions")::put);
    summary.holds().forEach(json.putObject("holds")::put);
    ObjectNode aging = json.putObject("aging");
    summary
        .aging()
        .forEach(
            (currency, buckets) -> {
              ObjectNode own = aging.putObject(currency);
              buckets.forEach(
                  (bucket, sum) ->
                      own.putObject(bucket)
                          .put("receivables", sum.receivables())
                          .put("outstanding", plain(sum.outstanding())));
            });
    ObjectNode totals = json.putObject("totals");
    summary
        .totals()
        .forEach(
            (currency, sums) ->
                totals
                    .putObject(currency)
                    .put("outstanding", plain(sums.outstanding()))
                    .put("overdue", plain(sums.overdue()))
                    .put("collectible", plain(sums.collectible()))
                    .put("disputed", plain(sums.disputed())));
    ObjectNode errors = json.putObject("errors");
    errors.put("count", summary.faultCount());
    var items = errors.putArray("items");
    for (RowFault fault : summary.faults()) {
      items
          .addObject()
          .put("line", fault.line())
          .put("column", fault.column())
          .put("message", fault.message().in(language));
    }
    return json;
  }

  /** Without exponent and trailing zeros. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
