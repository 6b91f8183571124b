package dev.huikuan.web.studio;

import java.util.List;

/**
 * What a candidate version would change.
 *
 * @param said the headline as a sentence
 * @param differs in which properties of the answer how many accounts differ
 * @param unmoved actions that the matrix leaves out, in words; empty: none
 * @param holds that accounts gain or lose
 * @param faults of cases that could not be used
 */
public record ResultView(
    String said,
    boolean empty,
    List<Headline> headline,
    List<Tally> differs,
    Matrix matrix,
    String unmoved,
    List<Move> moves,
    List<Money> expectedNet,
    List<Offer> offers,
    List<Hold> holds,
    List<Tally> workload,
    List<ChangedView> top,
    Faults faults) {

  /** A number that stands large. */
  public record Headline(String label, String value, String note) {}

  /**
   * Accounts from action to action.
   *
   * @param columns labels of the actions under the candidate
   * @param totals accounts of each column
   */
  public record Matrix(List<String> columns, List<MatrixRow> rows, List<String> totals) {}

  /** Accounts of one action under the active version. */
  public record MatrixRow(String label, List<Cell> cells, String total) {}

  /**
   * Accounts from one action to another.
   *
   * @param style class of the style sheet: how many they are among all moves
   */
  public record Cell(String accounts, String style) {}

  /** Accounts that get another action. */
  public record Move(String from, String to, String accounts) {}

  /**
   * Before, after and the difference; the style says its direction.
   *
   * @param difference with its sign; empty when there is none
   */
  public record Compared(String before, String after, String difference, String style) {}

  /** What the actions are expected to bring in a currency. */
  public record Money(String currency, Compared amount, String countBefore, String countAfter) {}

  /**
   * Offers of a kind.
   *
   * @param total all currencies together
   */
  public record Offer(
      String kind, String currency, boolean total, Compared count, Compared amount) {}

  /** Accounts with a hold. */
  public record Hold(String label, String before, String after, String gained, String lost) {}

  /** Accounts by a code. */
  public record Tally(String label, Compared accounts) {}

  /** Cases that could not be used. */
  public record Faults(String lead, List<String> lines, String more) {}
}
