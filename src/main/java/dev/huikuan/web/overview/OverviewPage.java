package dev.huikuan.web.overview;

import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.records.PortfolioFigures;
import dev.huikuan.records.PortfolioFigures.Summary;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.web.overview.OverviewView.Figures;
import dev.huikuan.web.overview.RowsView.Result;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.Labels;
import dev.huikuan.web.view.Phrase;
import dev.huikuan.web.view.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The portfolio at a glance. The sums are read in one query; the rows, which may take seconds,
 * follow as a part of the page. Thread-safe.
 */
public final class OverviewPage {

  private static final String PATH = "/overview";
  private static final String NEXT_ACTION = "nextAction";

  private final Reception reception;
  private final PortfolioFigures figures;
  private final Clock clock;

  public OverviewPage(Reception reception, PortfolioFigures figures, Clock clock) {
    this.reception = reception;
    this.figures = figures;
    this.clock = clock;
  }

  /** Declares the routes. */
  public void install(RoutesConfig routes) {
    var overview = reception.only(Visitor.READERS, this::show);
    routes.get(PATH, overview);
    routes.head(PATH, overview);
  }

  private void show(Context ctx) {
    Frame frame = reception.frame(ctx, Phrase.OVERVIEW);
    Labels labels = new Labels(reception.serving().policy(), frame.language());
    AskedOverview asked = AskedOverview.of(ctx, today(), deciding(labels.policy()));
    if (Reception.isPart(ctx)) {
      part(ctx, frame, labels, asked);
    } else {
      page(ctx, frame, labels, asked);
    }
  }

  /** Of the tables that decide the action the largest; empty: all tables, when there is none. */
  private static String deciding(Policy policy) {
    return policy.tables().stream()
        .map(TableIndex::table)
        .filter(table -> table.outputs().stream().anyMatch(OverviewPage::isAction))
        .max(Comparator.comparingInt(table -> table.rows().size()))
        .map(DecisionTable::code)
        .orElse("");
  }

  private static boolean isAction(DecisionTable.Column output) {
    return output.term().code().equals(NEXT_ACTION);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void page(Context ctx, Frame frame, Labels labels, AskedOverview asked) {
    List<String> faults = asked.ledgerFaults(frame.language());
    Optional<Figures> sums = faults.isEmpty() ? sums(labels, asked) : Optional.empty();
    RowsView rows = rows(frame, labels, asked, sums.isPresent() && asked.now());
    boolean free = Reception.reader(ctx).ledger().isEmpty();
    ctx.status(faults.isEmpty() && rows.faults().isEmpty() ? 200 : 400);
    reception.page(
        ctx,
        frame,
        "overview.jte",
        new OverviewView(frame, free, free ? asked.ledger().orElse("") : "", faults, sums, rows));
  }

  private Optional<Figures> sums(Labels labels, AskedOverview asked) {
    Summary summary = figures.summary(asked.ledger());
    return summary.accounts() == 0
        ? Optional.empty()
        : Optional.of(ReadOverview.of(summary, labels, asked, today()));
  }

  /** The rows alone; what goes wrong is said in their place. */
  private void part(Context ctx, Frame frame, Labels labels, AskedOverview asked) {
    RowsView rows;
    try {
      rows = rows(frame, labels, asked, true);
      ctx.status(rows.faults().isEmpty() ? 200 : 400);
    } catch (RecordsUnavailable gone) {
      ctx.status(503);
      ctx.header("Retry-After", "5");
      rows = rows(frame, labels, asked, false).failing(frame.t(OverviewPhrase.LOG_GONE));
    }
    reception.page(ctx, frame, "overview/part.jte", rows);
  }

  private RowsView rows(Frame frame, Labels labels, AskedOverview asked, boolean count) {
    ReadRows read = new ReadRows(labels);
    List<String> faults = new ArrayList<>(asked.ledgerFaults(frame.language()));
    faults.addAll(asked.periodFaults(frame.language()));
    Optional<Result> result =
        count && faults.isEmpty()
            ? Optional.of(
                read.result(figures.rows(asked.ledger(), asked.first(), asked.last()), asked))
            : Optional.empty();
    return new RowsView(
        frame,
        asked.choice() ? asked.ledger().orElseThrow() : "",
        asked.from(),
        asked.to(),
        read.choices(asked),
        asked.rowsUrl(),
        faults,
        result);
  }
}
