package dev.huikuan.decision.offer;

/** How a plan spreads principal and interest. */
public enum PlanMethod {
  /** The same principal each time, interest on what is left: falling payments. */
  EQUAL_PRINCIPAL,
  /** The same payment each time. */
  ANNUITY,
  /** The same principal each time, no interest whatever rate is given. */
  INTEREST_FREE
}
