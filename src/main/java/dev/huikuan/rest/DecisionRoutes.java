package dev.huikuan.rest;

import dev.huikuan.lifecycle.ServedPolicy;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.Recorder;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Routes that decide, and that read what was decided. */
final class DecisionRoutes {

  private final Supplier<ServedPolicy> serving;
  private final Clock clock;
  private final DecisionHandler decisions;
  private final BatchHandler batches;

  DecisionRoutes(Supplier<ServedPolicy> serving, DecisionLog log, Clock clock) {
    Recorder recorder = new Recorder(log);
    this.serving = serving;
    this.clock = clock;
    this.decisions = new DecisionHandler(recorder);
    this.batches = new BatchHandler(recorder);
  }

  List<Route> table() {
    return List.of(
        DecisionOperations.DECISIONS.answeredBy(
            ctx -> decisions.decide(ctx, serving.get(), clock.instant())),
        DecisionOperations.BATCH.answeredBy(
            ctx -> batches.decide(ctx, serving.get(), clock.instant())));
  }
}
