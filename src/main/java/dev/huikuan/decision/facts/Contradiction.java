package dev.huikuan.decision.facts;

import dev.huikuan.domain.Text;
import java.util.List;

/**
 * Two facts of the case that cannot both be true.
 *
 * @param facts the properties that contradict each other, by their names in the case
 * @param receivables the receivables concerned; empty when the case has none of that id
 */
public record Contradiction(List<String> facts, List<String> receivables, Text text) {
  public Contradiction {
    facts = List.copyOf(facts);
    receivables = List.copyOf(receivables);
  }
}
