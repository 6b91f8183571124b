package dev.huikuan.decision;

import dev.huikuan.decision.offer.Ground;
import dev.huikuan.decision.offer.Offer;
import dev.huikuan.decision.offer.Offers;
import dev.huikuan.decision.offer.Workdays;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Recommendation.Because;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.TableIndex;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Makes offers from the terms that the proposing tables decided, and says of each kind that is not
 * made why. A policy without any table for terms of offers has none, and nothing to explain.
 */
final class MakeOffers implements Step {

  /** A policy that decides one of these considers offers. */
  private static final List<String> TERMS =
      List.of("discountPercent", "discountAnnualPercent", "installmentCount", "extensionDays");

  @Override
  public void take(Draft draft) {
    if (!considersOffers(draft)) {
      return;
    }
    Ground ground =
        new Ground(
            draft.book(),
            draft.items(),
            new Workdays(draft.facts().customerDays()::isBusinessDay),
            waitDelay(draft),
            new NearestRow(draft)::why);
    draft.offers(Offers.of(ground));
    for (String action : Offer.ACTIONS) {
      List<Because> held = isUsed(action, draft) ? heldBack(action, draft) : disabled(action);
      if (!held.isEmpty()) {
        draft.offers(draft.offers().block(action, held));
      }
    }
  }

  private static boolean considersOffers(Draft draft) {
    return draft.policy().proposing().stream()
        .map(TableIndex::table)
        .anyMatch(table -> TERMS.stream().anyMatch(term -> Plan.decides(table, term)));
  }

  private static boolean isUsed(String action, Draft draft) {
    return draft.policy().actions().find(action).map(row -> !row.disabled()).orElse(false);
  }

  /** The catalogue of actions lacks it or marks it as disabled. */
  private static List<Because> disabled(String action) {
    return List.of(
        new Because("option", Value.code(action), "not(" + action + ")", Optional.empty()));
  }

  /** Holds found so far whose row in the catalogue blocks the action or its kind. */
  private static List<Because> heldBack(String action, Draft draft) {
    String kind = draft.action(action).column(CatalogueColumns.KIND);
    return draft.holds().stream()
        .filter(hold -> hold.effect().equals(HeldBack.BLOCKS))
        .filter(
            hold -> {
              List<String> blocked = hold.entry().list(CatalogueColumns.BLOCKS);
              return blocked.contains(action) || blocked.contains(kind);
            })
        .map(HeldBack::code)
        .distinct()
        .map(code -> new Because("holds", Value.code(code), "not(" + code + ")", Optional.empty()))
        .toList();
  }

  /** How long waiting takes, where an option table decides it. */
  private static Optional<Integer> waitDelay(Draft draft) {
    return OptionTables.waiting(draft)
        .number(OptionTables.EXPECTED_DELAY)
        .map(BigDecimal::intValue);
  }
}
