package dev.huikuan.web.overview;

import dev.huikuan.web.view.Frame;
import java.util.List;
import java.util.Optional;

/**
 * The portfolio at a glance.
 *
 * @param ledgers the reader may choose among ledgers
 * @param ledger the one that was asked for; empty: all
 * @param faults what was wrong with the address; then there are no figures
 * @param figures empty when there are no accounts
 * @param rows what is asked of the rows, and what came of it
 */
public record OverviewView(
    Frame frame,
    boolean ledgers,
    String ledger,
    List<String> faults,
    Optional<Figures> figures,
    RowsView rows) {

  /**
   * All sums; each list in the order in which it is shown.
   *
   * @param headline label and number
   * @param aging one chart each, the largest currency first
   * @param agingOfOthers currencies that have no chart
   */
  public record Figures(
      List<Headline> headline,
      List<Sums> totals,
      List<Aging> aging,
      List<Bucket> agingOfOthers,
      Ranking actions,
      Ranking owners,
      Ranking holds,
      List<OfferLine> offers) {}

  /** A number that stands large. */
  public record Headline(String label, String value) {}

  /** The money of a currency. */
  public record Sums(
      String currency,
      String accounts,
      String outstanding,
      String overdue,
      String overdueShare,
      String collectible,
      String disputed) {}

  /**
   * The buckets of one currency.
   *
   * @param id of its table
   */
  public record Aging(String currency, String id, List<Bucket> buckets) {}

  /**
   * A bucket of one currency.
   *
   * @param url its accounts on the desk
   */
  public record Bucket(
      String currency,
      String label,
      Optional<String> url,
      String accounts,
      Charted outstanding,
      Charted overdue,
      Charted collectible,
      Charted disputed) {}

  /**
   * A number that a chart is drawn of.
   *
   * @param plain as a script reads it
   */
  public record Charted(String text, String plain) {}

  /**
   * Accounts by a code, the most first.
   *
   * @param id of its table
   * @param what the codes are, above their column
   */
  public record Ranking(String id, String title, String what, List<RankLine> lines) {

    /** Lines that a chart has room for. */
    public static final int CHARTED = 12;

    public boolean isLonger() {
      return lines.size() > CHARTED;
    }
  }

  /**
   * One code.
   *
   * @param url its accounts on the desk
   */
  public record RankLine(String label, Optional<String> url, Charted accounts, String share) {}

  /** A kind of offer. */
  public record OfferLine(String label, Charted accounts, String cost) {}
}
