package dev.huikuan.policy.rules;

import java.util.List;

/**
 * A hold that applies, with what the holds catalogue says about it.
 *
 * @param effect AMOUNT or BLOCKS
 * @param blocks kinds and codes of actions
 * @param instead code of the action that it calls for, empty for none
 */
public record HoldFact(String code, String effect, List<String> blocks, String instead) {

  public HoldFact {
    blocks = List.copyOf(blocks);
  }

  /** True when it stops this candidate; a hold never stops its own {@code instead}. */
  public boolean stops(Candidate candidate) {
    return effect.equals("BLOCKS")
        && !candidate.code().equals(instead)
        && !candidate.kind().equals("WAIT")
        && (blocks.contains(candidate.kind()) || blocks.contains(candidate.code()));
  }
}
