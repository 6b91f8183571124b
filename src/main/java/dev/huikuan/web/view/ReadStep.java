package dev.huikuan.web.view;

import dev.huikuan.domain.TraceEntry;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.web.view.AnswerView.CellLine;
import dev.huikuan.web.view.AnswerView.Figure;
import dev.huikuan.web.view.AnswerView.Step;
import java.util.List;

/** One step of the trace in words. */
final class ReadStep {

  private static final int BRIEF = 24;

  private ReadStep() {}

  static Step of(TraceEntry entry, Labels labels, boolean decisive) {
    if (entry instanceof TraceEntry.RowMatched row) {
      return matched(row, labels, decisive);
    }
    if (entry instanceof TraceEntry.RuleFired rule) {
      return fired(rule, labels);
    }
    if (entry instanceof TraceEntry.NotMade missing) {
      return notMade(missing, labels);
    }
    return note((TraceEntry.Note) entry, labels);
  }

  private static Step matched(TraceEntry.RowMatched row, Labels labels, boolean decisive) {
    List<Figure> outputs =
        row.outputs().entrySet().stream()
            .map(
                output ->
                    new Figure(
                        labels.term(output.getKey()),
                        labels.value(output.getKey(), output.getValue()),
                        output.getKey()))
            .toList();
    return new Step(
        "table",
        labels.of(decisive ? Phrase.DECISIVE : Phrase.TABLE_STEP),
        tableLabel(row.decision(), labels),
        row.row(),
        row.location(),
        String.join(labels.separator(), row.receivables()),
        brief(outputs),
        decisive,
        cells(row.matched(), labels),
        outputs,
        List.of(),
        labels.of(row.text()));
  }

  private static String brief(List<Figure> outputs) {
    boolean isShort = outputs.size() == 1 && outputs.get(0).value().length() <= BRIEF;
    return isShort ? outputs.get(0).value() : "";
  }

  private static Step fired(TraceEntry.RuleFired rule, Labels labels) {
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
        "");
  }

  private static Step notMade(TraceEntry.NotMade missing, Labels labels) {
    return new Step(
        "missing",
        labels.of(Phrase.NOT_MADE_STEP),
        tableLabel(missing.decision(), labels),
        "",
        missing.location(),
        String.join(labels.separator(), missing.receivables()),
        "",
        false,
        List.of(),
        List.of(),
        missing.closest().stream()
            .map(
                row ->
                    new AnswerView.Closest(row.row(), row.location(), cells(row.failed(), labels)))
            .toList(),
        labels.of(missing.text()));
  }

  private static Step note(TraceEntry.Note note, Labels labels) {
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
        labels.of(note.text()));
  }

  private static List<CellLine> cells(List<TraceEntry.CellTested> cells, Labels labels) {
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

  private static String tableLabel(String decision, Labels labels) {
    return labels.policy().tables().stream()
        .map(TableIndex::table)
        .filter(table -> table.code().equals(decision) && !table.label().isEmpty())
        .map(table -> labels.of(table.label()))
        .findFirst()
        .orElse(decision);
  }
}
