package dev.huikuan.web.view;

import java.util.List;
import java.util.Optional;

/**
 * A case with its recommendation, or with its faults.
 *
 * @param title what the chosen demo case shows; empty for any other
 * @param recorded where the case comes from the log
 */
public record CaseView(
    Frame frame,
    CaseForm form,
    String title,
    Optional<AnswerView> answer,
    List<FaultLine> faults,
    Optional<RecordedView> recorded) {

  /** A demo case to try. */
  public record DemoLink(String title, String url) {}

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

  /** Where the way back leads. */
  public String back() {
    return recorded.map(RecordedView::back).orElse("/try");
  }
}
