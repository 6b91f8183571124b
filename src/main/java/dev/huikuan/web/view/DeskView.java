package dev.huikuan.web.view;

import java.util.List;
import java.util.Optional;

/**
 * The desk: the worklist, or one account with its recommendation, or a pasted case with its faults.
 *
 * @param title what the chosen demo case shows; empty for a pasted one
 * @param previous address of the account before the chosen one
 * @param next address of the account after it
 */
public record DeskView(
    Frame frame,
    Worklist worklist,
    CaseForm form,
    String title,
    Optional<AnswerView> answer,
    List<FaultLine> faults,
    Optional<String> previous,
    Optional<String> next) {

  /**
   * The accounts of one page, in the order in which to work on them.
   *
   * @param any there are accounts at all, whatever was asked for
   * @param complete every account is on this page
   * @param range which of how many are shown
   */
  public record Worklist(
      List<AccountLine> accounts,
      List<AnswerView.Figure> totals,
      boolean any,
      boolean complete,
      WorklistQuery query,
      List<KindLink> kinds,
      String range,
      Optional<String> previous,
      Optional<String> next) {

    /** No worklist: an account is shown. */
    public static final Worklist NONE =
        new Worklist(
            List.of(),
            List.of(),
            false,
            true,
            new WorklistQuery("", "", 1),
            List.of(),
            "",
            Optional.empty(),
            Optional.empty());
  }

  /** A kind of action with how many accounts need it; {@code style} is its name for the sheet. */
  public record KindLink(String label, String style, int count, String url, boolean chosen) {}

  /** One line of the worklist; {@code style} names the kind of action for the style sheet. */
  public record AccountLine(
      String id,
      String name,
      String customerId,
      String title,
      String url,
      String action,
      String kind,
      String style,
      String reason,
      String overdue,
      String daysPastDue,
      String priority,
      String dueBy,
      List<String> offers) {}

  /**
   * The case as it stands in the form.
   *
   * @param demo id of the demo case that it began as; empty for a pasted one
   * @param pay percent that is assumed to be paid; empty for the case as it is
   */
  public record CaseForm(String demo, String json, String asOf, String pay) {}

  /**
   * A fault of a pasted case.
   *
   * @param line number of the line in the text, from 1; 0 when the place is not in the text
   * @param source that line as written, shortened
   */
  public record FaultLine(String pointer, String code, String message, int line, String source) {}

  /** True when an account or a pasted case is shown, not the worklist. */
  public boolean isAccount() {
    return answer.isPresent() || !faults.isEmpty();
  }
}
