package dev.huikuan.portfolio.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A case in the making: an ordinary account, to which a story adds what sets it apart. Days are
 * counted back from asOf: {@code 5} is five days ago, {@code -5} in five days.
 */
final class Sketch {

  private static final long SEED = 20_261_120L;
  private static final int HUNDRED = 100;

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final int number;
  private final LocalDate asOf;
  private final Home home;
  private final Random chance;

  Sketch(int number, LocalDate asOf, Optional<Home> home) {
    this.number = number;
    this.asOf = asOf;
    this.home = home.orElseGet(() -> Home.usual(number));
    this.chance = new Random(SEED + number * 7_919L);
    root.put("asOf", asOf.toString()).put("ledger", "default");
    root.put("bankDataAsOf", workday(1).toString());
    root.put("lastReconciledOn", day(between(10, 80)));
    ordinaryCustomer();
    ordinaryContract();
    for (String list :
        List.of("receivables", "credits", "promises", "agreements", "contacts", "actionsTaken")) {
      root.putArray(list);
    }
  }

  private void ordinaryCustomer() {
    ObjectNode customer = root.putObject("customer");
    customer.put("id", "D-" + (1000 + number)).put("name", Names.of(home, number));
    customer.put("segment", oneOf("KEY", "STANDARD", "STANDARD", "STANDARD", "SMALL"));
    customer.put("size", oneOf("LARGE", "MEDIUM", "MEDIUM", "SMALL"));
    customer.put("jurisdiction", home.law()).put("timeZone", home.zone().getId());
    customer.put("language", home == Home.CN ? "zh" : "en");
    customer.put("creditScore", between(560, 720)).put("creditLimit", 3_000_000);
    customer.put("financialStress", "NONE");
    customer.put("onTimeRatio", BigDecimal.valueOf(between(70, 92), 2));
    customer.put("averageDaysLate", between(3, 14)).put("satisfaction", between(6, 9));
    customer.put("openTickets", 0).put("doNotContact", false);
  }

  private void ordinaryContract() {
    ObjectNode contract = root.putArray("contracts").addObject();
    contract.put("id", "K-" + (2000 + number)).put("currency", home.currency());
    contract.put("signedOn", day(between(200, 420))).put("endsOn", day(-between(150, 500)));
    contract.put("netDays", oneOf(30, 30, 45, 60)).putNull("lateInterest");
    contract.put("installmentsAllowed", true).put("maxInstallments", 6);
    contract.put("suspensionClause", false).put("disputeResolution", "LITIGATION");
    contract.put("governingLaw", home.law()).put("termsClear", true);
  }

  /** An invoice that fell due some days ago. */
  Sketch late(int days, int thousandCny) {
    ArrayNode all = list("receivables");
    LocalDate dueOn = asOf.minusDays(days);
    LocalDate invoicedOn = dueOn.minusDays(contract().get("netDays").intValue() + 1L);
    BigDecimal amount = amount(thousandCny);
    ObjectNode item = all.addObject();
    item.put("id", home.invoices() + "-26-" + (1000 + number * 7 + all.size()));
    item.put("contractId", contract().get("id").textValue()).put("currency", home.currency());
    item.put("amount", amount).put("outstanding", amount);
    item.put("invoicedOn", invoicedOn.toString());
    item.put("invoiceDeliveredOn", invoicedOn.plusDays(1).toString());
    item.put("goodsDeliveredOn", invoicedOn.minusDays(4).toString());
    item.put("dueOn", dueOn.toString()).put("invoiceError", false);
    ObjectNode evidence = item.putObject("evidence");
    for (String paper : List.of("contract", "delivery", "acceptance", "invoice")) {
      evidence.put(paper, true);
    }
    evidence.put("reconciliation", true).put("demand", false);
    return settled();
  }

  /** The contract is worth what is open and what has been paid. */
  private Sketch settled() {
    BigDecimal open = BigDecimal.ZERO;
    for (var item : list("receivables")) {
      open = open.add(item.get("amount").decimalValue());
    }
    BigDecimal paid = open.multiply(BigDecimal.valueOf(2 + number % 4));
    contract().put("totalAmount", open.add(paid)).put("paidAmount", paid);
    return this;
  }

