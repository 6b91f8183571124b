package dev.huikuan.web.view;

import java.util.List;

/**
 * What a what-if changes in the answer; nothing, when there is no line.
 *
 * @param stays says that the action is the same; empty when it is not
 */
public record DifferencesView(String stays, List<Difference> lines) {

  /**
   * One difference.
   *
   * @param style changed, gained or lost
   * @param word the same in words
   * @param before empty for what is new
   * @param after empty for what is gone
   */
  public record Difference(
      String subject, String style, String word, String before, String after) {}
}
