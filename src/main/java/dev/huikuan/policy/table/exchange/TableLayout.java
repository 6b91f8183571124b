package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.Column;
import dev.huikuan.policy.table.DecisionTable.NoMatch;
import dev.huikuan.policy.table.DecisionTable.OutputCell;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.OutputEntry;
import dev.huikuan.policy.table.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The cells of a table in the layout that the reader knows, from A1: head, row of bands, headers,
 * rows. Columns that no row uses (periods, reasons, notes) are left out.
 */
final class TableLayout {

  private final DecisionTable table;
  private final CellTexts texts;
  private final boolean dated;
  private final boolean reasoned;
  private final boolean noted;

  private TableLayout(DecisionTable table, Vocabulary words) {
    this.table = table;
    this.texts = new CellTexts(words, table.level());
    this.dated = table.rows().stream().anyMatch(row -> !row.effective().isAlways());
    this.reasoned = table.rows().stream().anyMatch(row -> row.reason().isPresent());
    this.noted = table.rows().stream().anyMatch(row -> !row.note().isBlank());
  }

  static List<List<String>> rows(DecisionTable table, Vocabulary words) {
    return new TableLayout(table, words).rows();
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>(head());
    rows.add(List.of());
    rows.add(bands());
    rows.add(headers());
    table.rows().forEach(row -> rows.add(row(row)));
    return rows;
  }

  private List<List<String>> head() {
    List<List<String>> head = new ArrayList<>();
    Text label = table.label();
    head.add(List.of("Decision", table.code(), unlessCode(label.en()), unlessCode(label.zh())));
    head.add(List.of("Hit policy", table.hitPolicy().written()));
    Period effective = table.effective();
    if (!effective.isAlways()) {
      head.add(List.of("Effective", from(effective), until(effective)));
    }
    if (!table.description().isBlank()) {
      head.add(List.of("Description", table.description()));
    }
    if (table.noMatch() != NoMatch.DEFAULT) {
      head.add(List.of("No match", table.noMatch().name()));
    }
    return head;
  }

  /** A label that was not written is the code. */
  private String unlessCode(String label) {
    return label.equals(table.code()) ? "" : label;
  }

  private static String from(Period period) {
    return period.from().map(Object::toString).orElse("");
  }

  private static String until(Period period) {
    return period.until().map(Object::toString).orElse("");
  }

  private List<String> bands() {
    List<String> bands = new ArrayList<>(List.of(""));
    band(bands, "When", table.inputs().size());
    int then = table.outputs().stream().mapToInt(c -> isText(c) ? 2 : 1).sum();
    band(bands, "Then", then);
    band(bands, "Notes", (dated ? 2 : 0) + (reasoned ? 2 : 0) + (noted ? 1 : 0));
    return bands;
  }

  private static void band(List<String> bands, String name, int columns) {
    if (columns > 0) {
      bands.add(name);
      bands.addAll(Collections.nCopies(columns - 1, ""));
    }
  }

  private static boolean isText(Column column) {
    return column.term().term().type() == TermType.TEXT;
  }

  private List<String> headers() {
    List<String> headers = new ArrayList<>(List.of("Row"));
    table.inputs().forEach(column -> headers.add(column.header()));
    for (Column column : table.outputs()) {
      if (isText(column)) {
        headers.add(column.term().code() + " (zh)");
        headers.add(column.term().code() + " (en)");
      } else {
        headers.add(column.header());
      }
    }
    if (dated) {
      headers.addAll(List.of("Effective from", "Effective until"));
    }
    if (reasoned) {
      headers.addAll(List.of("Reason (zh)", "Reason (en)"));
    }
    if (noted) {
      headers.add("Note");
    }
    return headers;
  }

  private List<String> row(Row row) {
    List<String> cells = new ArrayList<>(List.of(row.id()));
    for (int i = 0; i < table.inputs().size(); i++) {
      cells.add(texts.input(row.inputs().get(i), table.inputs().get(i).term()));
    }
    for (int i = 0; i < table.outputs().size(); i++) {
      OutputCell cell = row.outputs().get(i);
      if (isText(table.outputs().get(i))) {
        Text words = cell.entry().map(TableLayout::words).orElse(Text.EMPTY);
        cells.addAll(List.of(words.zh(), words.en()));
      } else {
        cells.add(texts.output(cell, table.outputs().get(i).term()));
      }
    }
    if (dated) {
      cells.addAll(List.of(from(row.effective()), until(row.effective())));
    }
    if (reasoned) {
      Text reason = row.reason().orElse(Text.EMPTY);
      cells.addAll(List.of(reason.zh(), reason.en()));
    }
    if (noted) {
      cells.add(row.note());
    }
    return cells;
  }

  private static Text words(OutputEntry entry) {
    return entry instanceof OutputEntry.Literal literal
            && literal.constant() instanceof Value.Words words
        ? words.text()
        : Text.EMPTY;
  }
}