  /** An invoice that falls due in some days; it was sent out a few days ago at the latest. */
  Sketch due(int inDays, int thousandCny) {
    late(-inDays, thousandCny);
    LocalDate latest = asOf.minusDays(4);
    if (LocalDate.parse(latest().get("invoicedOn").textValue()).isAfter(latest)) {
      invoice("invoicedOn", latest.toString());
      invoice("invoiceDeliveredOn", latest.plusDays(1).toString());
      invoice("goodsDeliveredOn", latest.minusDays(4).toString());
    }
    return this;
  }

  Sketch ledger(String ledger) {
    root.put("ledger", ledger);
    return this;
  }

  Sketch root(String property, int daysAgo) {
    root.put(property, day(daysAgo));
    return this;
  }

  Sketch customer(String property, Object value) {
    root.withObject("/customer").putPOJO(property, value);
    return this;
  }

  Sketch contract(String property, Object value) {
    contract().putPOJO(property, value);
    return this;
  }

  Sketch earlyDiscount(int percent, int withinDays) {
    contract()
        .putObject("earlyPaymentDiscount")
        .put("percent", percent)
        .put("withinDays", withinDays);
    return this;
  }

  /** A rate agreed for late payment, in percent a year. */
  Sketch lateInterest(int percent) {
    contract().putObject("lateInterest").put("percent", percent).put("per", "YEAR");
    return this;
  }

  /** Changes the latest invoice; an {@link Optional#empty()} is null: not yet. */
  Sketch invoice(String property, Object value) {
    if (value instanceof Optional<?>) {
      latest().putNull(property);
    } else {
      latest().putPOJO(property, value);
    }
    return this;
  }

  Sketch paper(String paper, boolean there) {
    latest().withObject("/evidence").put(paper, there);
    return this;
  }

  /** Takes an unknown fact away. */
  Sketch without(String... properties) {
    root.withObject("/customer").remove(List.of(properties));
    return this;
  }

  /** A milestone of the contract, which the latest invoice bills when it has been invoiced. */
  Sketch milestone(String kind, int percent, Optional<Integer> doneDaysAgo, boolean invoiced) {
    ArrayNode milestones = contract().withArray("/milestones");
    String id = "M" + (milestones.size() + 1);
    ObjectNode milestone = milestones.addObject().put("id", id).put("kind", kind);
    milestone.put("percent", percent).putNull("completedOn");
    doneDaysAgo.ifPresent(days -> milestone.put("completedOn", day(days)));
    milestone.putNull("invoicedOn");
    if (kind.equals("ACCEPTANCE")) {
      milestone.put("acceptanceRequired", true).putNull("acceptedOn");
    }
    if (invoiced) {
      milestone.put("invoicedOn", latest().get("invoicedOn").textValue());
      latest().put("milestoneId", id);
    }
    return this;
  }

  /** A dispute about a share of the latest invoice, in percent. */
  Sketch disputed(int daysAgo, int percent, String reason) {
    ObjectNode dispute = latest().putObject("dispute").put("openedOn", day(daysAgo));
    dispute.putNull("resolvedOn").put("amount", share(percent)).put("reason", reason);
    return this;
  }

  /** A promise of a share of the latest invoice, of which a part was paid, both in percent. */
  Sketch promised(int daysAgo, int percent, int paidPercent) {
    ObjectNode promise = list("promises").addObject();
    promise.put("receivableId", latest().get("id").textValue()).put("amount", share(percent));
    promise.put("dueOn", day(daysAgo)).put("paid", share(paidPercent));
    return this;
  }

  /** A grace, an extension or a discount that was agreed. */
  Sketch agreed(String kind, int daysAgo, int untilInDays) {
    ObjectNode agreement = agreement(kind, daysAgo).put("interestContinues", false);
    agreement.put("until", day(-untilInDays));
    if (kind.equals("DISCOUNT")) {
      agreement.put("payNow", share(98));
    }
    return this;
  }

