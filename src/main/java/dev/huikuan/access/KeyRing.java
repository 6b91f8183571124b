package dev.huikuan.access;

import dev.huikuan.records.RecordsUnavailable;
import java.time.Instant;
import java.util.List;

/** Where keys are kept. Thread-safe. Every method may throw {@link RecordsUnavailable}. */
public interface KeyRing {

  /**
   * A key with what is kept of its secret.
   *
   * @param hash SHA-256 in hex
   */
  record Kept(ApiKey key, String hash) {}

  /**
   * Adds a key, and the audit's entry of it: both or none.
   *
   * @return false when a live key has the name already
   */
  boolean add(Kept key, AuditEntry entry);

  /**
   * Revokes a live key, and adds the audit's entry of it: both or none.
   *
   * @return false when there is no live key with this id
   */
  boolean revoke(String id, Instant at, AuditEntry entry);

  /** All keys, revoked ones too, in the order in which they were made. */
  List<Kept> all();
}
