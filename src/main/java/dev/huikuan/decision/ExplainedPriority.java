package dev.huikuan.decision;

import dev.huikuan.domain.Recommendation.Priority;
import dev.huikuan.domain.Recommendation.PriorityReason;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.TableResult.Hit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How urgent an account is, and the rows whose points add up to that. */
final class ExplainedPriority {

  private static final String PRIORITY = "priority";

  private final Draft draft;
  private final Reasons reasons;

  ExplainedPriority(Draft draft, Reasons reasons) {
    this.draft = draft;
    this.reasons = reasons;
  }

  Priority priority() {
    Optional<BigDecimal> points = number(draft.book().account(PRIORITY));
    List<PriorityReason> rows =
        TableRunner.deciding(PRIORITY, draft)
            .filter(TableRun::matched)
            .map(this::adding)
            .orElse(List.of());
    return new Priority(points, rows);
  }

  /** Each row of a sum or a count; otherwise the row that gave the points. */
  private List<PriorityReason> adding(TableRun run) {
    Value result = run.result().outputs().getOrDefault(PRIORITY, Value.UNKNOWN);
    Stream<Hit> hits = run.result().hits().stream().filter(hit -> points(hit).isPresent());
    return switch (run.table().hitPolicy()) {
      case COLLECT_SUM -> hits.map(hit -> reason(hit, points(hit).orElseThrow())).toList();
      case COLLECT_COUNT -> hits.map(hit -> reason(hit, BigDecimal.ONE)).toList();
      default ->
          hits.filter(hit -> hit.outputs().get(PRIORITY).equals(result))
              .limit(1)
              .map(hit -> reason(hit, points(hit).orElseThrow()))
              .toList();
    };
  }

  private PriorityReason reason(Hit hit, BigDecimal points) {
    return new PriorityReason(hit.row().id(), points, reasons.of(hit, Optional.empty()));
  }

  private static Optional<BigDecimal> points(Hit hit) {
    return number(hit.outputs().getOrDefault(PRIORITY, Value.UNKNOWN));
  }

  private static Optional<BigDecimal> number(Value value) {
    return value instanceof Value.Num number ? Optional.of(number.decimal()) : Optional.empty();
  }
}
