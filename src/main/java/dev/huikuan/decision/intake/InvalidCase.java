package dev.huikuan.decision.intake;

import java.util.List;

/** A case that cannot be decided, with every fault that was found. */
public final class InvalidCase extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<CaseFault> faults;
  private final boolean malformed;

  public InvalidCase(boolean malformed, List<CaseFault> faults) {
    super(faults.toString());
    this.malformed = malformed;
    this.faults = List.copyOf(faults);
  }

  /** True when the text is not JSON at all (problem MALFORMED), false for INVALID_CASE. */
  public boolean isMalformed() {
    return malformed;
  }

  public List<CaseFault> faults() {
    return faults;
  }
}
