package dev.huikuan.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one case of the rows of one customer as of a day: open rows are receivables, negative ones
 * credits, settled ones history. The order of the rows does not matter; where rows of one customer
 * disagree about the customer, the newest invoice is believed.
 */
final class LedgerCases {

  /** Words of the ledger that are no properties of a case. */
  private static final Set<String> LEDGER_ONLY =
      Set.of(Target.SETTLED_ON, Target.DISPUTED, Target.PAID, Target.OUTSTANDING);

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int RATIO_DECIMALS = 6;

  private final LocalDate asOf;

  LedgerCases(LocalDate asOf) {
    this.asOf = asOf;
  }

  /**
   * The account of one customer.
   *
   * @param own its rows that could be used
   * @param faults of the others
   */
  Account account(List<LedgerRow> own, List<RowFault> faults) {
    List<LedgerRow> known = new ArrayList<>();
    for (LedgerRow row : own) {
      if (row.date(Target.INVOICED_ON).filter(day -> day.isAfter(asOf)).isEmpty()) {
        known.add(row);
      }
    }
    known.sort(
        Comparator.comparing((LedgerRow row) -> row.date(Target.INVOICED_ON).orElse(LocalDate.MIN))
            .thenComparing(row -> row.text(Target.RECEIVABLE_ID).orElse("")));
    List<LedgerRow> items = known.stream().filter(row -> outstanding(row).signum() > 0).toList();
    List<LedgerRow> history = known.stream().filter(this::isSettled).toList();
    Optional<AccountCase> open = items.isEmpty() ? Optional.empty() : Optional.of(accountCase(own, known, items, history));
    return new Account(open, own.size(), own.size() - known.size(), history.size(), faults);
  }

  private AccountCase accountCase(
      List<LedgerRow> own, List<LedgerRow> known, List<LedgerRow> open, List<LedgerRow> history) {
    ObjectNode json = NODES.objectNode();
    known.forEach(row -> account(json, row));
    behaviour(json, history);
    contracts(json, known);
    ArrayNode receivables = json.putArray("receivables");
    open.forEach(row -> receivables.add(receivable(row)));
    credits(json, known);
    long first = own.stream().mapToLong(LedgerRow::line).min().orElse(1);
    List<Long> lines = open.stream().map(LedgerRow::line).toList();
    return new AccountCase((reader, day, now) -> reader.read(json, day, now), first, lines);
  }

  private boolean isSettled(LedgerRow row) {
    return row.date(Target.SETTLED_ON).filter(day -> !day.isAfter(asOf)).isPresent();
  }

  /** What was open at the end of the day; negative for a credit note. */
  private BigDecimal outstanding(LedgerRow row) {
    if (isSettled(row)) {
      return BigDecimal.ZERO;
    }
    BigDecimal amount = row.number(Target.AMOUNT).orElse(BigDecimal.ZERO);
    BigDecimal paid = row.number(Target.PAID).orElse(BigDecimal.ZERO);
    BigDecimal rest = row.number(Target.OUTSTANDING).orElse(amount.subtract(paid));
    boolean paidSince = row.date(Target.SETTLED_ON).isPresent();
    return paidSince && rest.signum() == 0 ? amount : rest;
  }

  private static void account(ObjectNode json, LedgerRow row) {
    row.values()
        .forEach(
            (target, value) -> {
              if (!target.startsWith("receivable.") && !target.startsWith("contract.")) {
                put(json, target, value);
              }
            });
  }

  private void behaviour(ObjectNode json, List<LedgerRow> history) {
    int judged = 0;
    int onTime = 0;
    long daysLate = 0;
    for (LedgerRow row : history) {
      Optional<LocalDate> due = row.date(Target.DUE_ON);
      boolean invoice = row.number(Target.AMOUNT).map(BigDecimal::signum).orElse(1) >= 0;
      if (due.isPresent() && invoice) {
        long late = ChronoUnit.DAYS.between(due.get(), row.date(Target.SETTLED_ON).orElseThrow());
        judged++;
        onTime += late <= 0 ? 1 : 0;
        daysLate += Math.max(0, late);
      }
    }
    ObjectNode customer = (ObjectNode) json.get("customer");
    Hollow.prune(customer);
    if (judged > 0) {
      putIfAbsent(customer, "onTimeRatio", mean(onTime, judged));
      putIfAbsent(customer, "averageDaysLate", mean(daysLate, judged));
    }
  }

