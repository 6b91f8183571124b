package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.Column;
import dev.huikuan.policy.table.DecisionTable.NoMatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A table to be read and reviewed, as GitHub shows it: head, description, and one line a row. */
final class MarkdownExport implements TableExport {

  @Override
  public String extension() {
    return "md";
  }

  @Override
  public byte[] write(DecisionTable table, Vocabulary words) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + Markdown.line(table.code()));
    lines.add("");
    lines.add(Markdown.line(both(table.label())));
    lines.add("");
    lines.add("- Hit policy · 命中策略: " + Markdown.line(table.hitPolicy().written()));
    if (!table.effective().isAlways()) {
      lines.add("- Effective · 生效期: " + DrlHead.period(table.effective()));
    }
    if (table.noMatch() != NoMatch.DEFAULT) {
      lines.add("- No match · 无匹配: " + table.noMatch());
    }
    lines.add("- " + Markdown.line(table.location()));
    lines.add("");
    table.description().lines().forEach(line -> lines.addAll(List.of(Markdown.line(line), "")));
    List<List<String>> cells = TableLayout.rows(table, words);
    int headers = cells.size() - table.rows().size() - 1;
    lines.add(row(headers(table, cells.get(headers))));
    lines.add(row(Collections.nCopies(cells.get(headers).size(), "---")));
    cells.subList(headers + 1, cells.size()).stream()
        .map(row -> row(row.stream().map(Markdown::cell).toList()))
        .forEach(lines::add);
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String both(Text label) {
    return label.en().equals(label.zh()) ? label.en() : label.en() + " · " + label.zh();
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Results are set apart in bold; every column has its labels and its code. */
  private static List<String> headers(DecisionTable table, List<String> written) {
    List<String> headers = new ArrayList<>(List.of("Row · 行号"));
    table.inputs().forEach(column -> headers.add(header(table, column)));
    for (Column column : table.outputs()) {
      String bold = "**" + header(table, column) + "**";
      boolean text = column.term().term().type() == TermType.TEXT;
      headers.addAll(text ? List.of(bold + " (zh)", bold + " (en)") : List.of(bold));
    }
    written.subList(headers.size(), written.size()).stream()
        .map(Markdown::cell)
        .forEach(headers::add);
    return headers;
  }

  private static String header(DecisionTable table, Column column) {
    Term term = column.term().term();
    String code = column.term().qualifiedFrom(table.level());
    return Markdown.cell(both(term.label())) + "<br>" + Markdown.cell(code);
  }
}
