package dev.huikuan.web.studio;

import dev.huikuan.domain.Language;
import dev.huikuan.policy.table.SheetLayout;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.PortfolioFigures;
import dev.huikuan.records.PortfolioFigures.RowFigures;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.web.reception.Reception;
import dev.huikuan.web.view.Frame;
import dev.huikuan.web.view.OutcomeWords;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the hits of a table's rows over a period, in the ledger that the reader may see. */
final class CountedHits {

  private static final int USUAL_DAYS = 30;

  private final PortfolioFigures figures;
  private final Clock clock;

  CountedHits(PortfolioFigures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /** The form with its usual period; nothing is counted. */
  SheetHits notYet() {
    LocalDate today = LocalDate.now(clock);
    return new SheetHits(
        today.minusDays(USUAL_DAYS - 1L).toString(), today.toString(), "", "", Map.of());
  }

  /** The same with what was asked for. */
  SheetHits counted(Context ctx, Frame frame, SheetLayout layout) {
    String from = Reception.text(ctx.queryParam("from"));
    String to = Reception.text(ctx.queryParam("to"));
    try {
      LocalDate first = LocalDate.parse(from.isEmpty() ? notYet().from() : from);
      LocalDate last = LocalDate.parse(to.isEmpty() ? notYet().to() : to);
      return first.isAfter(last)
          ? failed(from, to, frame.t(SheetPhrase.BAD_PERIOD))
          : counted(Reception.reader(ctx).ledger(), frame, layout, first, last);
    } catch (DateTimeException noDate) {
      return failed(from, to, frame.t(SheetPhrase.BAD_PERIOD));
    } catch (RecordsUnavailable gone) {
      return failed(from, to, frame.t(SheetPhrase.HITS_GONE));
    }
  }

  private static SheetHits failed(String from, String to, String fault) {
    return new SheetHits(from, to, "", fault, Map.of());
  }

  private SheetHits counted(
      Optional<String> ledger, Frame frame, SheetLayout layout, LocalDate from, LocalDate to) {
    Map<String, RowFigures> byRow = new HashMap<>();
    figures.rows(ledger, Optional.of(from), Optional.of(to)).stream()
        .filter(row -> row.row().decision().equals(layout.code()))
        .forEach(row -> byRow.put(row.row().row(), row));
    long most = byRow.values().stream().mapToLong(RowFigures::decisions).max().orElse(0);
    Map<Integer, SheetHits.OfRow> rows = new TreeMap<>();
    long all = 0;
    long never = 0;
    for (Map.Entry<Integer, String> row : layout.rowIds().entrySet()) {
      RowFigures counted = byRow.get(row.getValue());
      long decisions = counted == null ? 0 : counted.decisions();
      all += decisions;
      never += decisions == 0 ? 1 : 0;
      rows.put(row.getKey(), row(row.getKey(), decisions, most, counted, frame));
    }
    String said =
        frame
            .t(SheetPhrase.HITS_SAID)
            .replace("{from}", from.toString())
            .replace("{to}", to.toString())
            .replace("{decisions}", Long.toString(all))
            .replace("{never}", never(never, frame));
    return new SheetHits(from.toString(), to.toString(), said, "", rows);
  }

  private static String never(long rows, Frame frame) {
    SheetPhrase phrase =
        rows == 0
            ? SheetPhrase.NEVER_HIT_NONE
            : rows == 1 ? SheetPhrase.NEVER_HIT_ONE : SheetPhrase.NEVER_HIT_MANY;
    return frame.t(phrase).replace("{count}", Long.toString(rows));
  }

  private static SheetHits.OfRow row(
      int number, long decisions, long most, RowFigures counted, Frame frame) {
    if (decisions == 0) {
      return new SheetHits.OfRow(number, frame.t(SheetPhrase.NEVER), 0, List.of(), "");
    }
    int step = (int) Math.max(1, 10 * decisions / most);
    List<String> outcomes = outcomes(counted.outcomes(), frame.language());
    String none = outcomes.isEmpty() ? frame.t(SheetPhrase.NO_OUTCOMES) : "";
    return new SheetHits.OfRow(number, Long.toString(decisions), step, outcomes, none);
  }

  private static List<String> outcomes(Map<Outcome.Type, Long> counted, Language language) {
    List<String> words = new ArrayList<>();
    for (Outcome.Type type : Outcome.Type.values()) {
      long count = counted.getOrDefault(type, 0L);
      if (count > 0) {
        words.add(OutcomeWords.of(type).in(language) + " " + count);
      }
    }
    return words;
  }
}
