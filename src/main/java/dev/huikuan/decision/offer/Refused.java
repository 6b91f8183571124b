package dev.huikuan.decision.offer;

import dev.huikuan.domain.Recommendation.Because;
import java.util.List;

/**
 * One of the four offers that is not made.
 *
 * @param action OFFER_DISCOUNT, OFFER_INSTALLMENTS, GRACE_PERIOD or EXTEND_DUE_DATE
 * @param because never empty
 */
public record Refused(String action, List<Because> because) {
  public Refused {
    because = List.copyOf(because);
    if (because.isEmpty()) {
      throw new IllegalArgumentException(action + " refused without a reason");
    }
  }

  /** The same condition, wherever each was found. */
  public static boolean isSame(Because one, Because other) {
    return one.term().equals(other.term())
        && one.value().equals(other.value())
        && one.test().equals(other.test());
  }
}
