package dev.huikuan.web.view;

import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.web.view.AnswerView.CellLine;
import dev.huikuan.web.view.AnswerView.Figure;
import dev.huikuan.web.view.AnswerView.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One step of the trace in words. */
final class ReadStep {

  private static final int BRIEF = 24;

  private final Recommendation answer;
  private final Labels labels;
  private final Setting setting;

  /** Rows that matched, by table and receivables. */
  private final Map<List<Object>, Set<String>> together = new HashMap<>();

  ReadStep(Recommendation answer, Labels labels, Setting setting) {
    this.answer = answer;
    this.labels = labels;
    this.setting = setting;
    for (TraceEntry entry : answer.trace()) {
      if (entry instanceof TraceEntry.RowMatched row) {
        together.computeIfAbsent(place(row), none -> new HashSet<>()).add(row.row());
      }
    }
  }

  private static List<Object> place(TraceEntry.RowMatched row) {
    return List.of(row.decision(), row.receivables());
  }

  /**
   * @param decisive it proposed what became the action
   */
  Step step(TraceEntry entry, boolean decisive) {
    if (entry instanceof TraceEntry.RowMatched row) {
      return matched(row, decisive);
    }
    if (entry instanceof TraceEntry.RuleFired rule) {
      return fired(rule);
    }
    if (entry instanceof TraceEntry.NotMade missing) {
      return notMade(missing);
    }
    return note((TraceEntry.Note) entry);
  }

  private Step matched(TraceEntry.RowMatched row, boolean decisive) {
    List<Figure> outputs =
        row.outputs().entrySet().stream()
            .map(
                output ->
                    new Figure(
                        labels.term(output.getKey()),
                        labels.value(output.getKey(), output.getValue()),
                        output.getKey()))
            .toList();
    Optional<TableView> table =
        ReadTable.around(
            row, labels, answer.facts(), together.get(place(row)), url(row.location()));
    return new Step(
        "table",
        labels.of(decisive ? Phrase.DECISIVE : Phrase.TABLE_STEP),
        tableLabel(row.decision()),
        row.row(),
        row.location(),
        String.join(labels.separator(), row.receivables()),
        brief(outputs),
        decisive,
        table.isPresent() ? List.of() : cells(row.matched()),
        table.isPresent() ? List.of() : outputs,
        List.of(),
        table,
        labels.of(row.text()));
  }

  private String url(String location) {
    return setting.sheets().apply(location);
  }

  private static String brief(List<Figure> outputs) {
    boolean isShort = outputs.size() == 1 && outputs.get(0).value().length() <= BRIEF;
    return isShort ? outputs.get(0).value() : "";
  }

  private Step fired(TraceEntry.RuleFired rule) {
    return new Step(
        "rule",
        labels.of(Phrase.RULE_STEP),
        rule.text().isEmpty() ? rule.rule() : labels.of(rule.text()),
        rule.text().isEmpty() ? "" : rule.rule(),
        rule.location(),
        String.join(labels.separator(), rule.receivables()),
        "",
        false,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        "");
  }

  private Step notMade(TraceEntry.NotMade missing) {
    Optional<TableView> table =
        ReadTable.closest(missing, labels, answer.facts(), url(missing.location()));
    List<AnswerView.Closest> closest =
        missing.closest().stream()
            .map(row -> new AnswerView.Closest(row.row(), row.location(), cells(row.failed())))
            .toList();
    return new Step(
        "missing",
        labels.of(Phrase.NOT_MADE_STEP),
        tableLabel(missing.decision()),
        "",
        missing.location(),
        String.join(labels.separator(), missing.receivables()),
        "",
        false,
        List.of(),
        List.of(),
        table.isPresent() ? List.of() : closest,
        table,
        labels.of(missing.text()));
  }

  private Step note(TraceEntry.Note note) {
    String count = note.count().map(n -> n + " " + labels.of(Phrase.RECORDS)).orElse("");
    return new Step(
        "note",
        labels.of(Phrase.NOTE_STEP),
        note.code(),
        count,
        "",
        "",
        "",
        false,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        labels.of(note.text()));
  }

  private List<CellLine> cells(List<TraceEntry.CellTested> cells) {
    return cells.stream()
        .map(
            cell ->
                new CellLine(
                    labels.term(cell.term()),
                    labels.value(cell.term(), cell.value(), cell.currency()),
                    cell.test(),
                    cell.cell()))
        .toList();
  }

  private String tableLabel(String decision) {
    return labels.policy().tables().stream()
        .map(TableIndex::table)
        .filter(table -> table.code().equals(decision) && !table.label().isEmpty())
        .map(table -> labels.of(table.label()))
        .findFirst()
        .orElse(decision);
  }
}
