package dev.huikuan.web;

import dev.huikuan.access.Principal;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.DecisionQuery;
import dev.huikuan.records.InvalidCursor;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.Page;
import dev.huikuan.records.StoredDecision;
import java.util.List;
import java.util.Optional;

/** What stands beside a decision: those of its account before it, and the next account. */
final class Neighbours {

  private static final int PAST = 20;
  private final DecisionLog log;

  Neighbours(DecisionLog log) {
    this.log = log;
  }

  /** The account's decisions, the latest recorded first. */
  List<DecisionLine> decisions(StoredDecision shown) {
    DecisionQuery ofAccount =
        new DecisionQuery(
            Optional.of(shown.ledger()),
            Optional.of(shown.customerId()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            PAST,
            Optional.empty());
    return log.decisions(ofAccount).items();
  }

  /** What was reported of decisions. */
  List<Outcome> outcomes(List<DecisionLine> decisions) {
    return decisions.stream()
        .filter(line -> line.outcome().isPresent())
        .flatMap(line -> log.outcomes(line.id()).stream())
        .toList();
  }

  /** The account after the shown one; the one in its place when that has moved meanwhile. */
  Optional<String> next(StoredDecision shown, DeskAddress place, Principal reader) {
    try {
      Page<DecisionLine> upTo = log.worklist(place.query(reader, place.line() + 1));
      if (upTo.items().size() <= place.line()) {
        return Optional.empty();
      }
      DecisionLine there = upTo.items().get(place.line());
      return isAccount(there, shown)
          ? upTo.nextCursor().flatMap(cursor -> first(place.at(Optional.of(cursor), 0), reader))
          : Optional.of(place.decision(there.id()));
    } catch (InvalidCursor strange) {
      return Optional.empty();
    }
  }

  private Optional<String> first(DeskAddress from, Principal reader) {
    return log.worklist(from.query(reader, 1)).items().stream()
        .findFirst()
        .map(line -> from.decision(line.id()));
  }

  private static boolean isAccount(DecisionLine line, StoredDecision shown) {
    return line.ledger().equals(shown.ledger()) && line.customerId().equals(shown.customerId());
  }
}
