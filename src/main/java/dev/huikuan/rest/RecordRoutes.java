package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.lifecycle.PolicyRegistry;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.PortfolioFigures;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Routes that read the records: decisions, the worklist, figures of the portfolio. */
final class RecordRoutes {

  private final RecordedDecisions decisions;
  private final PortfolioFigures figures;

  RecordRoutes(PolicyRegistry registry, DecisionLog log, PortfolioFigures figures) {
    this.decisions = new RecordedDecisions(registry, log);
    this.figures = figures;
  }

  List<Route> table() {
    return List.of(
        RecordOperations.LIST.answeredBy(decisions::list),
        RecordOperations.ONE.answeredBy(decisions::one),
        RecordOperations.WORKLIST.answeredBy(decisions::worklist),
        RecordOperations.SUMMARY.answeredBy(this::summary));
  }

  private void summary(Context ctx) {
    Query query = new Query(ctx, "ledger", "from", "to");
    query.text("ledger");
    Optional<LocalDate> from = query.date("from");
    Optional<LocalDate> to = query.date("to");
    query.inOrder(from, to);
    query.check();
    Optional<String> ledger = Caller.ledger(ctx);
    boolean period = from.isPresent() || to.isPresent();
    ObjectNode body =
        Recording.attempted(() -> SummaryJson.of(ledger, figures.summary(ledger), from, to));
    if (period) {
      SummaryJson.rows(body, Recording.attempted(() -> figures.rows(ledger, from, to)));
    }
    Replies.json(ctx, body);
  }
}
