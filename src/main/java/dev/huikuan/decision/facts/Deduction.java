package dev.huikuan.decision.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What {@code payable} leaves out of one receivable, and why.
 *
 * @param code the hold that it belongs to, or {@link #CREDIT}
 * @param amount in the receivable's currency; 0 when it applies but nothing was left to take
 * @param until last day on which it applies as things stand; empty = no known end
 */
public record Deduction(String code, BigDecimal amount, Optional<LocalDate> until) {

  public static final String CREDIT = "CREDIT";
  public static final String DISPUTE_OPEN = "DISPUTE_OPEN";
  public static final String PROMISE_NOT_DUE = "PROMISE_NOT_DUE";
  public static final String GRACE_ACTIVE = "GRACE_ACTIVE";
  public static final String PLAN_ACTIVE = "PLAN_ACTIVE";
  public static final String ACCEPTANCE_PENDING = "ACCEPTANCE_PENDING";
  public static final String INVOICE_NOT_DELIVERED = "INVOICE_NOT_DELIVERED";
  public static final String INVOICE_ERROR = "INVOICE_ERROR";
  public static final String EXCLUDED = "EXCLUDED";
}
