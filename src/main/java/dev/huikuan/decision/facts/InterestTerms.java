package dev.huikuan.decision.facts;

import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.OutputEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What late interest of one receivable is computed from: the rate that a table decides (it knows
 * the contract's, and what the law makes of it), else the one agreed in the contract.
 */
final class InterestTerms {

  private final FactBook book;
  private final OpenItem item;
  private final Optional<OutputEntry> accruing;
  private final Optional<Contract.LateInterest> agreed;

  /**
   * @param accruing how the rate was written where it changes while interest accrues
   */
  InterestTerms(FactBook book, OpenItem item, Optional<OutputEntry> accruing) {
    this.book = book;
    this.item = item;
    this.accruing = accruing;
    this.agreed =
        decided("interestAnnualPercent").isPresent() || accruing.isPresent()
            ? Optional.empty()
            : item.contract().flatMap(Contract::lateInterest);
  }

  private Optional<BigDecimal> decided(String term) {
    return decimal(book.receivable(item.id(), term));
  }

  private static Optional<BigDecimal> decimal(Value value) {
    return value instanceof Value.Num number ? Optional.of(number.decimal()) : Optional.empty();
  }

  /**
   * Empty, that is unknown, while neither contract nor table gives a rate or fixed sum, no rate of
   * a day that bears interest is known, or the due date is unknown.
   */
  Optional<LateInterest> interest() {
    Optional<BigDecimal> dayBase = dayBase();
    boolean rated = dayBase.isPresent() && (accruing.isPresent() || rate(asOf()).isPresent());
    Optional<BigDecimal> fixedSum = decided("interestFixedSum");
    if (item.due().isUnknown() || !rated && fixedSum.isEmpty()) {
      return Optional.empty();
    }
    List<Span> bearing = bearing();
    List<LateInterest.Piece> pieces = rated ? pieces(bearing, dayBase.get()) : List.of();
    boolean late = !bearing.isEmpty() && principal().signum() > 0;
    Optional<LateInterest.Fixed> fixed = fixedSum.filter(sum -> late).map(this::fixed);
    boolean known =
        !late
            || fixed.flatMap(LateInterest.Fixed::own).isPresent()
            || pieces.stream().anyMatch(piece -> piece.percent().isPresent());
    return known
        ? Optional.of(new LateInterest(currency(), perDay(), pieces, free(), fixed))
        : Optional.empty();
  }

  private LocalDate asOf() {
    return book.facts().theCase().asOf().date();
  }

  private String currency() {
    return item.receivable().currency();
  }

  private boolean perDay() {
    return agreed.map(rate -> rate.per().equals("DAY")).orElse(false);
  }

  private Optional<BigDecimal> dayBase() {
    return perDay()
        ? Optional.of(BigDecimal.ONE)
        : decided("interestDayBase")
            .or(() -> decimal(book.facts().settings().value("dayBase")))
            .filter(days -> days.signum() > 0);
  }

  /** The rate on a day. */
  private Optional<BigDecimal> rate(LocalDate day) {
    return accruing
        .map(entry -> decimal(entry.value(book.accruing(item.id(), day))))
        .orElseGet(
            () -> decided("interestAnnualPercent").or(() -> agreed.map(r -> r.percent())));
  }

  /** Days late by the agreed due date, whatever has been put in its place since. */
  private Optional<Span> late() {
    return item.due().started()
        ? item.due().agreed().flatMap(due -> Span.of(due.plusDays(1), asOf()))
        : Optional.empty();
  }

  private List<Span> bearing() {
    List<Span> bearing = late().stream().toList();
    for (Span free : freed()) {
      bearing = bearing.stream().flatMap(span -> span.without(free).stream()).toList();
    }
    return bearing;
  }

  private List<Span> freed() {
    return book.facts().agreements().stream()
        .filter(state -> state.agreement().receivableIds().contains(item.id()))
        .flatMap(state -> state.interestFree(asOf()).stream())
        .toList();
  }

  /** The late days that bear nothing. */
  private List<LateInterest.Free> free() {
    List<Span> left = late().stream().toList();
    for (Span span : bearing()) {
      left = left.stream().flatMap(days -> days.without(span).stream()).toList();
    }
    return left.stream().map(days -> new LateInterest.Free(days.first(), days.last())).toList();
  }

  /** Cut where the rate changes; neighbours of equal rate stay together. */
  private List<LateInterest.Piece> pieces(List<Span> bearing, BigDecimal dayBase) {
    List<Span> spans = bearing;
    for (LocalDate day : changes()) {
      if (!rate(day).equals(rate(day.minusDays(1)))) {
        spans = spans.stream().flatMap(span -> span.cutBefore(day).stream()).toList();
      }
    }
    List<LateInterest.Piece> pieces = new ArrayList<>();
    spans.forEach(span -> pieces.add(piece(span, dayBase)));
    return pieces;
  }

  private TreeSet<LocalDate> changes() {
    TreeSet<LocalDate> changes = new TreeSet<>();
    for (String parameter : accruing.map(OutputEntry::accruesBy).orElse(java.util.Set.of())) {
      changes.addAll(book.facts().policy().parameters().changes(parameter));
    }
    return changes;
  }

  private LateInterest.Piece piece(Span span, BigDecimal dayBase) {
    Optional<BigDecimal> percent = rate(span.first());
    long days = new LateInterest.Piece(span.first(), span.last(), percent, BigDecimal.ZERO).days();
    BigDecimal amount =
        percent
            .map(p -> principal().multiply(p).multiply(BigDecimal.valueOf(days)))
            .orElse(BigDecimal.ZERO)
            .divide(
                dayBase.multiply(Numbers.HUNDRED), minorDigits(currency()), RoundingMode.HALF_UP);
    return new LateInterest.Piece(span.first(), span.last(), percent, amount);
  }

  private LateInterest.Fixed fixed(BigDecimal sum) {
    String in =
        book.currency(
            book.facts().policy().vocabulary().get("interestFixedSum"), Optional.of(item.id()));
    Optional<BigDecimal> own =
        in.equals(currency())
            ? Optional.of(sum)
            : book.facts()
                .exchange()
                .between(sum, in, currency())
                .map(amount -> amount.setScale(minorDigits(currency()), RoundingMode.HALF_UP));
    return new LateInterest.Fixed(sum, in, own);
  }

  /** Disputed and credited money may overlap; together they take off at most all. */
  private BigDecimal principal() {
    return item.outstanding()
        .subtract(item.deducted(Deduction.CREDIT))
        .subtract(item.deducted(Deduction.DISPUTE_OPEN));
  }

  private static int minorDigits(String currency) {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
