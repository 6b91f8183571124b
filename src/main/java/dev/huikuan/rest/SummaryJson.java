package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.records.PortfolioFigures.Count;
import dev.huikuan.records.PortfolioFigures.Money;
import dev.huikuan.records.PortfolioFigures.RowFigures;
import dev.huikuan.records.PortfolioFigures.Summary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The portfolio in figures. */
final class SummaryJson {

  private SummaryJson() {}

  /**
   * @param from what was asked for
   * @param to what was asked for
   */
  static ObjectNode of(
      Optional<String> ledger, Summary summary, Optional<LocalDate> from, Optional<LocalDate> to) {
    ObjectNode body = Json.object().put("ledger", ledger.orElse(null));
    body.put("accounts", summary.accounts());
    counts(body.putArray("actions"), "action", summary.actions());
    counts(body.putArray("owners"), "ownerRole", summary.owners());
    counts(body.putArray("holds"), "hold", summary.holds());
    ArrayNode aging = body.putArray("aging");
    for (Money money : summary.aging()) {
      money(aging.addObject().put("agingBucket", money.agingBucket().orElse(null)), money);
    }
    ArrayNode totals = body.putArray("totals");
    summary.totals().forEach(money -> money(totals.addObject(), money));
    offers(body.putObject("offers"), summary);
    body.putObject("period").put("from", day(from)).put("to", day(to));
    body.putNull("rows");
    return body.putNull("dso").putNull("cei").putNull("expectedCash").putNull("targets");
  }

  /** Decisions by row, where a period was asked for: all there are would take seconds to count. */
  static void rows(ObjectNode summary, List<RowFigures> rows) {
    ArrayNode array = summary.putArray("rows");
    rows.forEach(row -> row(array.addObject(), row));
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }

  private static void counts(ArrayNode array, String name, List<Count> counts) {
    for (Count count : counts) {
      array.addObject().put(name, count.code().orElse(null)).put("accounts", count.accounts());
    }
  }

  private static void money(ObjectNode node, Money money) {
    node.put("currency", money.currency()).put("accounts", money.accounts());
    node.put("outstanding", plain(money.outstanding())).put("overdue", plain(money.overdue()));
    node.put("collectible", plain(money.collectible())).put("disputed", plain(money.disputed()));
  }

  private static void offers(ObjectNode node, Summary summary) {
    ArrayNode discounts = node.putArray("discounts");
    summary
        .discounts()
        .forEach(
            d ->
                discounts
                    .addObject()
                    .put("currency", d.currency())
                    .put("accounts", d.accounts())
                    .put("cost", plain(d.cost())));
    node.put("installments", summary.installments()).put("extensions", summary.extensions());
  }

  private static void row(ObjectNode node, RowFigures figures) {
    node.put("decision", figures.row().decision()).put("row", figures.row().row());
    node.put("decisions", figures.decisions());
    ObjectNode outcomes = node.putObject("outcomes");
    figures.outcomes().forEach((type, count) -> outcomes.put(type.name(), count));
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
