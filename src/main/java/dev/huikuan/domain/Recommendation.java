package dev.huikuan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The answer: what to do next, what may be offered, and why. Every list is in its final order;
 * every text exists in both languages. Equal case, asOf and policy give an equal recommendation.
 *
 * @param id given by the log; empty for a dry run
 * @param facts account terms that are known, by code, in the vocabulary's order
 */
public record Recommendation(
    Optional<String> id,
    String customerId,
    Known<String> customerName,
    String ledger,
    String asOf,
    String policyVersion,
    String engineVersion,
    boolean hypothetical,
    Optional<String> basedOn,
    String baseCurrency,
    SortedMap<String, BigDecimal> exchangeRates,
    Action action,
    Priority priority,
    Optional<Discount> discount,
    Optional<Installments> installments,
    Optional<Extension> extension,
    List<Hold> holds,
    List<Alert> alerts,
    List<Advice> advice,
    List<Alternative> alternatives,
    List<Item> receivables,
    Map<String, Value> facts,
    List<TraceEntry> trace,
    Optional<LocalDate> nextReviewOn) {

  /**
   * The same as it stands in the log.
   *
   * @param given its id there
   * @param basis the decision whose case an outcome changed to make this one
   */
  public Recommendation recorded(String given, Optional<String> basis) {
    return new Recommendation(
        Optional.of(given),
        customerId,
        customerName,
        ledger,
        asOf,
        policyVersion,
        engineVersion,
        hypothetical,
        basis,
        baseCurrency,
        exchangeRates,
        action,
        priority,
        discount,
        installments,
        extension,
        holds,
        alerts,
        advice,
        alternatives,
        receivables,
        facts,
        trace,
        nextReviewOn);
  }

  /** An amount with its currency. */
  public record Amount(String currency, BigDecimal amount) {}

  /**
   * The recommended action.
   *
   * @param dueBy last day on which to do it
   * @param approval roles that must agree; empty list = none needed, absent = nothing decides it
   */
  public record Action(
      String code,
      Text label,
      String kind,
      Optional<Integer> dunningLevel,
      Optional<Integer> dunningLevelDue,
      Optional<String> channel,
      Optional<String> tone,
      Optional<String> ownerRole,
      Optional<String> notBefore,
      Optional<LocalDate> dueBy,
      Optional<List<String>> approval,
      Text instructions,
      List<Text> talkingPoints,
      List<String> coordinateWith,
      List<String> receivables,
      List<String> contracts,
      List<String> milestones,
      List<Amount> amounts,
      Optional<Economics> economics,
      Text reason) {}

  /**
   * What an option is expected to bring.
   *
   * @param amount what it aims at, undiscounted
   * @param probability that the money comes this way within the horizon, 0–1
   * @param expectedOn when, on average
   * @param cost what doing it costs us
   * @param net Σ of p × flow × (1 − fee) ÷ (1 + k × days/365) over its cash flows, less the cost
   * @param rows ids of the rows of the option tables that decided it
   */
  public record Economics(
      BigDecimal amount,
      Optional<BigDecimal> probability,
      Optional<LocalDate> expectedOn,
      BigDecimal cost,
      BigDecimal net,
      String currency,
      List<String> rows) {}

  /**
   * A discount for paying by a day, on the payable amount including tax, never on disputed money.
   *
   * @param kind EARLY (not yet due) or SETTLEMENT (overdue)
   * @param amount the discount
   * @param payNow what is left to pay
   * @param annualizedCostPercent simple annualised cost to the seller
   * @param effectiveAnnualCostPercent compounded annualised cost
   * @param breakEvenPercent the discount at which the seller neither wins nor loses
   * @param expectedBenefit its expected net less that of waiting
   * @param approval roles that must agree; empty list = may be offered at once, absent = undecided
   */
  public record Discount(
      String kind,
      BigDecimal percent,
      LocalDate payBy,
      BigDecimal amount,
      BigDecimal payNow,
      String currency,
      List<String> receivables,
      BigDecimal annualizedCostPercent,
      BigDecimal effectiveAnnualCostPercent,
      BigDecimal breakEvenPercent,
      Optional<BigDecimal> expectedBenefit,
      boolean preferred,
      Optional<List<String>> approval) {}

  /**
   * An installment plan: down payment + Σ principal is the amount exactly.
   *
   * @param count of installments, the down payment not counted
   * @param method EQUAL_PRINCIPAL, ANNUITY or INTEREST_FREE
   */
  public record Installments(
      int count,
      String method,
      String currency,
      BigDecimal downPayment,
      BigDecimal annualInterestPercent,
      List<Installment> schedule,
      BigDecimal totalInterest,
      List<String> receivables,
      Optional<BigDecimal> expectedBenefit,
      boolean preferred,
      Optional<List<String>> approval) {}

  /** One payment of a plan; {@code total} is principal + interest. */
  public record Installment(
      LocalDate dueOn, BigDecimal principal, BigDecimal interest, BigDecimal total) {}

  /**
   * More time to pay.
   *
   * @param kind GRACE or EXTENSION
   * @param interestContinues late interest goes on accruing
   */
  public record Extension(
      String kind,
      int days,
      LocalDate newDueOn,
      List<String> receivables,
      BigDecimal amount,
      String currency,
      boolean interestContinues,
      boolean preferred,
      Optional<List<String>> approval) {}

  /** Points and where they come from; empty points when no table decides them. */
  public record Priority(Optional<BigDecimal> points, List<PriorityReason> reasons) {}

  /** One row's points. */
  public record PriorityReason(String row, BigDecimal points, Text text) {}

  /**
   * Something that stops or softens, named.
   *
   * @param effect AMOUNT or BLOCKS
   * @param until last day of the hold; empty = no known end
   */
  public record Hold(
      String code,
      Text label,
      String effect,
      List<String> receivables,
      Optional<BigDecimal> amount,
      Optional<String> currency,
      Optional<LocalDate> until,
      Text text) {}

  /** Something a person should know. */
  public record Alert(
      String code,
      Text label,
      String severity,
      List<String> receivables,
      List<String> contracts,
      Optional<String> row,
      Text text) {}

  /** Something worth doing besides the action. */
  public record Advice(
      String code,
      Text label,
      Optional<String> ownerRole,
      Map<String, Value> values,
      List<String> receivables,
      Optional<String> row,
      Text text) {}

  /** Why an alternative is not, or could have been, the action. */
  public enum Status {
    ELIGIBLE,
    OUTRANKED,
    BLOCKED
  }

  /** Another action that was considered. */
  public record Alternative(
      String code,
      Text label,
      Status status,
      Text text,
      List<Because> because,
      Optional<Economics> economics) {}

  /**
   * A condition that failed, or what blocks.
   *
   * @param term code of a term, or the name of what blocks ({@code holds}, {@code rule})
   * @param value as it was tested; an amount in the currency named
   * @param test what would have to hold, as written in the cell
   * @param currency of an amount; empty for everything else
   */
  public record Because(
      String term, Value value, String test, Optional<String> location, Optional<String> currency) {

    /** Of something that is no amount. */
    public Because(String term, Value value, String test, Optional<String> location) {
      this(term, value, test, location, Optional.empty());
    }

    public Because in(String ofCurrency) {
      return new Because(term, value, test, location, Optional.of(ofCurrency));
    }
  }

  /**
   * One receivable in the answer.
   *
   * @param accruedInterest in its own currency; empty when nothing decides it or a fact is unknown
   */
  public record Item(
      String id,
      String currency,
      Value daysPastDue,
      Value agingBucket,
      BigDecimal outstanding,
      BigDecimal payable,
      BigDecimal collectible,
      BigDecimal disputed,
      Optional<BigDecimal> accruedInterest,
      Text interestBasis,
      Optional<Discount> discount) {}
}
