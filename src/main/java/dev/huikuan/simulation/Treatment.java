package dev.huikuan.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.answer.RecommendationJson;
import dev.huikuan.domain.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How two answers to the same case differ. An account is <em>treated</em> differently when its
 * answer differs in anything but what explains it: the trace, the alternatives and the version.
 */
final class Treatment {

  private static final Set<String> VERSIONS = Set.of("policyVersion");
  private static final Set<String> EXPLANATION = Set.of("alternatives", "trace");

  /**
   * @param properties of the answer that differ, explanation not among them
   * @param explained the explanation differs
   */
  record Differs(List<String> properties, boolean explained) {
    boolean treated() {
      return !properties.isEmpty();
    }
  }

  private Treatment() {}

  static Differs between(Recommendation before, Recommendation after) {
    if (isEqual(before, after)) {
      return new Differs(List.of(), false);
    }
    ObjectNode was = RecommendationJson.stored(before);
    ObjectNode is = RecommendationJson.stored(after);
    List<String> properties = new ArrayList<>();
    boolean explained = false;
    for (var property : is.properties()) {
      String name = property.getKey();
      if (VERSIONS.contains(name) || property.getValue().equals(was.get(name))) {
        continue;
      }
      if (EXPLANATION.contains(name)) {
        explained = true;
      } else {
        properties.add(name);
      }
    }
    return new Differs(properties, explained);
  }

  /** A quick look: most accounts are not touched by a change. */
  private static boolean isEqual(Recommendation a, Recommendation b) {
    return a.action().equals(b.action())
        && a.priority().equals(b.priority())
        && a.discount().equals(b.discount())
        && a.installments().equals(b.installments())
        && a.extension().equals(b.extension())
        && a.holds().equals(b.holds())
        && a.alerts().equals(b.alerts())
        && a.advice().equals(b.advice())
        && a.alternatives().equals(b.alternatives())
        && a.receivables().equals(b.receivables())
        && a.facts().equals(b.facts())
        && a.trace().equals(b.trace())
        && a.nextReviewOn().equals(b.nextReviewOn())
        && a.exchangeRates().equals(b.exchangeRates())
        && a.baseCurrency().equals(b.baseCurrency())
        && a.asOf().equals(b.asOf());
  }
}
