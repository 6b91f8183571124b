package dev.huikuan.policy.table;

import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import java.time.LocalDate;

/** What a table is evaluated against: the values of terms, as seen from one place of a case. */
public interface Reading {

  /** The value of the term at its level; {@link Value#UNKNOWN} when there is none. Never null. */
  Value value(TermRef ref);

  /** The value of a parameter on a date; {@link Value#UNKNOWN} when it has none on that date. */
  Value parameter(String code, LocalDate on);

  /** The date of the decision: periods of tables and rows and undated parameters go by it. */
  LocalDate asOf();
}
