package dev.huikuan.access;

import dev.huikuan.records.RecordsUnavailable;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in at the pages; shared by all replicas. Thread-safe. Every method may throw {@link
 * RecordsUnavailable}.
 */
public interface Sessions {

  /**
   * One browser that signed in.
   *
   * @param idHash SHA-256 of the cookie's value, in hex
   * @param seenAt when it last asked for something, to the minute
   */
  record Session(String idHash, String keyId, Instant createdAt, Instant seenAt) {}

  void open(Session session);

  Optional<Session> find(String idHash);

  void seen(String idHash, Instant at);

  void close(String idHash);

  /** Forgets sessions that were not seen since. */
  void forget(Instant notSeenSince);
}
