package dev.huikuan.decision;

import dev.huikuan.decision.facts.BusinessDays;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Value;
import java.util.Optional;

/** By when: the day of the decision and so many business days, Monday to Friday. */
final class SetTiming implements Step {

  @Override
  public void take(Draft draft) {
    Optional<Integer> days =
        draft.book().account("dueWithinDays") instanceof Value.Num decided
            ? Optional.of(decided.decimal().intValue())
            : draft.choice().action().whole(CatalogueColumns.DUE_DAYS);
    days.ifPresent(n -> draft.dueBy(BusinessDays.after(draft.asOf(), n)));
  }
}
