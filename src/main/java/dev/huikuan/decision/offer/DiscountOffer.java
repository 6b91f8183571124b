package dev.huikuan.decision.offer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Less to pay for paying by a day; on the payable amount including tax.
 *
 * @param kind EARLY (not yet due) or SETTLEMENT (overdue)
 * @param rate percent of the amount, not rounded
 * @param decidedRate the greatest that a table decided, before clause and maximum lowered it
 * @param payBy a business day
 * @param discount in minor units; {@code amount − discount} is to be paid
 * @param expectedOn when the money would come without the offer
 * @param annualizedCostPercent see {@link DiscountCost#simplePercent}; EARLY: over payBy → due
 *     date, SETTLEMENT: over payBy → expectedOn
 * @param effectiveAnnualCostPercent see {@link DiscountCost#effectivePercent}, over the same days
 * @param breakEvenPercent see {@link DiscountCost#breakEvenPercent}, over payBy → expectedOn
 * @param days from asOf to payBy
 */
public record DiscountOffer(
    String kind,
    String currency,
    List<String> receivables,
    BigDecimal amount,
    BigDecimal rate,
    BigDecimal decidedRate,
    BigDecimal discount,
    LocalDate payBy,
    LocalDate expectedOn,
    BigDecimal annualizedCostPercent,
    BigDecimal effectiveAnnualCostPercent,
    BigDecimal breakEvenPercent,
    int days)
    implements Offer {

  public static final String EARLY = "EARLY";
  public static final String SETTLEMENT = "SETTLEMENT";

  public DiscountOffer {
    receivables = List.copyOf(receivables);
  }

  public BigDecimal payNow() {
    return amount.subtract(discount);
  }

  @Override
  public String action() {
    return OFFER_DISCOUNT;
  }

  @Override
  public List<CashFlow> flows() {
    return List.of(new CashFlow(payBy, payNow()));
  }

  @Override
  public Optional<BigDecimal> percent() {
    return Optional.of(rate);
  }
}
