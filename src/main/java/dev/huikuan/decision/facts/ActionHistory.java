package dev.huikuan.decision.facts;

import dev.huikuan.domain.ActionTaken;
import dev.huikuan.domain.AsOf;
import dev.huikuan.domain.Case;
import dev.huikuan.domain.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /**
   * Adds {@code times CODE} and {@code daysSince CODE} for each code; the latter is unknown for an
   * action that was never taken.
   */
  void into(Map<String, Value> terms, Collection<String> codes) {
    Map<String, List<LocalDate>> days =
        theCase.actionsTaken().orElse(List.of()).stream()
            .collect(
                Collectors.groupingBy(
                    ActionTaken::code,
                    Collectors.mapping(action -> asOf.dateOf(action.at()), Collectors.toList())));
    for (String code : codes) {
      List<LocalDate> taken = days.getOrDefault(code, List.of());
      Value times = theCase.actionsTaken().isKnown() ? Value.whole(taken.size()) : Value.UNKNOWN;
      terms.put("times " + code, times);
      terms.put("daysSince " + code, taken.isEmpty() ? Value.UNKNOWN : daysSince(taken));
    }
  }

  private Value daysSince(List<LocalDate> taken) {
    return Value.whole(ChronoUnit.DAYS.between(Collections.max(taken), asOf.date()));
  }
}
