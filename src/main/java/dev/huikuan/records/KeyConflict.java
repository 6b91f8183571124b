package dev.huikuan.records;

/** The idempotency key stands in the log for another request. */
public final class KeyConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String decisionId;

  KeyConflict(String decisionId) {
    super("the idempotency key belongs to decision " + decisionId, null, false, false);
    this.decisionId = decisionId;
  }

  /** The decision that was recorded under the key. */
  public String decisionId() {
    return decisionId;
  }
}
