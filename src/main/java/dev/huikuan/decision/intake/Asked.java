package dev.huikuan.decision.intake;

import dev.huikuan.domain.Case;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import java.util.List;
import java.util.Map;

/**
 * What is asked: a case as it is, or as it would be.
 *
 * @param theCase with every change of the what-if made
 * @param overrides terms set in place of what is computed
 * @param assumed what the what-if changed, one sentence each; shown in the trace
 * @param hypothetical the case had a what-if: the answer is a dry run and is marked
 */
public record Asked(
    Case theCase, Map<String, Value> overrides, List<Text> assumed, boolean hypothetical) {

  public Asked {
    overrides = Map.copyOf(overrides);
    assumed = List.copyOf(assumed);
  }

  /** A case as it is. */
  public static Asked of(Case theCase) {
    return new Asked(theCase, Map.of(), List.of(), false);
  }
}
