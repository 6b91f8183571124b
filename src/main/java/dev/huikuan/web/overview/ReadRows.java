package dev.huikuan.web.overview;

import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.PortfolioFigures.RowFigures;
import dev.huikuan.records.RowHit;
import dev.huikuan.web.overview.RowsView.Line;
import dev.huikuan.web.overview.RowsView.Result;
import dev.huikuan.web.overview.RowsView.TableChoice;
import dev.huikuan.web.view.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts decisions and outcomes by row into one reader's words. */
final class ReadRows {

  /** Lines that are shown; a policy may have thousands of rows. */
  static final int MOST = 300;

  private static final int MOST_OUTPUTS = 3;

  private final Labels labels;
  private final Shares shares;
  private final Map<String, String> tables = new LinkedHashMap<>();

  ReadRows(Labels labels) {
    this.labels = labels;
    this.shares = new Shares(labels);
    for (TableIndex index : labels.policy().tables()) {
      DecisionTable table = index.table();
      tables.put(table.code(), labels.of(table.label()));
    }
  }

  private Map<RowHit, String> decides() {
    Map<RowHit, String> decides = new HashMap<>();
    for (TableIndex index : labels.policy().tables()) {
      DecisionTable table = index.table();
      for (DecisionTable.Row row : table.rows()) {
        decides.put(new RowHit(table.code(), row.id()), outputs(table, row));
      }
    }
    return decides;
  }

  private String outputs(DecisionTable table, DecisionTable.Row row) {
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < table.outputs().size() && outputs.size() < MOST_OUTPUTS; i++) {
      String term = table.outputs().get(i).term().code();
      String written = row.outputs().get(i).source();
      if (!written.isEmpty()) {
        String value = labels.code(term, written);
        outputs.add(table.outputs().size() == 1 ? value : labels.term(term) + " " + value);
      }
    }
    return String.join(labels.separator(), outputs);
  }

  /** The tables of the version in service; one that it does not have stays chosen. */
  List<TableChoice> choices(AskedOverview asked) {
    List<TableChoice> choices = new ArrayList<>();
    String chosen = asked.table().orElse("");
    tables.forEach((code, label) -> choices.add(new TableChoice(code, label, code.equals(chosen))));
    if (!chosen.isEmpty() && !tables.containsKey(chosen)) {
      choices.add(new TableChoice(chosen, chosen, true));
    }
    return choices;
  }

  Result result(List<RowFigures> rows, AskedOverview asked) {
    List<RowFigures> wanted =
        rows.stream()
            .filter(row -> asked.table().map(row.row().decision()::equals).orElse(true))
            .sorted(Comparator.comparingLong(RowFigures::decisions).reversed())
            .toList();
    Map<RowHit, String> decides = decides();
    List<Line> lines =
        wanted.stream()
            .limit(MOST)
            .map(row -> line(row, decides.getOrDefault(row.row(), ""), asked.table().isEmpty()))
            .toList();
    String said =
        t(OverviewPhrase.COUNTED)
            .replace("{rows}", shares.count(wanted.size()))
            .replace("{period}", period(asked));
    int left = wanted.size() - lines.size();
    String more = left == 0 ? "" : t(OverviewPhrase.MORE_ROWS).replace("{n}", shares.count(left));
    return new Result(said, lines, more);
  }

  private String period(AskedOverview asked) {
    OverviewPhrase phrase =
        asked.from().isEmpty()
            ? asked.to().isEmpty() ? OverviewPhrase.ALL_TIME : OverviewPhrase.UNTIL
            : asked.to().isEmpty() ? OverviewPhrase.SINCE : OverviewPhrase.BETWEEN;
    return t(phrase).replace("{from}", asked.from()).replace("{to}", asked.to());
  }

  /**
   * @param tell which table it is of: there are several
   */
  private Line line(RowFigures row, String decides, boolean tell) {
    Map<Outcome.Type, Long> came = row.outcomes();
    long all = came.values().stream().mapToLong(Long::longValue).sum();
    long paid = came.getOrDefault(Outcome.Type.PAID, 0L);
    long accepted = came.getOrDefault(Outcome.Type.OFFER_ACCEPTED, 0L);
    long answered = accepted + came.getOrDefault(Outcome.Type.OFFER_DECLINED, 0L);
    String table = row.row().decision();
    return new Line(
        tell ? tables.getOrDefault(table, table) : "",
        row.row().row(),
        decides,
        shares.charted(row.decisions()),
        shares.charted(all),
        shares.count(came.getOrDefault(Outcome.Type.PROMISE, 0L)),
        shares.count(paid),
        share(paid, all),
        share(accepted, answered));
  }

  private String share(long part, long whole) {
    return whole == 0 ? Shares.NONE : shares.percent(part, whole);
  }

  private String t(OverviewPhrase phrase) {
    return phrase.in(labels.language());
  }
}
