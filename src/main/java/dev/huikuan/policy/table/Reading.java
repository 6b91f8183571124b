package dev.huikuan.policy.table;

import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import java.time.LocalDate;

/**
 * What a table is evaluated against: the values of terms, as seen from one place of a case. Cells
 * test amounts in the policy's base currency, at every level; what outputs compute stays in the
 * currency of the place: a receivable's own, the base currency elsewhere.
 */
public interface Reading {

  /**
   * The value of the term at its level as outputs compute with it: an amount in the currency of
   * this place. {@link Value#UNKNOWN} when there is none. Never null.
   */
  Value value(TermRef ref);

  /**
   * The value of the term as cells test it: an amount in the base currency, unknown without an
   * exchange rate.
   */
  default Value tested(TermRef ref) {
    return value(ref);
  }

  /**
   * The value of a parameter on a date, an amount in the base currency; {@link Value#UNKNOWN} when
   * it has none on that date.
   */
  Value parameter(String code, LocalDate on);

  /** An amount in the base currency in the currency of this place. */
  default Value inPlace(Value amount) {
    return amount;
  }

  /** The day for which {@code parameter@accrual} is asked: that of the decision, unless a piece. */
  default LocalDate accrual() {
    return asOf();
  }

  /** The date of the decision: periods of tables and rows and undated parameters go by it. */
  LocalDate asOf();
}
