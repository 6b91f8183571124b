package dev.huikuan.decision;

import dev.huikuan.domain.Parameters;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policy of an empty folder: the product's own words, without tables and rules. */
public final class BuiltIn {

  private static final Policy POLICY = PolicyLoader.load(List.of()).policy().orElseThrow();

  private BuiltIn() {}

  public static Policy policy() {
    return POLICY;
  }

  /** With undated parameters of these values in place of the built-in ones, and more terms. */
  public static Policy policy(Map<String, Value> changed, List<Term> more) {
    List<Parameters.Row> rows = new ArrayList<>(POLICY.parameters().rows());
    rows.removeIf(row -> changed.containsKey(row.code()));
    changed.forEach((c, v) -> rows.add(new Parameters.Row(c, v, Optional.empty(), "", "test")));
    return new Policy(
        "test",
        POLICY.vocabulary().with(more),
        POLICY.catalogues(),
        new Parameters(rows),
        List.of(),
        POLICY.rules());
  }
}
