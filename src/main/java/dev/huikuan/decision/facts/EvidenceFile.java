package dev.huikuan.decision.facts;

import dev.huikuan.domain.Evidence;
import dev.huikuan.domain.Known;
import dev.huikuan.domain.Value;
import java.util.List;
import java.util.Optional;

/**
 * Whether the papers for a legal step are on file: contract, invoice, and proof that we performed
 * (delivery or acceptance). A reconciliation or a demand strengthens a claim but is not needed.
 */
final class EvidenceFile {

  private EvidenceFile() {}

  /** Over everything collectible, else the leading receivable; unknown when there is neither. */
  static Value complete(List<OpenItem> items, Optional<OpenItem> leading) {
    List<Known<Boolean>> claims =
        items.stream()
            .filter(i -> i.collectible().signum() > 0 || leading.equals(Optional.of(i)))
            .map(i -> complete(i.receivable().evidence()))
            .toList();
    return claims.isEmpty() ? Value.UNKNOWN : value(all(claims));
  }

  private static Known<Boolean> complete(Evidence evidence) {
    return all(List.of(evidence.contract(), evidence.invoice(), performance(evidence)));
  }

  private static Known<Boolean> performance(Evidence evidence) {
    if (evidence.delivery().orElse(false) || evidence.acceptance().orElse(false)) {
      return Known.of(true);
    }
    return evidence.delivery().isKnown() && evidence.acceptance().isKnown()
        ? Known.of(false)
        : Known.unknown();
  }

  /** No, when one is known to be missing; unknown, when one is unknown; else yes. */
  private static Known<Boolean> all(List<Known<Boolean>> parts) {
    if (parts.stream().anyMatch(part -> part.isKnown() && !part.get())) {
      return Known.of(false);
    }
    return parts.stream().allMatch(Known::isKnown) ? Known.of(true) : Known.unknown();
  }

  private static Value value(Known<Boolean> flag) {
    return flag.toOptional().map(Value::flag).orElse(Value.UNKNOWN);
  }
}
