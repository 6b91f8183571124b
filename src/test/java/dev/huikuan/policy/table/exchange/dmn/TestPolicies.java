package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.HitPolicy;
import java.util.List;

/** Policies to exchange, and whether they came back the same, for the tests beside. */
public final class TestPolicies {

  private TestPolicies() {}

  public static Policy theDefault() {
    return DefaultPolicy.load();
  }

  public static Policy random(long seed, HitPolicy hitPolicy) {
    return RandomSheets.policy(seed, hitPolicy);
  }

  public static void assertSameMeaning(List<DecisionTable> ones, List<DecisionTable> others) {
    SameMeaning.assertSame(ones, others, 60);
  }
}
