package dev.huikuan.decision.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something that may be offered to the customer on receivables of one currency and equal terms. It
 * is possible under the policy; whether it is worth making is weighed elsewhere.
 */
public sealed interface Offer permits DiscountOffer, InstallmentOffer, ExtensionOffer {

  String OFFER_DISCOUNT = "OFFER_DISCOUNT";
  String OFFER_INSTALLMENTS = "OFFER_INSTALLMENTS";
  String GRACE_PERIOD = "GRACE_PERIOD";
  String EXTEND_DUE_DATE = "EXTEND_DUE_DATE";

  /** The actions that exist only while their offer does, in the catalogue's order. */
  List<String> ACTIONS = List.of(OFFER_DISCOUNT, OFFER_INSTALLMENTS, GRACE_PERIOD, EXTEND_DUE_DATE);

  /** The action that makes it: one of {@link #ACTIONS}. */
  String action();

  String currency();

  /** Ids, in the order of the answer. */
  List<String> receivables();

  /** What is payable on its receivables, in whole minor units; nothing that is held. */
  BigDecimal amount();

  /** What the customer pays and when if the offer is kept, earliest first. */
  List<CashFlow> flows();

  /** What an option table reads as {@code option.percent}. */
  Optional<BigDecimal> percent();

  /** What an option table reads as {@code option.days}: from asOf to its last cash flow. */
  int days();
}
