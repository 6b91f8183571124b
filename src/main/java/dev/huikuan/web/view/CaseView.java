package dev.huikuan.web.view;

import java.util.List;
import java.util.Optional;

/**
 * A case with its recommendation, or with its faults.
 *
 * @param title what the chosen demo case shows; empty for any other
 * @param recorded where the case comes from the log
 * @param whatIf present with an answer
 * @param dossier what the case tells beside the answer
 */
public record CaseView(
    Frame frame,
    CaseForm form,
    String title,
    Optional<AnswerView> answer,
    List<FaultLine> faults,
    Optional<RecordedView> recorded,
    Optional<WhatIfView> whatIf,
    Optional<DossierView> dossier) {

  /** Without an answer: faults, or a decision that is shown as it was stored. */
  public CaseView(
      Frame frame,
      CaseForm form,
      String title,
      List<FaultLine> faults,
      Optional<RecordedView> recorded) {
    this(
        frame, form, title, Optional.empty(), faults, recorded, Optional.empty(), Optional.empty());
  }

  /** Something that was typed is to be corrected. */
  public boolean isFaulty() {
    return !faults.isEmpty() || whatIf.filter(WhatIfView::isFaulty).isPresent();
  }

  /** A demo case to try. */
  public record DemoLink(String title, String url) {}

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

  /** Where the way back leads. */
  public String back() {
    return recorded.map(RecordedView::back).orElse("/try");
  }
}
