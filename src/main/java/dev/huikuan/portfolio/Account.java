package dev.huikuan.portfolio;

import java.util.List;
import java.util.Optional;

/**
 * One customer of a portfolio.
 *
 * @param open its case; empty when nothing is open as of the day, or no row could be used
 * @param rows rows that could be used; 0 when the case was sent as such
 * @param invoicedLater rows left out because they were invoiced after the day
 * @param settled rows that are history
 * @param faults of its rows
 */
record Account(
    Optional<AccountCase> open, int rows, int invoicedLater, int settled, List<RowFault> faults) {

  /** How an account comes about; done on the thread that decides it. */
  @FunctionalInterface
  interface Source {
    Account read();
  }

  Account {
    faults = List.copyOf(faults);
  }

  /** A case that was sent as such. */
  static Account sent(AccountCase one) {
    return new Account(Optional.of(one), 0, 0, 0, List.of());
  }
}
