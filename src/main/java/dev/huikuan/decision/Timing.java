package dev.huikuan.decision;

import dev.huikuan.domain.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When to act and when to look again.
 *
 * @param notBefore the earliest moment of contact in the customer's zone, to the minute
 * @param moved what weekends, holidays and quiet hours moved, one sentence for each date
 * @param unpublished a date lies in a year whose holidays nobody has published
 */
record Timing(
    Optional<String> notBefore,
    Optional<LocalDate> dueBy,
    Optional<LocalDate> nextReviewOn,
    List<Text> moved,
    boolean unpublished) {

  static final String MOVED_BY_CALENDAR = "MOVED_BY_CALENDAR";
  static final String CALENDAR_NOT_PUBLISHED = "CALENDAR_NOT_PUBLISHED";

  static final Timing NONE =
      new Timing(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false);

  Timing {
    moved = List.copyOf(moved);
  }
}
