package dev.huikuan.web.view;

import java.util.List;
import java.util.Optional;

/**
 * What the log knows of a decision beside case and answer.
 *
 * @param path of its page
 * @param parameters of its page: where in the worklist it stands
 * @param note why the answer is shown as text only; empty: it is shown in full
 * @param action as it was recommended
 * @param json the stored answer
 * @param newer address of the account's latest decision, unless this is it
 * @param next address of the next account of the worklist
 */
public record RecordedView(
    String path,
    List<Parameter> parameters,
    String back,
    String customer,
    String asOf,
    String recordedAt,
    String recordedBy,
    String note,
    String action,
    String reason,
    String json,
    Optional<String> newer,
    Optional<String> next,
    List<PastLine> history) {

  /** A name and a value of an address. */
  public record Parameter(String name, String value) {}

  /** A decision of the account, with the latest that was reported of it. */
  public record PastLine(
      String url, String asOf, String recordedAt, String action, String outcome, boolean shown) {}
}
