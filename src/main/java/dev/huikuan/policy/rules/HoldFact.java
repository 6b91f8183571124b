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
}
