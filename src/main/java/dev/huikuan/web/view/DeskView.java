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

  /** All demo accounts, in the order in which to work on them. */
  public record Worklist(List<AccountLine> accounts, List<AnswerView.Figure> totals) {}

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
      String dueBy) {}

  /**
   * The case as it stands in the form.
   *
   * @param demo id of the demo case that it began as; empty for a pasted one
   */
  public record CaseForm(String demo, String json, String asOf) {}

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
