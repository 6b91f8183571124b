package dev.huikuan.decision.offer;

import dev.huikuan.decision.facts.OpenItem;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Discounts from the decided terms discountKind, discountPercent (or discountAnnualPercent, a
 * sliding scale over the days paid early) and discountValidDays. Without a kind it follows from the
 * due date. A percent is lowered to what the contract's clause and maxDiscountPercent allow.
 */
final class MakeDiscounts {

  private static final Set<String> UNWORTHY_CAUSES = Set.of("HABIT", "UNWILLING");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * What receivables of one offer have in common.
   *
   * @param annualDays over which the cost is annualised
   * @param gainedDays from payBy to the expected payment
   */
  private record Terms(
      String currency,
      String kind,
      BigDecimal rate,
      LocalDate payBy,
      int annualDays,
      int gainedDays) {}

  private final Ground ground;
  private final LocalDate asOf;

  private MakeDiscounts(Ground ground) {
    this.ground = ground;
    this.asOf = ground.asOf();
  }

  static Grouping.Outcome of(Ground ground) {
    MakeDiscounts discounts = new MakeDiscounts(ground);
    return Grouping.of(ground, discounts::judge, discounts::make);
  }

  private Verdict<Terms> judge(OpenItem item) {
    String id = item.id();
    if (percent(id, 1).isEmpty()) {
      return ground.undecided(id, "discountPercent", Optional.empty());
    }
    if (ground.number(id, "discountValidDays").isEmpty()) {
      return ground.undecided(id, "discountValidDays", Optional.empty());
    }
    if (item.due().on().isEmpty()) {
      return Verdict.no("dueOn", Value.UNKNOWN, "known");
    }
    boolean overdue = item.due().isOverdue();
    String kind =
        ground
            .code(id, "discountKind")
            .orElse(overdue ? DiscountOffer.SETTLEMENT : DiscountOffer.EARLY);
    if (kind.equals(DiscountOffer.SETTLEMENT) != overdue) {
      return Verdict.no(
          "daysPastDue", ground.book().receivable(id, "daysPastDue"), overdue ? "0" : "> 0");
    }
    return overdue ? settlement(item) : early(item);
  }

  /** A flat percent, else what the sliding scale gives for the days. */
  private Optional<BigDecimal> percent(String id, int days) {
    return ground
        .number(id, "discountPercent")
        .or(
            () ->
                ground
                    .number(id, "discountAnnualPercent")
                    .map(annual -> DiscountCost.slidingPercent(annual, days)));
  }

  private LocalDate valid(OpenItem item) {
    return asOf.plusDays(ground.number(item.id(), "discountValidDays").orElseThrow().longValue());
  }

  private Verdict<Terms> early(OpenItem item) {
    LocalDate due = item.due().on().orElseThrow();
    LocalDate last = earlier(valid(item), due.minusDays(1));
    if (last.isBefore(asOf)) {
      return Verdict.no("daysToDue", ground.book().receivable(item.id(), "daysToDue"), ">= 1");
    }
    Optional<BigDecimal> clause = ground.number(item.id(), "contractDiscountPercent");
    if (clause.isPresent()) {
      Known<LocalDate> invoice =
          item.receivable().invoiceDeliveredOn().or(item.receivable().invoicedOn());
      if (!invoice.isKnown()) {
        return Verdict.no("invoicedOn", Value.UNKNOWN, "known");
      }
      int within = ground.number(item.id(), "contractDiscountDays").orElseThrow().intValue();
      if (asOf.isAfter(invoice.get().plusDays(within))) {
        int passed = Workdays.days(invoice.get(), asOf);
        return Verdict.no("contractDiscountDays", Value.whole(within), ">= " + passed);
      }
      last = earlier(last, invoice.get().plusDays(within));
    }
    LocalDate payBy = ground.workdays().onOrBefore(last);
    return terms(item, DiscountOffer.EARLY, payBy, usual(due), Workdays.days(payBy, due), clause);
  }

  private Verdict<Terms> settlement(OpenItem item) {
    Value cause = ground.book().account("cause");
    if (cause instanceof Value.Code code && UNWORTHY_CAUSES.contains(code.code())) {
      return Verdict.no("cause", cause, "not(HABIT, UNWILLING)");
    }
    if (ground.waitDelayDays().isEmpty()) {
      return Verdict.no("expectedDelayDays", Value.UNKNOWN, "known");
    }
    LocalDate waiting = asOf.plusDays(ground.waitDelayDays().get());
    LocalDate usual = usual(item.due().on().orElseThrow());
    LocalDate expected = usual.isAfter(waiting) ? usual : waiting;
    LocalDate payBy = ground.workdays().onOrBefore(valid(item));
    int gained = Workdays.days(payBy, expected);
    return terms(item, DiscountOffer.SETTLEMENT, payBy, expected, gained, Optional.empty());
  }

  /** When this customer usually pays. */
  private LocalDate usual(LocalDate due) {
    return due.plusDays(ground.whole("averageDaysLate", 0));
  }

  private Verdict<Terms> terms(
      OpenItem item,
      String kind,
      LocalDate payBy,
      LocalDate expected,
      int annualDays,
      Optional<BigDecimal> clause) {
    if (payBy.isBefore(asOf)) {
      return Verdict.no(OfferWords.PAY_BY, Value.date(payBy), ">= " + asOf);
    }
    int gained = Workdays.days(payBy, expected);
    if (gained <= 0) {
      return Verdict.no(OfferWords.EXPECTED_ON, Value.date(expected), "> " + payBy);
    }
    BigDecimal wanted = percent(item.id(), annualDays).orElseThrow();
    BigDecimal allowed = clause.map(wanted::min).orElse(wanted);
    BigDecimal rate = ground.number("maxDiscountPercent").map(allowed::min).orElse(allowed);
    if (rate.signum() <= 0) {
      return Verdict.no("discountPercent", Value.number(rate), "> 0");
    }
    if (rate.compareTo(HUNDRED) >= 0) {
      return Verdict.no("discountPercent", Value.number(rate), "< 100");
    }
    return Verdict.yes(
        new Terms(
            item.receivable().currency(),
            kind,
            rate.stripTrailingZeros(),
            payBy,
            annualDays,
            gained));
  }

  private Verdict<Offer> make(Terms terms, List<OpenItem> items) {
    MinorUnit unit = MinorUnit.of(terms.currency());
    BigDecimal amount = Ground.claims(items);
    BigDecimal discount = unit.round(amount.multiply(terms.rate()).movePointLeft(2));
    if (discount.signum() == 0) {
      return Verdict.no(
          OfferWords.DISCOUNT_AMOUNT,
          Value.number(discount),
          ">= " + unit.one().toPlainString() + " " + terms.currency());
    }
    int dayBase = ground.dayBase("dayBase", 365);
    BigDecimal capital = ground.number("costOfCapitalPercent").orElse(BigDecimal.ZERO);
    return Verdict.yes(
        new DiscountOffer(
            terms.kind(),
            terms.currency(),
            Grouping.ids(items),
            amount,
            terms.rate(),
            items.stream()
                .flatMap(item -> percent(item.id(), terms.annualDays()).stream())
                .reduce(terms.rate(), BigDecimal::max),
            discount,
            terms.payBy(),
            terms.payBy().plusDays(terms.gainedDays()),
            DiscountCost.simplePercent(terms.rate(), terms.annualDays(), dayBase),
            DiscountCost.effectivePercent(terms.rate(), terms.annualDays(), dayBase),
            DiscountCost.breakEvenPercent(capital, terms.gainedDays(), dayBase),
            Workdays.days(asOf, terms.payBy())));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