  private static void putIfAbsent(ObjectNode node, String name, BigDecimal value) {
    if (!node.has(name)) {
      node.set(name, DecimalNode.valueOf(value));
    }
  }

  private static BigDecimal mean(long sum, int count) {
    BigDecimal mean =
        BigDecimal.valueOf(sum)
            .divide(BigDecimal.valueOf(count), RATIO_DECIMALS, RoundingMode.HALF_UP);
    BigDecimal plain = mean.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static void contracts(ObjectNode json, List<LedgerRow> known) {
    Map<String, ObjectNode> byId = new LinkedHashMap<>();
    for (LedgerRow row : known) {
      contractId(row)
          .ifPresent(
              id -> {
                ObjectNode contract =
                    byId.computeIfAbsent(id, k -> NODES.objectNode().put("id", id));
                properties(contract, "contract.", row);
                row.text(Target.MILESTONE_ID).ifPresent(named -> milestone(contract, named));
              });
    }
    if (!byId.isEmpty()) {
      json.putArray("contracts").addAll(byId.values());
    }
  }

  private static Optional<String> contractId(LedgerRow row) {
    return row.text(Target.CONTRACT_ID).or(() -> row.text(Target.RECEIVABLE_CONTRACT));
  }

  private static void milestone(ObjectNode contract, String id) {
    ArrayNode all = contract.withArray("milestones");
    for (JsonNode one : all) {
      if (one.path("id").asText().equals(id)) {
        return;
      }
    }
    all.addObject().put("id", id);
  }

  private ObjectNode receivable(LedgerRow row) {
    ObjectNode result = NODES.objectNode();
    properties(result, "receivable.", row);
    contractId(row).ifPresent(id -> result.put("contractId", id));
    result.set("outstanding", DecimalNode.valueOf(outstanding(row)));
    dispute(result, row);
    return result;
  }

  /** The flag decides where there is one; else a dispute is there when anything is said of it. */
  private static void dispute(ObjectNode receivable, LedgerRow row) {
    boolean flagged = row.flag(Target.DISPUTED);
    if (flagged && !receivable.has("dispute")) {
      receivable.putObject("dispute");
    } else if (!flagged && row.values().containsKey(Target.DISPUTED)) {
      receivable.remove("dispute");
    }
  }

  private static void properties(ObjectNode node, String prefix, LedgerRow row) {
    row.values()
        .forEach(
            (target, value) -> {
              if (target.startsWith(prefix) && !LEDGER_ONLY.contains(target)) {
                put(node, target.substring(prefix.length()), value);
              }
            });
    Hollow.prune(node);
  }

  private void credits(ObjectNode json, List<LedgerRow> known) {
    ArrayNode credits = NODES.arrayNode();
    for (LedgerRow row : known) {
      BigDecimal rest = outstanding(row);
      if (rest.signum() < 0) {
        ObjectNode credit = credits.addObject();
        credit.put("id", row.text(Target.RECEIVABLE_ID).orElseThrow());
        boolean note = row.number(Target.AMOUNT).map(BigDecimal::signum).orElse(-1) < 0;
        credit.put("kind", note ? "CREDIT_NOTE" : "UNAPPLIED_CASH");
        row.text(Target.CURRENCY).ifPresent(currency -> credit.put("currency", currency));
        credit.set("amount", DecimalNode.valueOf(rest.negate()));
        row.date(Target.INVOICED_ON).ifPresent(day -> credit.put("on", day.toString()));
      }
    }
    if (!credits.isEmpty()) {
      json.set("credits", credits);
    }
  }

  private static void put(ObjectNode root, String path, JsonNode value) {
    ObjectNode node = root;
    String[] names = path.split("\\.");
    for (int i = 0; i < names.length - 1; i++) {
      JsonNode next = node.get(names[i]);
      node = next instanceof ObjectNode object ? object : node.putObject(names[i]);
    }
    JsonNode kept = value.isTextual() ? TextNode.valueOf(value.asText()) : value;
    node.set(names[names.length - 1], kept);
  }
}
