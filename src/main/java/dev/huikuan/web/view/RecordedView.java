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
 * @param outcome where what happened is recorded; empty for who may not, and where there is a newer
 *     decision
 * @param reported what was reported just now, and what that changed; empty: nothing was
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
    TimelineView timeline,
    Optional<OutcomeView> outcome,
    List<String> reported) {

  /** A name and a value of an address. */
  public record Parameter(String name, String value) {}
}
