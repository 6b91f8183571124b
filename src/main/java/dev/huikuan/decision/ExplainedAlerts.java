package dev.huikuan.decision;

import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Level;
import dev.huikuan.domain.Recommendation.Alert;
import dev.huikuan.policy.rules.Emission;
import dev.huikuan.policy.table.TableResult.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person should know: from rules and from rows, one of each code. */
final class ExplainedAlerts {

  private final Draft draft;
  private final Notices notices;

  ExplainedAlerts(Draft draft, Reasons reasons) {
    this.draft = draft;
    this.notices = new Notices(draft, reasons, draft.policy().alerts());
  }

  List<Alert> list() {
    List<Alert> alerts = new ArrayList<>();
    notices
        .byRules(Emission.Alert.class)
        .forEach(
            (entry, receivables) ->
                alerts.add(
                    new Alert(
                        entry.code(),
                        entry.label(),
                        entry.column(CatalogueColumns.SEVERITY),
                        receivables,
                        List.of(),
                        Optional.empty(),
                        notices.text(entry))));
    if (draft.timing().unpublished()) {
      notices.entry(Timing.CALENDAR_NOT_PUBLISHED).map(this::alert).ifPresent(alerts::add);
    }
    for (Notices.Said said : notices.byRows("alert")) {
      alerts.add(
          new Alert(
              said.entry().code(),
              said.entry().label(),
              said.entry().column(CatalogueColumns.SEVERITY),
              List.of(),
              contracts(said.hit()),
              Optional.of(said.hit().row().id()),
              notices.text(said)));
    }
    return notices.onePerCode(alerts, Alert::code, ExplainedAlerts::together);
  }

  private Alert alert(CatalogueEntry entry) {
    return new Alert(
        entry.code(),
        entry.label(),
        entry.column(CatalogueColumns.SEVERITY),
        List.of(),
        List.of(),
        Optional.empty(),
        notices.text(entry));
  }

  /** A row that reads contract terms speaks of the leading receivable's contract. */
  private List<String> contracts(Hit hit) {
    boolean readsContract =
        hit.tested().stream()
            .anyMatch(cell -> cell.column().term().term().level() == Level.CONTRACT);
    return readsContract
        ? draft.facts().leading().flatMap(i -> i.receivable().contractId()).stream().toList()
        : List.of();
  }

  /** The first row that says it gives the words. */
  private static Alert together(Alert one, Alert other) {
    Alert spoken = one.row().isPresent() || other.row().isEmpty() ? one : other;
    return new Alert(
        spoken.code(),
        spoken.label(),
        spoken.severity(),
        Notices.union(one.receivables(), other.receivables()),
        Notices.union(one.contracts(), other.contracts()),
        spoken.row(),
        spoken.text());
  }
}
