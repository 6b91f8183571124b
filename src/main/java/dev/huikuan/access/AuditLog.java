package dev.huikuan.access;

import dev.huikuan.records.Page;
import dev.huikuan.records.RecordsUnavailable;
import java.util.List;
import java.util.Optional;

/**
 * The record of changes: only ever added to. Thread-safe. Every method may throw {@link
 * RecordsUnavailable}.
 */
public interface AuditLog {

  /** Keeps nothing: for a server without a database. */
  AuditLog NONE =
      new AuditLog() {
        @Override
        public void add(AuditEntry entry) {
          // nothing is kept
        }

        @Override
        public Page<AuditEntry> read(int limit, Optional<String> cursor) {
          return new Page<>(List.of(), Optional.empty());
        }
      };

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
