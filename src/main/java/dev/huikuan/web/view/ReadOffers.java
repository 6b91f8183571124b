package dev.huikuan.web.view;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Recommendation.Discount;
import dev.huikuan.domain.Recommendation.Economics;
import dev.huikuan.domain.Recommendation.Extension;
import dev.huikuan.domain.Recommendation.Installments;
import dev.huikuan.web.view.AnswerView.AlternativeLine;
import dev.huikuan.web.view.AnswerView.Figure;
import dev.huikuan.web.view.OffersView.Offer;
import dev.huikuan.web.view.OffersView.Payment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offers in words: what the customer is told, what they cost and bring, who must agree. */
final class ReadOffers {

  private static final Map<String, Phrase> METHODS =
      Map.of(
          "EQUAL_PRINCIPAL", Phrase.EQUAL_PRINCIPAL,
          "ANNUITY", Phrase.ANNUITY,
          "INTEREST_FREE", Phrase.INTEREST_FREE);

  private final Recommendation answer;
  private final Labels labels;

  private ReadOffers(Recommendation answer, Labels labels) {
    this.answer = answer;
    this.labels = labels;
  }

  /**
   * @param considered everything else that was, offers that are not made among them
   */
  static OffersView of(Recommendation answer, Labels labels, List<AlternativeLine> considered) {
    ReadOffers read = new ReadOffers(answer, labels);
    List<Offer> offers = new ArrayList<>();
    answer.discount().map(read::discount).ifPresent(offers::add);
    answer.installments().map(read::installments).ifPresent(offers::add);
    answer.extension().map(read::extension).ifPresent(offers::add);
    answer.receivables().stream()
        .flatMap(item -> item.discount().stream())
        .map(read::discount)
        .distinct()
        .forEach(offers::add);
    offers.sort((one, other) -> Boolean.compare(other.preferred(), one.preferred()));
    return new OffersView(List.copyOf(offers), read.none(considered));
  }

  private Offer discount(Discount d) {
    boolean early = d.kind().equals("EARLY");
    List<Figure> terms = new ArrayList<>();
    add(terms, Phrase.PAY_NOW, labels.money(d.payNow(), d.currency()));
    add(terms, Phrase.PAY_BY, d.payBy().toString());
    add(terms, Phrase.SAVING, labels.money(d.amount(), d.currency()));
    about(terms, d.receivables());
    List<Figure> figures = new ArrayList<>();
    add(figures, Phrase.COST_SIMPLE, percent(d.annualizedCostPercent()));
    add(figures, Phrase.COST_EFFECTIVE, percent(d.effectiveAnnualCostPercent()));
    add(figures, Phrase.BREAK_EVEN, percent(d.breakEvenPercent()));
    benefit(figures, d.expectedBenefit(), d.currency());
    return offer(
        "OFFER_DISCOUNT",
        labels.of(early ? Phrase.EARLY_DISCOUNT : Phrase.SETTLEMENT_DISCOUNT)
            + " "
            + percent(d.percent()),
        d.preferred(),
        d.approval(),
        terms,
        figures,
        List.of());
  }

  private Offer installments(Installments plan) {
    List<Figure> terms = new ArrayList<>();
    String none = labels.of(Phrase.NONE);
    boolean down = plan.downPayment().signum() > 0;
    add(
        terms,
        Phrase.DOWN_PAYMENT,
        down ? labels.money(plan.downPayment(), plan.currency()) : none);
    add(terms, Phrase.INSTALLMENT_COUNT, Integer.toString(plan.count()));
    String method =
        Optional.ofNullable(METHODS.get(plan.method())).map(labels::of).orElse(plan.method());
    add(terms, Phrase.METHOD, method);
    add(terms, Phrase.ANNUAL_INTEREST, percent(plan.annualInterestPercent()));
    add(terms, Phrase.TOTAL_INTEREST, labels.money(plan.totalInterest(), plan.currency()));
    about(terms, plan.receivables());
    List<Figure> figures = new ArrayList<>();
    benefit(figures, plan.expectedBenefit(), plan.currency());
    return offer(
        "OFFER_INSTALLMENTS",
        labels.of(Phrase.INSTALLMENT_PLAN),
        plan.preferred(),
        plan.approval(),
        terms,
        figures,
        ReadSchedule.of(plan, labels));
  }

