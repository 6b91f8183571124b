package dev.huikuan.web.view;

import java.util.List;
import java.util.Optional;

/**
 * The desk: accounts in the order in which to work on them.
 *
 * @param total how many accounts fit, on whatever page
 * @param search part of a customer's id or name; empty: every customer
 * @param ledgers the reader may choose among ledgers
 * @param narrowed something was searched for or filtered by
 * @param first address of the first page, unless this is it
 * @param next address of the page after this
 */
public record DeskView(
    Frame frame,
    List<Line> lines,
    long total,
    String search,
    boolean ledgers,
    String ledger,
    List<Filter> filters,
    boolean narrowed,
    Optional<String> first,
    Optional<String> next) {

  /**
   * An account.
   *
   * @param style names the kind of action for the style sheet
   * @param ledger empty when all lines of the page are of one
   */
  public record Line(
      String url,
      String name,
      String customerId,
      String ledger,
      String action,
      String kind,
      String style,
      String reason,
      String overdue,
      String daysPastDue,
      String priority,
      String dueBy,
      List<String> offers,
      List<String> holds) {}

  /** A list to choose from. */
  public record Filter(String name, String label, List<Choice> choices) {}

  /** One of a list. */
  public record Choice(String code, String label, boolean chosen) {}

  /** How many filters are set, so that they are shown. */
  public boolean isFiltered() {
    return !ledger.isEmpty()
        || filters.stream().flatMap(f -> f.choices().stream()).anyMatch(Choice::chosen);
  }
}
