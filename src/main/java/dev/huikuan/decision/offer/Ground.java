package dev.huikuan.decision.offer;

import dev.huikuan.decision.facts.AgreementState;
import dev.huikuan.decision.facts.FactBook;
import dev.huikuan.decision.facts.OpenItem;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What offers are made from: the case, what the tables decided, the calendar.
 *
 * @param items the receivables in the order of the answer
 * @param waitDelayDays WAIT's expectedDelayDays; empty when nothing decides it
 */
public record Ground(
    FactBook book,
    List<OpenItem> items,
    Workdays workdays,
    Optional<Integer> waitDelayDays,
    Undecided undecided) {

  LocalDate asOf() {
    return book.facts().theCase().asOf().date();
  }

  Optional<BigDecimal> number(String receivableId, String term) {
    return decimal(book.receivable(receivableId, term));
  }

  Optional<String> code(String receivableId, String term) {
    return book.receivable(receivableId, term) instanceof Value.Code code
        ? Optional.of(code.code())
        : Optional.empty();
  }

  /** A number of the account or a parameter. */
  Optional<BigDecimal> number(String term) {
    return decimal(book.account(term));
  }

  /** Days in a year, a parameter; the other when it is not a positive number. */
  int dayBase(String parameter, int otherwise) {
    int days = whole(parameter, otherwise);
    return days > 0 ? days : otherwise;
  }

  /** A whole number of the account or a parameter, rounded; else the other. */
  int whole(String term, int otherwise) {
    return number(term)
        .map(number -> number.setScale(0, RoundingMode.HALF_UP).intValue())
        .orElse(otherwise);
  }

  private static Optional<BigDecimal> decimal(Value value) {
    return value instanceof Value.Num number ? Optional.of(number.decimal()) : Optional.empty();
  }

  /** Base currency for one unit; empty when the policy has no rate. */
  Optional<BigDecimal> rate(String currency) {
    return currency.equals(book.facts().baseCurrency())
        ? Optional.of(BigDecimal.ONE)
        : Optional.ofNullable(book.facts().exchangeRates().get(currency));
  }

  /** What may be offered upon: payable, in whole minor units. */
  static BigDecimal claim(OpenItem item) {
    return MinorUnit.of(item.receivable().currency()).down(item.payable());
  }

  static BigDecimal claims(List<OpenItem> items) {
    return items.stream().map(Ground::claim).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Why nothing at all is offered on a receivable; empty when something may be. */
  Optional<Because> objection(OpenItem item) {
    return standing(item)
        .or(this::broken)
        .or(
            () ->
                claim(item).signum() > 0
                    ? Optional.empty()
                    : Optional.of(
                        Verdict.needs("payable", Value.number(item.payable()), "> 0")
                            .in(item.receivable().currency())));
  }

  /** An agreement on it that still runs, or that is over and not judged yet. */
  private Optional<Because> standing(OpenItem item) {
    return book.facts().agreements().stream()
        .filter(state -> state.agreement().receivableIds().contains(item.id()))
        .map(AgreementState::outcome)
        .filter(
            outcome ->
                outcome == AgreementState.Outcome.RUNNING
                    || outcome == AgreementState.Outcome.LAPSED)
        .findFirst()
        .map(
            outcome ->
                Verdict.needs(
                    OfferWords.AGREEMENT, Value.code(outcome.name()), "not(RUNNING, LAPSED)"));
  }

  /** Any agreement of the customer that was broken less than reofferDays ago. */
  private Optional<Because> broken() {
    LocalDate latest = asOf().minusDays(whole("reofferDays", 0));
    return book.facts().agreements().stream()
        .flatMap(state -> state.brokenOn().stream())
        .max(LocalDate::compareTo)
        .filter(latest::isBefore)
        .map(day -> Verdict.needs(OfferWords.BROKEN_ON, Value.date(day), "<= " + latest));
  }

  /** Why the tables do not grant it. */
  <T> Verdict<T> undecided(String receivableId, String term, Optional<String> kind) {
    List<Because> failed = undecided.why(receivableId, term, kind);
    return Verdict.no(
        failed.isEmpty() ? List.of(Verdict.needs(term, Value.UNKNOWN, "known")) : failed);
  }

  /** The last day on which its limitation is not over; empty when that is not known. */
  Optional<LocalDate> limitation(OpenItem item) {
    return number(item.id(), "daysToLimitation").map(days -> asOf().plusDays(days.longValue()));
  }

  /** It would have to be so many days to limitation and are fewer. */
  <T> Verdict<T> beyondLimitation(OpenItem item, LocalDate needed) {
    return Verdict.no(
        "daysToLimitation",
        book.receivable(item.id(), "daysToLimitation"),
        ">= " + Workdays.days(asOf(), needed));
  }
}
