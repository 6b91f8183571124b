package dev.huikuan.portfolio;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Item;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes rows of a worklist from recommendations. Thread-safe. */
public final class WorklistRows {

  private final Policy policy;
  private final Language language;

  public WorklistRows(Policy policy, Language language) {
    this.policy = policy;
    this.language = language;
  }

  public WorklistRow row(Recommendation r) {
    Map<WorklistColumn, String> cells = new EnumMap<>(WorklistColumn.class);
    Map<WorklistColumn, String> labels = new EnumMap<>(WorklistColumn.class);
    Recommendation.Action action = r.action();
    cells.put(WorklistColumn.CUSTOMER_ID, r.customerId());
    r.customerName().toOptional().ifPresent(n -> cells.put(WorklistColumn.CUSTOMER_NAME, n));
    cells.put(WorklistColumn.LEDGER, r.ledger());
    r.priority().points().ifPresent(p -> cells.put(WorklistColumn.PRIORITY, plain(p)));
    cells.put(WorklistColumn.ACTION, action.code());
    cells.put(WorklistColumn.ACTION_LABEL, action.label().in(language));
    action.dunningLevel().ifPresent(l -> cells.put(WorklistColumn.DUNNING_LEVEL, l.toString()));
    action.channel().ifPresent(c -> code(cells, labels, WorklistColumn.CHANNEL, "channel", c));
    action
        .ownerRole()
        .ifPresent(c -> code(cells, labels, WorklistColumn.OWNER_ROLE, "ownerRole", c));
    money(r, cells);
    offers(r, cells);
    fact(r, cells, labels, WorklistColumn.DAYS_PAST_DUE, "daysPastDue");
    fact(r, cells, labels, WorklistColumn.AGING_BUCKET, "agingBucket");
    fact(r, cells, labels, WorklistColumn.RISK_TIER, "riskTier");
    cells.put(WorklistColumn.HOLDS, joined(r, Recommendation.Hold::code, "|"));
    labels.put(WorklistColumn.HOLDS, joined(r, hold -> hold.label().in(language), " | "));
    cells.put(WorklistColumn.REASON, action.reason().in(language));
    action.notBefore().ifPresent(d -> cells.put(WorklistColumn.NOT_BEFORE, d));
    action.dueBy().ifPresent(d -> cells.put(WorklistColumn.DUE_BY, d.toString()));
    r.nextReviewOn().ifPresent(d -> cells.put(WorklistColumn.NEXT_REVIEW_ON, d.toString()));
    cells.put(WorklistColumn.POLICY_VERSION, r.policyVersion());
    return new WorklistRow(
        r.customerId(),
        r.ledger(),
        action.code().equals("WAIT"),
        r.priority().points().orElse(BigDecimal.ZERO),
        factNumber(r, "overdue"),
        cells,
        labels);
  }

  private static void offers(Recommendation r, Map<WorklistColumn, String> cells) {
    r.discount()
        .ifPresent(
            discount -> {
              cells.put(WorklistColumn.DISCOUNT_PERCENT, plain(discount.percent()));
              cells.put(WorklistColumn.DISCOUNT_PAY_BY, discount.payBy().toString());
            });
    r.installments()
        .ifPresent(
            plan -> {
              cells.put(WorklistColumn.INSTALLMENT_COUNT, Integer.toString(plan.count()));
              cells.put(WorklistColumn.DOWN_PAYMENT, plain(plan.downPayment()));
            });
    r.extension()
        .ifPresent(
            extension ->
                cells.put(WorklistColumn.EXTENSION_DAYS, Integer.toString(extension.days())));
  }

  private static String joined(
      Recommendation r, Function<Recommendation.Hold, String> name, String separator) {
    return r.holds().stream().map(name).distinct().collect(Collectors.joining(separator));
  }

  /** In the account's one currency, else in the base currency. */
  private static void money(Recommendation r, Map<WorklistColumn, String> cells) {
    TreeSet<String> currencies =
        r.receivables().stream().map(Item::currency).collect(Collectors.toCollection(TreeSet::new));
    boolean one = currencies.size() == 1;
    cells.put(WorklistColumn.CURRENCY, one ? currencies.first() : r.baseCurrency());
    if (one) {
      List<Item> items = r.receivables();
      cells.put(WorklistColumn.OUTSTANDING, sum(items, Item::outstanding));
      cells.put(WorklistColumn.OVERDUE, sum(items, WorklistRows::overdue));
      cells.put(WorklistColumn.COLLECTIBLE, sum(items, Item::collectible));
      cells.put(WorklistColumn.DISPUTED, sum(items, Item::disputed));
      return;
    }
    Map.of(
            WorklistColumn.OUTSTANDING, "outstanding",
            WorklistColumn.OVERDUE, "overdue",
            WorklistColumn.COLLECTIBLE, "collectible",
            WorklistColumn.DISPUTED, "disputed")
        .forEach(
            (column, term) ->
                written(r.facts().get(term)).ifPresent(value -> cells.put(column, value)));
  }

  /** The whole of what is outstanding once the due date has passed. */
  static BigDecimal overdue(Item item) {
    boolean late = item.daysPastDue() instanceof Value.Num days && days.micros() > 0;
    return late ? item.outstanding() : BigDecimal.ZERO;
  }

  private static String sum(List<Item> items, Function<Item, BigDecimal> amount) {
    return plain(items.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static BigDecimal factNumber(Recommendation r, String term) {
    return r.facts().get(term) instanceof Value.Num number ? number.decimal() : BigDecimal.ZERO;
  }

  private void fact(
      Recommendation r,
      Map<WorklistColumn, String> cells,
      Map<WorklistColumn, String> labels,
      WorklistColumn column,
      String term) {
    written(r.facts().get(term)).ifPresent(value -> code(cells, labels, column, term, value));
  }

  private void code(
      Map<WorklistColumn, String> cells,
      Map<WorklistColumn, String> labels,
      WorklistColumn column,
      String term,
      String code) {
    cells.put(column, code);
    policy
        .vocabulary()
        .find(term)
        .flatMap(found -> found.allowed(code))
        .map(value -> value.label().in(language))
        .ifPresent(label -> labels.put(column, label));
  }

  private static Optional<String> written(Value value) {
    if (value instanceof Value.Num number) {
      return Optional.of(plain(number.decimal()));
    }
    if (value instanceof Value.Code code) {
      return Optional.of(code.code());
    }
    return value instanceof Value.Words words ? text(words.text()) : Optional.empty();
  }

  private static Optional<String> text(Text text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text.en());
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
