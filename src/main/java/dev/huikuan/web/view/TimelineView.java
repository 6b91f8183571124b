package dev.huikuan.web.view;

import java.util.List;

/**
 * What was decided, done and reported of an account, the newest first.
 *
 * @param cut older entries are left out
 */
public record TimelineView(List<Entry> entries, boolean cut) {

  /**
   * One of them.
   *
   * @param when the day in the calendar of the case, with the time where it is known
   * @param kind decision, outcome, contact or action
   * @param word the same in words
   * @param url of a decision's page; empty for all else and for the one that is shown
   * @param detail more of it; often empty
   * @param by who, and when it was recorded; empty where the case does not say
   * @param shown it is the decision of the page
   */
  public record Entry(
      String when,
      String kind,
      String word,
      String title,
      String url,
      String detail,
      String by,
      boolean shown) {}
}
