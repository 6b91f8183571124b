package dev.huikuan.policy.verification;

/**
 * How much work an analysis may do: deciding whether boxes cover a box takes, at worst, time that
 * doubles with every column. One step looks at one row at one branch.
 */
class Effort {

  private long left;
  private final long allowed;

  Effort(long allowed) {
    this.allowed = allowed;
    this.left = allowed;
  }

  /** False when there is nothing left to spend. */
  boolean spend(long steps) {
    left -= steps;
    return left >= 0;
  }

  boolean isSpent() {
    return left < 0;
  }

  long allowed() {
    return allowed;
  }

  /** An allowance of its own, at most what is left here; what it spends is taken from here. */
  Effort part(long steps) {
    Effort whole = this;
    return new Effort(Math.max(0, Math.min(steps, left))) {
      @Override
      boolean spend(long some) {
        whole.left -= some;
        return super.spend(some);
      }
    };
  }
}
