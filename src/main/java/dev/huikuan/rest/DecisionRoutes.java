package dev.huikuan.rest;

import dev.huikuan.lifecycle.ServedPolicy;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Routes that decide, and that read what was decided. */
final class DecisionRoutes {

  private final Supplier<ServedPolicy> serving;
  private final Clock clock;
  private final BatchHandler batches = new BatchHandler();

  DecisionRoutes(Supplier<ServedPolicy> serving, Clock clock) {
    this.serving = serving;
    this.clock = clock;
  }

  List<Route> table() {
    return List.of(
        DecisionOperations.DECISIONS.answeredBy(
            ctx -> DecisionHandler.decide(ctx, serving.get(), clock.instant())),
        DecisionOperations.BATCH.answeredBy(
            ctx -> batches.decide(ctx, serving.get(), clock.instant())));
  }
}
