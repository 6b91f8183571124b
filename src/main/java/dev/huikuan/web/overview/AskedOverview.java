package dev.huikuan.web.overview;

import dev.huikuan.access.Principal;
import dev.huikuan.decision.intake.SentJson;
import dev.huikuan.domain.Language;
import dev.huikuan.web.reception.PageLanguage;
import dev.huikuan.web.reception.Reception;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an address asks of the overview.
 *
 * @param ledger a key's own, whatever the address says
 * @param choice the ledger was asked for, as it may be
 * @param from as it was written
 * @param to as it was written
 * @param table code of the one table whose rows are shown; empty: all
 * @param now count with the page, not after it
 */
record AskedOverview(
    Optional<String> ledger,
    boolean choice,
    String from,
    String to,
    Optional<String> table,
    boolean now) {

  static final int LONGEST = 200;

  private static final int USUAL_DAYS = 90;

  /**
   * @param usualTable shown unless another is asked for
   */
  static AskedOverview of(Context ctx, LocalDate today, String usualTable) {
    Principal reader = Reception.reader(ctx);
    Optional<String> asked = sent(ctx, "ledger").filter(ledger -> !ledger.isEmpty());
    boolean period = ctx.queryParam("from") != null || ctx.queryParam("to") != null;
    return new AskedOverview(
        reader.ledger().or(() -> asked),
        reader.ledger().isEmpty() && asked.isPresent(),
        sent(ctx, "from").orElse(period ? "" : today.minusDays(USUAL_DAYS).toString()),
        sent(ctx, "to").orElse(""),
        Optional.of(sent(ctx, "table").orElse(usualTable)).filter(code -> !code.isEmpty()),
        "now".equals(ctx.queryParam("rows")));
  }

  private static Optional<String> sent(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).map(String::strip);
  }

  /** First asOf date; empty when there is none, or what was written is no date. */
  Optional<LocalDate> first() {
    return SentJson.date(from);
  }

  /** Last asOf date; empty when there is none, or what was written is no date. */
  Optional<LocalDate> last() {
    return SentJson.date(to);
  }

  /** What is wrong with the ledger. */
  List<String> ledgerFaults(Language language) {
    return ledger
        .filter(written -> choice && written.length() > LONGEST)
        .map(
            written ->
                OverviewPhrase.LEDGER_TOO_LONG
                    .in(language)
                    .replace("{most}", Integer.toString(LONGEST))
                    .replace("{found}", Integer.toString(written.length())))
        .stream()
        .toList();
  }

  /** What is wrong with the period. */
  List<String> periodFaults(Language language) {
    List<String> faults = new ArrayList<>();
    faults.addAll(badDate(OverviewPhrase.FROM, from, language));
    faults.addAll(badDate(OverviewPhrase.TO, to, language));
    boolean swapped = first().isPresent() && last().filter(first().get()::isAfter).isPresent();
    if (swapped) {
      faults.add(
          OverviewPhrase.WRONG_ORDER.in(language).replace("{to}", to).replace("{from}", from));
    }
    return List.copyOf(faults);
  }

  private static List<String> badDate(OverviewPhrase field, String written, Language language) {
    boolean fine = written.isEmpty() || SentJson.date(written).isPresent();
    return fine
        ? List.of()
        : List.of(
            OverviewPhrase.BAD_DATE
                .in(language)
                .replace("{field}", field.in(language))
                .replace("{found}", SentJson.clipped(written)));
  }

  /** The address of the rows alone, as a script of the page asks for them. */
  String rowsUrl() {
    List<String> query = new ArrayList<>();
    if (choice) {
      query.addAll(List.of("ledger", ledger.orElseThrow()));
    }
    query.addAll(List.of("from", from, "to", to, "table", table.orElse("")));
    return "/overview" + PageLanguage.url(query);
  }

  /** The address of accounts on the desk. */
  String desk(String filter, String code) {
    List<String> query = new ArrayList<>(List.of(filter, code));
    if (choice) {
      query.addAll(List.of("ledger", ledger.orElseThrow()));
    }
    return "/" + PageLanguage.url(query);
  }
}
