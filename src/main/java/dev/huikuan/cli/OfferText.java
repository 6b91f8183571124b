package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Alternative;
import dev.huikuan.domain.Recommendation.Discount;
import dev.huikuan.domain.Recommendation.Economics;
import dev.huikuan.domain.Recommendation.Extension;
import dev.huikuan.domain.Recommendation.Installment;
import dev.huikuan.domain.Recommendation.Installments;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Offers as lines of text; a line that begins with two blanks belongs to the one above.
 *
 * @param roles label of a role by its code
 */
record OfferText(Language language, Function<String, String> roles) {

  private static final Set<String> OFFERS =
      Set.of("OFFER_DISCOUNT", "OFFER_INSTALLMENTS", "GRACE_PERIOD", "EXTEND_DUE_DATE");

  private static final Map<String, List<String>> METHODS =
      Map.of(
          "EQUAL_PRINCIPAL", List.of("等额本金", "equal principal"),
          "ANNUITY", List.of("等额本息", "annuity"),
          "INTEREST_FREE", List.of("免息", "interest-free"));

  /** What may be offered. */
  List<String> offers(Recommendation r) {
    List<String> lines = new ArrayList<>();
    r.discount().ifPresent(discount -> lines.addAll(discount(discount)));
    r.receivables().stream()
        .flatMap(item -> item.discount().stream())
        .distinct()
        .forEach(discount -> lines.addAll(discount(discount)));
    r.installments().ifPresent(plan -> lines.addAll(installments(plan)));
    r.extension().ifPresent(extension -> lines.addAll(extension(extension)));
    return lines;
  }

  /** Why the others are not offered. */
  List<String> refused(Recommendation r) {
    return r.alternatives().stream()
        .filter(other -> isMissing(r, other))
        .map(other -> other.label().in(language) + word("：", ": ") + other.text().in(language))
        .toList();
  }

  static boolean isMissing(Recommendation r, Alternative other) {
    boolean made =
        switch (other.code()) {
          case "OFFER_DISCOUNT" -> r.discount().isPresent();
          case "OFFER_INSTALLMENTS" -> r.installments().isPresent();
          default -> r.extension().isPresent();
        };
    return OFFERS.contains(other.code()) && !made && !other.text().isEmpty();
  }

  private List<String> discount(Discount d) {
    String kind =
        d.kind().equals("EARLY")
            ? word("提前付款折扣", "Early-payment discount")
            : word("一次付清优惠", "Settlement discount");
    return List.of(
        kind + " " + percent(d.percent()) + about(d.receivables()) + preferred(d.preferred()),
        "  "
            + word("客户实付 ", "pay ")
            + money(d.currency(), d.payNow())
            + word("，最迟 ", " by ")
            + d.payBy()
            + word("，节省 ", ", saving ")
            + money(d.currency(), d.amount()),
        "  "
            + word("年化成本 单利 ", "annual cost ")
            + percent(d.annualizedCostPercent())
            + word("，复利 ", " simple, ")
            + percent(d.effectiveAnnualCostPercent())
            + word("；盈亏平衡 ", " effective; break-even ")
            + percent(d.breakEvenPercent())
            + benefit(d.expectedBenefit(), d.currency()),
        "  " + approval(d.approval()));
  }

  private List<String> installments(Installments plan) {
    List<String> lines = new ArrayList<>();
    String method =
        Optional.ofNullable(METHODS.get(plan.method()))
            .map(both -> word(both.get(0), both.get(1)))
            .orElse(plan.method());
    lines.add(
        word("分期付款 " + plan.count() + " 期", "Installment plan, " + plan.count() + " installments")
            + about(plan.receivables())
            + preferred(plan.preferred()));
    lines.add(
        "  "
            + word("首付 ", "down payment ")
            + money(plan.currency(), plan.downPayment())
            + word("，", ", ")
            + method
            + word("，年利率 ", ", interest ")
            + percent(plan.annualInterestPercent())
            + word("，利息合计 ", " a year, in total ")
            + money(plan.currency(), plan.totalInterest())
            + benefit(plan.expectedBenefit(), plan.currency()));
    schedule(plan, lines);
    lines.add("  " + approval(plan.approval()));
    return lines;
  }

  private void schedule(Installments plan, List<String> lines) {
    lines.add(
        columns(
            word("付款日", "due on"),
            word("本金", "principal"),
            word("利息", "interest"),
            word("应付", "to pay")));
    for (Installment part : plan.schedule()) {
      lines.add(
          columns(
              part.dueOn().toString(),
              amount(part.principal()),
              amount(part.interest()),
              amount(part.total())));
    }
    lines.add(
        columns(
            word("合计", "sum"),
            sum(plan, Installment::principal),
            sum(plan, Installment::interest),
            sum(plan, Installment::total)));
  }

  private static String sum(Installments plan, Function<Installment, BigDecimal> part) {
    return amount(plan.schedule().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Chinese characters take two places on a terminal. */
  private static String columns(String date, String... cells) {
    StringBuilder line = new StringBuilder("  ").append(date);
    line.append(" ".repeat(Math.max(0, 12 - width(date))));
    for (String cell : cells) {
      line.append(" ".repeat(Math.max(1, 16 - width(cell)))).append(cell);
    }
    return line.toString();
  }

  private static int width(String text) {
    return text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
  }

  private List<String> extension(Extension e) {
    return List.of(
        (e.kind().equals("GRACE")
                ? word("宽限期 ", "Grace period of ")
                : word("延长付款期限 ", "Due date extended by "))
            + e.days()
            + word(" 天", " days")
            + about(e.receivables())
            + preferred(e.preferred()),
        "  "
            + word("新的付款日 ", "new due date ")
            + e.newDueOn()
            + word("，金额 ", ", amount ")
            + money(e.currency(), e.amount())
            + (e.interestContinues()
                ? word("，逾期利息继续计收", ", late interest goes on")
                : word("，期间不计逾期利息", ", late interest pauses")),
        "  " + approval(e.approval()));
  }

  /** What an option is expected to bring, in one line. */
  Optional<String> economics(Optional<Economics> economics) {
    return economics.map(
        e ->
            word("预期净回款 ", "expected net ")
                + money(e.currency(), e.net())
                + e.probability()
                    .map(p -> word("，概率 ", ", probability ") + percent(p.movePointRight(2)))
                    .orElse("")
                + e.expectedOn().map(on -> word("，预计 ", ", expected on ") + on).orElse("")
                + word("，成本 ", ", cost ")
                + money(e.currency(), e.cost()));
  }

  private String approval(Optional<List<String>> approval) {
    return approval
        .map(
            needed ->
                needed.isEmpty()
                    ? word("可当场提供", "may be offered at once")
                    : word("须先审批：", "needs approval: ")
                        + needed.stream().map(roles).collect(Collectors.joining(" → ")))
        .orElse(word("审批要求未定，先请示再提供", "approval is not decided: ask before you offer"));
  }

  private String benefit(Optional<BigDecimal> benefit, String currency) {
    return benefit
        .map(
            more ->
                word("；与等待相比的预期收益 ", "; expected benefit over waiting ") + money(currency, more))
        .orElse("");
  }

  private String preferred(boolean preferred) {
    return preferred ? word("（首选）", " (preferred)") : "";
  }

  private static String about(List<String> receivables) {
    return receivables.isEmpty() ? "" : " [" + String.join(", ", receivables) + "]";
  }

  private static String money(String currency, BigDecimal amount) {
    return currency + " " + amount(amount);
  }

  private static String amount(BigDecimal amount) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount);
  }

  private static String percent(BigDecimal percent) {
    return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + " %";
  }

  private String word(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }
}
