package dev.huikuan.records;

import java.util.Optional;

/**
 * Which accounts are asked for. Order: actions to do before WAIT, then priority, overdue in base
 * currency descending, customer and ledger.
 *
 * @param search part of the customer's id or name, in any letter case
 * @param hold code of a hold that the account has
 * @param limit 1 to {@link Page#MOST}
 * @param cursor from the page before
 */
public record WorklistQuery(
    Optional<String> ledger,
    Optional<String> action,
    Optional<String> owner,
    Optional<String> agingBucket,
    Optional<String> riskTier,
    Optional<String> hold,
    Optional<String> search,
    int limit,
    Optional<String> cursor) {

  /** All accounts of a ledger, or of all. */
  public static WorklistQuery all(Optional<String> ledger, int limit) {
    Optional<String> any = Optional.empty();
    return new WorklistQuery(ledger, any, any, any, any, any, any, limit, any);
  }
}
