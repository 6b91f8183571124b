package dev.huikuan.rest;

import dev.huikuan.feedback.Outcomes;
import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.DecisionLog;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The route by which outcomes come back. */
final class OutcomeRoutes {

  private final Supplier<ServedPolicy> serving;
  private final Clock clock;
  private final OutcomeHandler outcomes;

  OutcomeRoutes(Supplier<ServedPolicy> serving, DecisionLog log, Clock clock) {
    this.serving = serving;
    this.clock = clock;
    this.outcomes = new OutcomeHandler(log, new Outcomes(log));
  }

  List<Route> table() {
    return List.of(
        RecordOperations.OUTCOME.answeredBy(
            ctx -> outcomes.report(ctx, serving.get(), clock.instant())));
  }
}
