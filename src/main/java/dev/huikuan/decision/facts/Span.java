package dev.huikuan.decision.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Days in a row, the first and the last among them. */
record Span(LocalDate first, LocalDate last) {

  /** Empty when the last day lies before the first. */
  static Optional<Span> of(LocalDate first, LocalDate last) {
    return first.isAfter(last) ? Optional.empty() : Optional.of(new Span(first, last));
  }

  /** What is left of it without the other's days: nothing, one part or two. */
  List<Span> without(Span other) {
    if (other.first.isAfter(last) || other.last.isBefore(first)) {
      return List.of(this);
    }
    List<Span> left = new ArrayList<>();
    if (other.first.isAfter(first)) {
      left.add(new Span(first, other.first.minusDays(1)));
    }
    if (other.last.isBefore(last)) {
      left.add(new Span(other.last.plusDays(1), last));
    }
    return left;
  }

  /** Cut in two before a day that lies behind its first day. */
  List<Span> cutBefore(LocalDate day) {
    return day.isAfter(first) && !day.isAfter(last)
        ? List.of(new Span(first, day.minusDays(1)), new Span(day, last))
        : List.of(this);
  }
}
