package dev.huikuan.feedback;

/** An outcome that fits and was not recorded all the same. */
public final class NotTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why it was not. */
  public enum Why {
    /** The customer's data was erased: nothing can be decided of it any more. */
    ERASED,
    /** Others report of the same account faster than the case can be decided anew. */
    TOO_MANY_AT_ONCE
  }

  private final Why why;

  NotTaken(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
