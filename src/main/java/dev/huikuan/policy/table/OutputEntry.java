package dev.huikuan.policy.table;

import dev.huikuan.domain.Value;

/** What an output entry says: a literal, or a small expression over terms and parameters. */
public interface OutputEntry {

  /** The value, or {@link Value#UNKNOWN} when an argument that it needs is unknown. */
  Value value(Reading reading);
}
