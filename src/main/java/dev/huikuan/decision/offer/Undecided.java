package dev.huikuan.decision.offer;

import dev.huikuan.domain.Recommendation.Because;
import java.util.List;
import java.util.Optional;

/** Tells what it would have taken for the policy's tables to decide a term for a receivable. */
@FunctionalInterface
public interface Undecided {

  /**
   * @param kind only rows that decide this {@code extensionKind} are looked at
   * @return the conditions that failed in the nearest row; empty when there is no such row
   */
  List<Because> why(String receivableId, String term, Optional<String> kind);
}
