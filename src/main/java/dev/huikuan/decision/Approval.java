package dev.huikuan.decision;

import java.util.List;
import java.util.Optional;

/**
 * Who must agree to an option.
 *
 * @param roles decided by a row; an empty list = nobody, absent = not decided
 * @param undecided the table that should decide it and does not; then roles are absent
 */
record Approval(Optional<List<String>> roles, Optional<TableRun> undecided) {

  /** No table of the policy decides approval. */
  static final Approval NOT_ASKED = new Approval(Optional.empty(), Optional.empty());

  static Approval by(List<String> roles) {
    return new Approval(Optional.of(List.copyOf(roles)), Optional.empty());
  }

  static Approval undecided(TableRun run) {
    return new Approval(Optional.empty(), Optional.of(run));
  }
}
