package dev.huikuan.decision;

import dev.huikuan.decision.offer.Offer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a case with their figures.
 *
 * @param offers what is offered, the most beneficial first, those without figures last, by amount
 * @param actions candidates that are no offers, and WAIT, by code
 * @param outranked by action: what is worth less than waiting and is therefore not made; of several
 *     offers of a kind the best
 */
record Options(List<Weighed> offers, Map<String, Weighed> actions, Map<String, Weighed> outranked) {

  private static final Comparator<Weighed> BEST_FIRST =
      Comparator.comparing((Weighed w) -> w.benefit().isEmpty())
          .thenComparing(w -> w.benefitInBase().orElse(BigDecimal.ZERO), Comparator.reverseOrder())
          .thenComparing(Weighed::amountInBase, Comparator.reverseOrder());

  static final Options NONE = new Options(List.of(), Map.of(), Map.of());

  Options {
    offers = offers.stream().sorted(BEST_FIRST).toList();
    actions = Map.copyOf(actions);
    outranked = Map.copyOf(outranked);
  }

  /** An action's figures; for one that makes an offer those of its best. */
  Optional<Weighed> of(String action) {
    return offers.stream()
        .filter(weighed -> weighed.action().equals(action))
        .findFirst()
        .or(() -> Optional.ofNullable(actions.get(action)))
        .or(() -> Optional.ofNullable(outranked.get(action)));
  }

  boolean isOutranked(String action) {
    return outranked.containsKey(action);
  }

  /** Who must agree to an action; to one that makes several offers all who must agree to any. */
  Approval approval(String action) {
    List<Approval> asked =
        offers.stream()
            .filter(weighed -> weighed.action().equals(action))
            .map(Weighed::approval)
            .toList();
    if (asked.isEmpty()) {
      return of(action).map(Weighed::approval).orElse(Approval.NOT_ASKED);
    }
    if (asked.stream().anyMatch(approval -> approval.roles().isEmpty())) {
      return Approval.NOT_ASKED;
    }
    Set<String> roles = new LinkedHashSet<>();
    asked.forEach(approval -> roles.addAll(approval.roles().orElseThrow()));
    return Approval.by(List.copyOf(roles));
  }

  /**
   * The offers to prefer: those of the chosen action, then the greatest expected net first, then in
   * the given order; none on a receivable of one that is preferred already.
   *
   * @param order actions in row order, for offers without figures
   */
  List<Offer> preferred(String chosen, List<String> order) {
    Comparator<Weighed> first =
        Comparator.comparing((Weighed w) -> !w.action().equals(chosen))
            .thenComparing(w -> w.economics().isEmpty())
            .thenComparing(w -> w.netInBase().orElse(BigDecimal.ZERO), Comparator.reverseOrder())
            .thenComparing(w -> rank(w.action(), order));
    List<Offer> preferred = new ArrayList<>();
    Set<String> taken = new LinkedHashSet<>();
    for (Weighed weighed : offers.stream().sorted(first).toList()) {
      Offer offer = weighed.offer().orElseThrow();
      if (offer.receivables().stream().noneMatch(taken::contains)) {
        preferred.add(offer);
        taken.addAll(offer.receivables());
      }
    }
    return preferred;
  }

  private static int rank(String action, List<String> order) {
    int at = order.indexOf(action);
    return at < 0 ? order.size() + Offer.ACTIONS.indexOf(action) : at;
  }
}
