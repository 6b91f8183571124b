package dev.huikuan.domain;

/** Where a term's value comes from. */
public enum Origin {
  /** Sent in the case. */
  GIVEN,
  /** Computed by the product. */
  DERIVED,
  /** Set by DRL of the policy. */
  RULE,
  /** The output of a decision table. */
  DECIDED,
  /** A value of the policy's parameters, read at a date. */
  PARAMETER
}
