package dev.huikuan.decision.facts;

import dev.huikuan.domain.ActionTaken;
import dev.huikuan.domain.AsOf;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Value;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was done so far. Without a list the history is unknown; an empty one says: nothing. */
final class ActionHistory {

  private final Case theCase;
  private final AsOf asOf;

  ActionHistory(Case theCase) {
    this.theCase = theCase;
    this.asOf = theCase.asOf();
  }

  /** The latest action; of two at one moment the later in the list. */
  Value last() {
    return theCase.actionsTaken().orElse(List.of()).stream()
        .reduce((a, b) -> b.at().isBefore(a.at()) ? a : b)
        .map(taken -> Value.code(taken.code()))
        .orElse(Value.UNKNOWN);
  }

  /** Adds {@code times CODE} and {@code daysSince CODE}; the latter is unknown when never taken. */
  void into(Map<String, Value> terms, String code) {
    List<ActionTaken> taken =
        theCase.actionsTaken().orElse(List.of()).stream()
            .filter(action -> action.code().equals(code))
            .toList();
    terms.put(
        "times " + code,
        theCase.actionsTaken().isKnown() ? Value.whole(taken.size()) : Value.UNKNOWN);
    terms.put(
        "daysSince " + code,
        taken.stream()
            .map(action -> asOf.dateOf(action.at()))
            .max(Comparator.naturalOrder())
            .map(day -> Value.whole(ChronoUnit.DAYS.between(day, asOf.date())))
            .orElse(Value.UNKNOWN));
  }
}
