package dev.huikuan.web.view;

import java.util.List;

/**
 * What is on record about the account and does not stand in the answer.
 *
 * @param warnings what forbids or delays any contact
 * @param there the clock on the customer's wall
 * @param lastContact the most recent one, or that none is known
 */
public record DossierView(
    List<Warning> warnings,
    There there,
    String lastContact,
    List<Entry> promises,
    List<Entry> disputes,
    List<Plan> agreements,
    List<Entry> credits) {

  /**
   * Something that forbids or delays contact.
   *
   * @param until its end, or that it has none
   */
  public record Warning(String title, String reason, String until) {}

  /**
   * When it is there.
   *
   * @param open contact is in order at this time of day
   */
  public record There(String now, String zone, String window, boolean open) {

    /** The same where contact is not in order for another reason. */
    There warned() {
      return new There(now, zone, window, false);
    }
  }

  /**
   * One line.
   *
   * @param style open, good or bad; plain where there is no state
   */
  public record Entry(
      String title, String about, String state, String style, List<AnswerView.Figure> facts) {}

  /** An agreement with what is to be paid when. */
  public record Plan(Entry entry, List<Due> schedule) {}

  /** One payment of a schedule. */
  public record Due(String dueOn, String amount, String paid, String state, String style) {}

  /** Nothing is on record beside the receivables. */
  public boolean isEmpty() {
    return promises.isEmpty() && disputes.isEmpty() && agreements.isEmpty() && credits.isEmpty();
  }
}
