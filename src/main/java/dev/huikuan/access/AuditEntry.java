package dev.huikuan.access;

import java.time.Instant;

/**
 * One change: who, when, what. Without personal data: customers are named by the ids of decisions.
 *
 * @param who the name of the key; {@code open mode} without keys
 * @param target id of the key, version of the policy, id of the decision
 * @param detail more of it in words of the machine: roles, note, types
 */
public record AuditEntry(Instant at, String who, Deed deed, String target, String detail) {

  /** The most characters of a detail; what is longer is cut. */
  public static final int LONGEST_DETAIL = 500;

  /** What can be done. Names are a contract. */
  public enum Deed {
    KEY_ADDED,
    KEY_REVOKED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    POLICY_DRAFTED,
    POLICY_APPROVED,
    POLICY_ACTIVATED,
    POLICY_REJECTED,
    DATA_ERASED,
    OUTCOME_OVERRIDDEN
  }

  public AuditEntry {
    if (detail.length() > LONGEST_DETAIL) {
      int end = Character.isHighSurrogate(detail.charAt(LONGEST_DETAIL - 1)) ? 1 : 0;
      detail = detail.substring(0, LONGEST_DETAIL - end);
    }
  }
}