  /** A plan of four equal installments a month apart, of which some have been paid. */
  Sketch plan(int daysAgo, int paid) {
    BigDecimal part = share(25);
    ArrayNode schedule =
        agreement("INSTALLMENTS", daysAgo).put("interestContinues", true).putArray("schedule");
    for (int i = 0; i < 4; i++) {
      ObjectNode line = schedule.addObject().put("dueOn", day(daysAgo - 15 - i * 30));
      line.put("amount", part).put("paid", i < paid ? part : BigDecimal.ZERO);
    }
    latest().put("outstanding", share(HUNDRED - 25 * paid));
    return this;
  }

  private ObjectNode agreement(String kind, int daysAgo) {
    ObjectNode agreement = list("agreements").addObject().put("id", "A-" + (300 + number));
    agreement.put("kind", kind).putArray("receivableIds").add(latest().get("id").textValue());
    return agreement.put("agreedOn", day(daysAgo));
  }

  /** Money that has come in and is not applied: a share of the latest invoice, in percent. */
  Sketch credit(String kind, int daysAgo, int percent) {
    ObjectNode credit = list("credits").addObject().put("id", "CR-" + (500 + number));
    credit.put("kind", kind).put("currency", home.currency()).put("amount", share(percent));
    credit.put("on", day(daysAgo));
    return this;
  }

  Sketch pause(int forDays, String reason) {
    ObjectNode pause = root.withObject("/customer").putObject("pause");
    pause.put("until", day(-forDays)).put("reason", reason);
    return this;
  }

  Sketch contact(int daysAgo, String channel, String outcome) {
    list("contacts")
        .addObject()
        .put("at", at(daysAgo))
        .put("channel", channel)
        .put("outcome", outcome);
    return this;
  }

  /** An action, with the contact that it was. */
  Sketch did(String action, int daysAgo, String channel, String outcome) {
    return task(action, daysAgo).contact(daysAgo, channel, outcome);
  }

  /** An action that is no contact with the customer. */
  Sketch task(String action, int daysAgo) {
    list("actionsTaken").addObject().put("code", action).put("at", at(daysAgo));
    return this;
  }

  /** A fact that the policy declares. */
  Sketch attribute(String code, Object value) {
    root.withObject("/customer/attributes").putPOJO(code, value);
    return this;
  }

  /** Half of the price is paid, and so many percent of the work are done. */
  Sketch halfPaid(int progressPercent) {
    BigDecimal open = latest().get("amount").decimalValue();
    contract().put("totalAmount", open.add(open)).put("paidAmount", open);
    return contract("progressPercent", progressPercent);
  }

  /** A date, for a property that is not where it usually is. */
  String daysAgo(int days) {
    return day(days);
  }

  String hospital() {
    return Names.of(Home.CN, number).substring(0, 4) + "人民医院";
  }

  int between(int least, int most) {
    return least + chance.nextInt(most - least + 1);
  }

  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[chance.nextInt(choices.length)];
  }

  String json() {
    return root.toString();
  }

  private ObjectNode contract() {
    return (ObjectNode) list("contracts").get(0);
  }

  private ObjectNode latest() {
    ArrayNode items = list("receivables");
    return (ObjectNode) items.get(items.size() - 1);
  }

  private ArrayNode list(String name) {
    return (ArrayNode) root.get(name);
  }

  /** About so many thousand CNY in the customer's money, with a few odd cents now and then. */
  private BigDecimal amount(int thousandCny) {
    int units = Math.max(1, thousandCny * 1000 / home.worth() / 50 * 50);
    int odd = number % 3 == 0 ? between(1, 4_999) : 0;
    return odd == 0 ? BigDecimal.valueOf(units) : BigDecimal.valueOf(units * 100L + odd, 2);
  }

  private BigDecimal share(int percent) {
    return latest()
        .get("amount")
        .decimalValue()
        .multiply(BigDecimal.valueOf(percent, 2))
        .setScale(2, java.math.RoundingMode.HALF_UP);
  }

  private String day(int daysAgo) {
    return asOf.minusDays(daysAgo).toString();
  }

  private LocalDate workday(int daysAgo) {
    LocalDate day = asOf.minusDays(daysAgo);
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.minusDays(1);
    }
    return day;
  }

  private String at(int daysAgo) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        workday(daysAgo).atTime(9 + number % 8, 10 * (number % 6)).atZone(home.zone()));
  }
}
