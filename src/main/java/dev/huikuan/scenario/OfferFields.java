package dev.huikuan.scenario;

import dev.huikuan.domain.Recommendation.Discount;
import dev.huikuan.domain.Recommendation.Extension;
import dev.huikuan.domain.Recommendation.Installments;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a case scenario can expect of the offers that are made: unknown (none) when there is no
 * offer. Names of decided terms mean the offer here, not what a table granted before the guards.
 */
final class OfferFields {

  private OfferFields() {}

  /** By header, normalised. */
  static Map<String, AnswerFields.Extra> all() {
    return Map.ofEntries(
        Map.entry("discount", discount(TermType.TEXT, d -> code(d.kind()))),
        Map.entry("discountkind", discount(TermType.TEXT, d -> code(d.kind()))),
        Map.entry("discountpercent", discount(TermType.PERCENT, d -> Value.number(d.percent()))),
        Map.entry("discountpayby", discount(TermType.DATE, d -> Value.date(d.payBy()))),
        Map.entry("discountamount", discount(TermType.MONEY, d -> Value.number(d.amount()))),
        Map.entry("paynow", discount(TermType.MONEY, d -> Value.number(d.payNow()))),
        Map.entry(
            "annualizedcostpercent",
            discount(TermType.PERCENT, d -> Value.number(d.annualizedCostPercent()))),
        Map.entry(
            "effectiveannualcostpercent",
            discount(TermType.PERCENT, d -> Value.number(d.effectiveAnnualCostPercent()))),
        Map.entry(
            "breakevenpercent",
            discount(TermType.PERCENT, d -> Value.number(d.breakEvenPercent()))),
        Map.entry("discountbenefit", discount(TermType.MONEY, d -> number(d.expectedBenefit()))),
        Map.entry("installments", plan(TermType.WHOLE_NUMBER, p -> Value.whole(p.count()))),
        Map.entry("installmentcount", plan(TermType.WHOLE_NUMBER, p -> Value.whole(p.count()))),
        Map.entry("downpayment", plan(TermType.MONEY, p -> Value.number(p.downPayment()))),
        Map.entry("totalinterest", plan(TermType.MONEY, p -> Value.number(p.totalInterest()))),
        Map.entry("installmentsbenefit", plan(TermType.MONEY, p -> number(p.expectedBenefit()))),
        Map.entry(
            "firstinstallment",
            plan(TermType.MONEY, p -> Value.number(p.schedule().get(0).total()))),
        Map.entry("extension", extension(TermType.TEXT, e -> code(e.kind()))),
        Map.entry("extensionkind", extension(TermType.TEXT, e -> code(e.kind()))),
        Map.entry("extensiondays", extension(TermType.DAYS, e -> Value.whole(e.days()))),
        Map.entry("newdueon", extension(TermType.DATE, e -> Value.date(e.newDueOn()))));
  }

  private static Value number(Optional<BigDecimal> number) {
    return number.map(Value::number).orElse(Value.UNKNOWN);
  }

  private static Value code(String kind) {
    return Value.words(Text.same(kind));
  }

  private static AnswerFields.Extra discount(TermType type, Function<Discount, Value> value) {
    return new AnswerFields.Extra(type, r -> r.discount().map(value).orElse(Value.UNKNOWN));
  }

  private static AnswerFields.Extra plan(TermType type, Function<Installments, Value> value) {
    return new AnswerFields.Extra(type, r -> r.installments().map(value).orElse(Value.UNKNOWN));
  }

  private static AnswerFields.Extra extension(TermType type, Function<Extension, Value> value) {
    return new AnswerFields.Extra(type, r -> r.extension().map(value).orElse(Value.UNKNOWN));
  }
}
