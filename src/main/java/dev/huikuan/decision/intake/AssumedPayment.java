package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Dispute;
import dev.huikuan.domain.Receivable;
import dev.huikuan.domain.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code whatIf.pay}: money that is assumed to come in now. It lowers what is outstanding, oldest
 * overdue first, then what is due next; an amount in dispute is at most what is left. Promises,
 * agreements and the contract's paid amount stay as they are.
 */
final class AssumedPayment {

  private static final String PLACE = "/whatIf/pay";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Case theCase;
  private final Map<String, BigDecimal> left = new TreeMap<>();
  private final Map<String, BigDecimal> paid = new LinkedHashMap<>();

  private AssumedPayment(Case theCase) {
    this.theCase = theCase;
  }

  /** What is wrong with it, whatever the case. */
  static List<CaseFault> faults(JsonNode pay) {
    boolean one = pay.hasNonNull("percent") != pay.hasNonNull("amount");
    return !pay.isObject() || one
        ? List.of()
        : List.of(
            fault(PLACE, "应填写 `percent` 或 `amount` 之一", "expected `percent` or `amount`, one"));
  }

  /**
   * The case after the payment.
   *
   * @param assumed gets the sentence that says what was assumed
   */
  static Case of(JsonNode pay, Case theCase, List<Text> assumed) throws InvalidCase {
    AssumedPayment payment = new AssumedPayment(theCase);
    payment.share(pay);
    Case after = payment.after();
    assumed.add(payment.inWords());
    return after;
  }

  private void share(JsonNode pay) throws InvalidCase {
    Map<String, BigDecimal> owed = new TreeMap<>();
    theCase.receivables().forEach(r -> owed.merge(r.currency(), r.outstanding(), BigDecimal::add));
    Optional<String> asked =
        Optional.of(pay.path("currency")).filter(JsonNode::isTextual).map(JsonNode::asText);
    if (asked.isPresent() && !owed.containsKey(asked.get())) {
      throw invalid(
          "/currency",
          "没有币种为 `" + FaultWords.clipped(asked.get()) + "` 的应收款",
          "no receivable is in `" + FaultWords.clipped(asked.get()) + "`");
    }
    if (pay.hasNonNull("percent")) {
      BigDecimal percent = pay.get("percent").decimalValue();
      owed.forEach(
          (currency, sum) -> {
            if (asked.isEmpty() || asked.get().equals(currency)) {
              left.put(currency, share(sum, percent, currency));
            }
          });
    } else {
      amount(pay.get("amount").decimalValue(), asked, owed);
    }
  }

  private void amount(BigDecimal amount, Optional<String> asked, Map<String, BigDecimal> owed)
      throws InvalidCase {
    if (asked.isEmpty() && owed.size() > 1) {
      String list = String.join(", ", owed.keySet());
      throw invalid(
          "/currency",
          "应收款有多种币种，请写明是哪一种：" + list,
          "which currency? the receivables are in " + list);
    }
    String currency = asked.orElseGet(() -> owed.keySet().stream().findFirst().orElse(""));
    BigDecimal most = owed.getOrDefault(currency, BigDecimal.ZERO);
    if (amount.compareTo(most) > 0) {
      throw invalid(
          "/amount",
          "最多为未收余额 " + plain(most) + " " + currency + "，实为 " + plain(amount),
          "expected at most what is outstanding, "
              + plain(most)
              + " "
              + currency
              + ", found "
              + plain(amount));
    }
    left.put(currency, amount);
  }

  /** The percent in the currency's minor unit; all is all, whatever its decimals. */
  private static BigDecimal share(BigDecimal sum, BigDecimal percent, String currency) {
    if (percent.compareTo(HUNDRED) == 0) {
      return sum;
    }
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return sum.multiply(percent).divide(HUNDRED, digits, RoundingMode.HALF_UP).min(sum);
  }

  private Case after() {
    for (Receivable r : OldestFirst.of(theCase)) {
      BigDecimal part = left.getOrDefault(r.currency(), BigDecimal.ZERO).min(r.outstanding());
      if (part.signum() > 0) {
        paid.put(r.id(), part);
        left.merge(r.currency(), part, BigDecimal::subtract);
      }
    }
    return with(theCase, theCase.receivables().stream().map(this::after).toList());
  }

  private Receivable after(Receivable r) {
    BigDecimal part = paid.getOrDefault(r.id(), BigDecimal.ZERO);
    if (part.signum() == 0) {
      return r;
    }
    BigDecimal rest = r.outstanding().subtract(part);
    return new Receivable(
        r.id(),
        r.contractId(),
        r.milestoneId(),
        r.currency(),
        r.amount(),
        rest,
        r.invoicedOn(),
        r.invoiceDeliveredOn(),
        r.goodsDeliveredOn(),
        r.dueOn(),
        r.invoiceError(),
        r.dispute().map(dispute -> atMost(dispute, r.outstanding(), rest)),
        r.delayReason(),
        r.lastInterruptionOn(),
        r.evidence(),
        r.pause(),
        r.attributes());
  }

  /** One that was more than outstanding before stays: it is a contradiction in the data. */
  private static Dispute atMost(Dispute dispute, BigDecimal before, BigDecimal rest) {
    return new Dispute(
        dispute.openedOn(),
        dispute.resolvedOn(),
        dispute.amount().map(a -> a.compareTo(before) > 0 ? a : a.min(rest)),
        dispute.reason());
  }

  private static Case with(Case c, List<Receivable> receivables) {
    return new Case(
        c.asOf(),
        c.ledger(),
        c.bankDataAsOf(),
        c.lastReconciledOn(),
        c.customer(),
        c.contracts(),
        receivables,
        c.credits(),
        c.promises(),
        c.agreements(),
        c.contacts(),
        c.actionsTaken(),
        c.omitted());
  }

  private Text inWords() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    theCase.receivables().stream()
        .filter(r -> paid.containsKey(r.id()))
        .forEach(r -> sums.merge(r.currency(), paid.get(r.id()), BigDecimal::add));
    if (sums.isEmpty()) {
      return new Text("假设现在没有付款。", "Assumed: nothing is paid now.");
    }
    List<String> money = new ArrayList<>();
    sums.forEach((currency, sum) -> money.add(currency + " " + grouped(sum)));
    List<String> shown = paid.keySet().stream().limit(10).map(FaultWords::clipped).toList();
    String more = paid.size() > shown.size() ? ", …" : "";
    return new Text(
        "假设客户现在支付 " + String.join("、", money) + "，先冲减最早逾期的：" + String.join("、", shown) + more + "。",
        "Assumed: the customer pays "
            + String.join(" and ", money)
            + " now, oldest overdue first: "
            + String.join(", ", shown)
            + more
            + ".");
  }

  private static String grouped(BigDecimal number) {
    return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static InvalidCase invalid(String place, String zh, String en) {
    return new InvalidCase(false, List.of(fault(PLACE + place, zh, en)));
  }

  private static CaseFault fault(String pointer, String zh, String en) {
    return new CaseFault(pointer, "VALUE", new Text(zh, en));
  }
}
