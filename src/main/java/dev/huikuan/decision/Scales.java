package dev.huikuan.decision;

import dev.huikuan.decision.offer.CashFlow;
import dev.huikuan.decision.offer.MinorUnit;
import dev.huikuan.decision.offer.Offer;
import dev.huikuan.decision.option.Chance;
import dev.huikuan.decision.option.ExpectedNet;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Recommendation.Economics;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weighs options by the option tables: an action by the collectible amount in base currency
 * (factoring: the payable one; where that is nothing there is nothing to weigh), an offer by its
 * own cash flows in its own currency. Costs are in base currency in tables and catalogue.
 */
final class Scales {

  private static final String FACTORING = "FACTORING";

  private final Draft draft;
  private final ExpectedNet net;
  private final OptionTables.Said waiting;

  Scales(Draft draft) {
    this.draft = draft;
    this.net = new ExpectedNet(draft.asOf(), number("costOfCapitalPercent"));
    this.waiting = OptionTables.waiting(draft);
  }

  private BigDecimal number(String term) {
    return draft.book().account(term) instanceof Value.Num number
        ? number.decimal()
        : BigDecimal.ZERO;
  }

  Weighed waiting() {
    return weighed(draft.action(Draft.WAIT), waiting, draft.book().account("collectible"));
  }

  Weighed action(CatalogueEntry action) {
    Value amount =
        draft.book().account(action.code().equals(FACTORING) ? "payable" : "collectible");
    return weighed(action, OptionTables.of(action, Map.of("option.amount", amount), draft), amount);
  }

  private Weighed weighed(CatalogueEntry action, OptionTables.Said said, Value amount) {
    said.runs().forEach(draft::evaluated);
    String base = draft.facts().baseCurrency();
    Optional<BigDecimal> about =
        amount instanceof Value.Num number && number.micros() > 0
            ? Optional.of(number.decimal())
            : Optional.empty();
    Optional<Economics> economics =
        about.flatMap(
            sum ->
                comes(sum, said)
                    .flatMap(flow -> economics(action, said, List.of(flow), sum, base)));
    return new Weighed(
        action.code(),
        Optional.empty(),
        said.approval(),
        economics,
        about.flatMap(sum -> waitingFor(sum, base)),
        BigDecimal.ONE);
  }

  Weighed offer(Offer offer) {
    CatalogueEntry action = draft.action(offer.action());
    BigDecimal rate = rate(offer.currency()).orElse(BigDecimal.ZERO);
    Map<String, Value> about = new HashMap<>();
    BigDecimal inBase = offer.amount().multiply(rate).setScale(6, RoundingMode.HALF_UP);
    if (rate.signum() > 0 && inBase.compareTo(Micros.LIMIT) < 0) {
      about.put("option.amount", Value.number(inBase));
    }
    offer.percent().ifPresent(percent -> about.put("option.percent", percent(percent)));
    about.put("option.days", Value.whole(offer.days()));
    OptionTables.Said said = OptionTables.of(action, about, draft);
    said.runs().forEach(draft::evaluated);
    return new Weighed(
        offer.action(),
        Optional.of(offer),
        said.approval(),
        economics(action, said, offer.flows(), offer.amount(), offer.currency()),
        waitingFor(offer.amount(), offer.currency()),
        rate);
  }

  private static Value percent(BigDecimal exact) {
    return Value.number(exact.setScale(6, RoundingMode.HALF_UP));
  }

  /** The whole amount after the delay that the tables expect. */
  private Optional<CashFlow> comes(BigDecimal amount, OptionTables.Said said) {
    return said.number(OptionTables.EXPECTED_DELAY)
        .map(days -> new CashFlow(draft.asOf().plusDays(days.longValue()), amount));
  }

  private Optional<BigDecimal> waitingFor(BigDecimal amount, String currency) {
    return comes(amount, waiting)
        .flatMap(
            flow ->
                economics(draft.action(Draft.WAIT), waiting, List.of(flow), amount, currency)
                    .map(Economics::net));
  }

  private Optional<Economics> economics(
      CatalogueEntry action,
      OptionTables.Said said,
      List<CashFlow> flows,
      BigDecimal amount,
      String currency) {
    Optional<BigDecimal> probability = said.number("recoveryProbability");
    Optional<BigDecimal> rate = rate(currency);
    if (probability.isEmpty() || rate.isEmpty()) {
      return Optional.empty();
    }
    MinorUnit unit = MinorUnit.of(currency);
    BigDecimal cost = cost(action, said).divide(rate.get(), unit.digits(), RoundingMode.HALF_UP);
    Chance chance =
        new Chance(
            probability.get(),
            said.number("optionFeePercent").orElse(BigDecimal.ZERO),
            said.number("optionAdvancePercent").orElse(BigDecimal.ZERO));
    LocalDate on = net.average(chance, flows);
    return Optional.of(
        new Economics(
            amount,
            probability,
            Optional.of(on),
            cost,
            unit.round(net.of(chance, flows, cost)),
            currency,
            said.rows()));
  }

  /** In base currency: what a table decides, else the catalogue's. */
  private static BigDecimal cost(CatalogueEntry action, OptionTables.Said said) {
    String usual = action.column(CatalogueColumns.COST);
    return said.number("optionCost")
        .orElse(usual.isEmpty() ? BigDecimal.ZERO : new BigDecimal(usual));
  }

  private Optional<BigDecimal> rate(String currency) {
    return currency.equals(draft.facts().baseCurrency())
        ? Optional.of(BigDecimal.ONE)
        : Optional.ofNullable(draft.facts().exchangeRates().get(currency))
            .filter(rate -> rate.signum() > 0);
  }
}
