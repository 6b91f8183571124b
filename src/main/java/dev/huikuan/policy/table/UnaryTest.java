package dev.huikuan.policy.table;

import dev.huikuan.domain.Value;

/** What an input entry says: one of a closed set of typed tests, data only. */
public interface UnaryTest {

  /** True when the value of the column's term passes; terms that the cell names are read. */
  boolean matches(Value value, Reading reading);
}
