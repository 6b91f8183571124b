package dev.huikuan.web.view;

import java.util.List;

/**
 * A page that says what is the matter, and what to do now.
 *
 * @param details one sentence each; often none
 * @param back where the way on leads
 * @param backLabel what is there
 */
public record MessageView(
    Frame frame, String title, String lead, List<String> details, String back, String backLabel) {

  /** A message from which the way leads to the desk. */
  public MessageView(Frame frame, String title, String lead) {
    this(frame, title, lead, List.of(), "/", frame.t(Phrase.BACK));
  }
}
