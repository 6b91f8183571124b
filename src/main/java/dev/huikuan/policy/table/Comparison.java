package dev.huikuan.policy.table;

import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Value;

/** How two values are compared; exact, without rounding. */
public enum Comparison {
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">="),
  EQUAL("="),
  NOT_EQUAL("!=");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /** True when the value stands in this relation to factor × other; false when one is absent. */
  boolean holds(Value value, long factor, Value other) {
    if (value instanceof Value.Num left && other instanceof Value.Num right) {
      return holds(compareScaled(left.micros(), factor, right.micros()));
    }
    if (value instanceof Value.Day left && other instanceof Value.Day right) {
      return holds(left.date().compareTo(right.date()));
    }
    if (value instanceof Value.Clock left && other instanceof Value.Clock right) {
      return holds(left.time().compareTo(right.time()));
    }
    return false;
  }

  private boolean holds(int order) {
    return switch (this) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
    };
  }

  /** left × 1 against factor × right, in 128 bits, so that no product overflows or is rounded. */
  private static int compareScaled(long left, long factor, long right) {
    if (factor == Micros.ONE) {
      return Long.compare(left, right);
    }
    int high = Long.compare(Math.multiplyHigh(left, Micros.ONE), Math.multiplyHigh(factor, right));
    return high != 0 ? high : Long.compareUnsigned(left * Micros.ONE, factor * right);
  }
}
