package dev.huikuan.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Inner objects whose mapped cells are all empty: an empty <em>pause until</em> is no pause, an
 * empty <em>dispute opened</em> no dispute, a period without a rate no late interest.
 */
final class Hollow {

  /** Object → properties of which at least one must be there. */
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "dispute", List.of("openedOn", "amount", "reason"),
          "pause", List.of("until", "reason"),
          "lateInterest", List.of("percent"),
          "earlyPaymentDiscount", List.of("percent"));

  private Hollow() {}

  static void prune(ObjectNode node) {
    NEEDS.forEach(
        (name, needed) -> {
          JsonNode inner = node.get(name);
          if (inner != null && present(inner, needed).findAny().isEmpty()) {
            node.remove(name);
          }
        });
  }

  private static Stream<String> present(JsonNode inner, List<String> names) {
    return names.stream().filter(name -> inner.hasNonNull(name));
  }
}
