package dev.huikuan.policy.rules;

import dev.huikuan.policy.rules.RuleCodes.Use;

/** A block being said: it must be given its reason. */
public final class BlockSaying implements Saying {
  private final String rule;
  private final String code;
  private final RuleCodes codes;
  private String because = "";
  private String test = "";

  BlockSaying(String rule, String code, RuleCodes codes) {
    this.rule = rule;
    this.code = code;
    this.codes = codes;
  }

  /** A hold is the reason. */
  public void hold(String hold) {
    because = codes.known(Use.HOLD, hold);
  }

  /** A term is the reason: it would have to be what the test says, as in a table's cell. */
  public void needs(String term, String wanted) {
    because = codes.known(Use.TERM, term);
    test = wanted;
  }

  @Override
  public Emission said() {
    if (because.isEmpty()) {
      throw new IllegalStateException(
          "block `" + code + "` without a reason: add .hold(code) or .needs(term, test)");
    }
    return new Emission.Block(rule, code, because, test);
  }
}
