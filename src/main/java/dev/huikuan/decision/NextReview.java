package dev.huikuan.decision;

import dev.huikuan.decision.facts.AgreementState;
import dev.huikuan.decision.facts.PromiseState;
import dev.huikuan.decision.timing.BusinessDays;
import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The day on which to look at the account again at the latest: the earliest of the days after a
 * hold ends, after the action's last day, after an open promise or installment is judged, and of
 * the review days of holds without an end.
 */
final class NextReview {

  private NextReview() {}

  /** On a business day of the creditor after asOf; empty when nothing is awaited. */
  static Optional<LocalDate> of(Draft draft, Optional<LocalDate> dueBy, List<Text> moved) {
    BusinessDays days = draft.facts().creditorDays();
    Optional<LocalDate> earliest =
        Stream.of(
                draft.holds().stream().flatMap(hold -> review(hold, draft.asOf()).stream()),
                dueBy.map(day -> day.plusDays(1)).stream(),
                promises(draft),
                agreements(draft))
            .flatMap(day -> day)
            .filter(day -> day.isAfter(draft.asOf()))
            .min(LocalDate::compareTo);
    Optional<LocalDate> review = earliest.map(days::onOrAfter);
    if (!review.equals(earliest)) {
      LocalDate wished = earliest.orElseThrow();
      LocalDate day = review.orElseThrow();
      moved.add(Moves.review(wished, day, Moves.closed(wished, day.minusDays(1), days)));
    }
    return review;
  }

  private static Optional<LocalDate> review(HeldBack hold, LocalDate asOf) {
    return hold.until()
        .map(last -> last.plusDays(1))
        .or(
            () ->
                hold.entry()
                    .whole(CatalogueColumns.REVIEW_DAYS)
                    .map(days -> asOf.plusDays(Math.max(1, days))));
  }

  private static Stream<LocalDate> promises(Draft draft) {
    return draft.facts().promises().stream()
        .filter(PromiseState::isOpen)
        .map(promise -> promise.openUntil().plusDays(1));
  }

  private static Stream<LocalDate> agreements(Draft draft) {
    return draft.facts().agreements().stream()
        .filter(AgreementState::isRunning)
        .flatMap(state -> state.until().stream())
        .map(last -> last.plusDays(1));
  }
}