  private Offer extension(Extension extension) {
    boolean grace = extension.kind().equals("GRACE");
    List<Figure> terms = new ArrayList<>();
    add(
        terms,
        Phrase.NEW_DUE_DATE,
        extension.newDueOn().toString(),
        extension.days() + " " + labels.of(Phrase.DAYS));
    add(terms, Phrase.AMOUNT, labels.money(extension.amount(), extension.currency()));
    add(
        terms,
        Phrase.INTEREST,
        labels.of(
            extension.interestContinues() ? Phrase.INTEREST_GOES_ON : Phrase.INTEREST_PAUSES));
    about(terms, extension.receivables());
    return offer(
        grace ? "GRACE_PERIOD" : "EXTEND_DUE_DATE",
        labels.of(grace ? Phrase.GRACE : Phrase.EXTENSION),
        extension.preferred(),
        extension.approval(),
        terms,
        List.of(),
        List.of());
  }

  private Offer offer(
      String code,
      String label,
      boolean preferred,
      Optional<List<String>> approval,
      List<Figure> terms,
      List<Figure> figures,
      List<Payment> schedule) {
    boolean atOnce = approval.filter(List::isEmpty).isPresent();
    String needed =
        approval
            .map(
                roles ->
                    roles.isEmpty()
                        ? labels.of(Phrase.AT_ONCE)
                        : labels.of(Phrase.NEEDS_APPROVAL) + labels.chain(roles))
            .orElse(labels.of(Phrase.APPROVAL_UNDECIDED));
    return new Offer(
        code, label, preferred, false, needed, atOnce, terms, figures, List.copyOf(schedule));
  }

  /** Why each of the offers that are not made is not. */
  private List<AlternativeLine> none(List<AlternativeLine> considered) {
    List<String> missing = new ArrayList<>();
    if (answer.discount().isEmpty()) {
      missing.add("OFFER_DISCOUNT");
    }
    if (answer.installments().isEmpty()) {
      missing.add("OFFER_INSTALLMENTS");
    }
    if (answer.extension().isEmpty()) {
      missing.addAll(List.of("GRACE_PERIOD", "EXTEND_DUE_DATE"));
    }
    return considered.stream()
        .filter(other -> missing.contains(other.code()))
        .filter(other -> !other.text().isEmpty())
        .toList();
  }

  /** What an option is expected to bring; empty when no option table says. */
  static List<Figure> economics(Optional<Economics> economics, Labels labels) {
    List<Figure> figures = new ArrayList<>();
    economics.ifPresent(
        e -> {
          figures.add(figure(Phrase.EXPECTED_NET, labels.money(e.net(), e.currency()), labels));
          e.probability()
              .ifPresent(
                  p ->
                      figures.add(
                          figure(Phrase.PROBABILITY, percent(p.movePointRight(2)), labels)));
          e.expectedOn()
              .ifPresent(on -> figures.add(figure(Phrase.EXPECTED_ON, on.toString(), labels)));
          figures.add(figure(Phrase.COST, labels.money(e.cost(), e.currency()), labels));
        });
    return List.copyOf(figures);
  }

  private static Figure figure(Phrase label, String value, Labels labels) {
    return Figure.of(labels.of(label), value);
  }

  private void about(List<Figure> terms, List<String> receivables) {
    if (!receivables.isEmpty()) {
      add(terms, Phrase.ABOUT, String.join(labels.separator(), receivables));
    }
  }

  private void benefit(List<Figure> figures, Optional<BigDecimal> benefit, String currency) {
    benefit.ifPresent(
        more ->
            add(
                figures,
                Phrase.BENEFIT,
                labels.money(more, currency),
                labels.of(Phrase.THAN_WAITING)));
  }

  private void add(List<Figure> figures, Phrase label, String value) {
    add(figures, label, value, "");
  }

  private void add(List<Figure> figures, Phrase label, String value, String note) {
    figures.add(new Figure(labels.of(label), value, note));
  }

  private static String percent(BigDecimal percent) {
    return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + " %";
  }
}
