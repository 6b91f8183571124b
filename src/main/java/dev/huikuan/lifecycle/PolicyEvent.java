package dev.huikuan.lifecycle;

import java.time.Instant;

/**
 * Something that happened to a version.
 *
 * @param who the name of the key, {@code open mode}, or the command that did it
 * @param note why, in the words of whoever did it
 */
public record PolicyEvent(Kind kind, String who, Instant at, String note) {

  /** What can happen. Names are a contract. */
  public enum Kind {
    /** Came from a policy folder. */
    IMPORTED,
    /** Came as a draft, or was sent in again after it was rejected. */
    DRAFTED,
    /** Its scenarios were replaced; tables and rules are what they were. */
    SCENARIOS_REPLACED,
    APPROVED,
    REJECTED,
    ACTIVATED,
    SUPERSEDED
  }

  /** True for what makes somebody an author: who did it may not approve. */
  public boolean isAuthorship() {
    return kind == Kind.DRAFTED || kind == Kind.SCENARIOS_REPLACED || kind == Kind.IMPORTED;
  }
}
