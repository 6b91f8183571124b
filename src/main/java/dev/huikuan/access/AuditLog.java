package dev.huikuan.access;

import dev.huikuan.records.Page;
import dev.huikuan.records.RecordsUnavailable;
import java.util.Optional;

/**
 * The record of changes: only ever added to. Thread-safe. Every method may throw {@link
 * RecordsUnavailable}.
 */
public interface AuditLog {

  void add(AuditEntry entry);

  /**
   * The latest first.
   *
   * @param limit 1 to {@link Page#MOST}
   * @param cursor from the page before
   * @throws IllegalArgumentException when the cursor is none of ours
   */
  Page<AuditEntry> read(int limit, Optional<String> cursor);
}
