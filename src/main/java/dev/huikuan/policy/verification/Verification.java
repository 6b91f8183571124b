package dev.huikuan.policy.verification;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.TableIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What static analysis found in a policy: nothing is sampled, every gap, overlap and mask comes with
 * facts that show it. Whatever could not be decided is said as well.
 *
 * @param findings the first of each kind
 * @param omitted how many more there are of a kind
 */
public record Verification(List<Finding> findings, Map<Code, Integer> omitted) {

  /** The work that may be spent on one table; a step looks at one row at one branch. */
  public static final long STEPS = 200_000_000L;

  public Verification {
    findings = List.copyOf(findings);
    omitted = Map.copyOf(omitted);
  }

  /** Analyses all tables of a policy. */
  public static Verification of(Policy policy) {
    Findings findings = new Findings();
    for (TableIndex index : policy.tables()) {
      table(index, Optional.ofNullable(policy.catalogues().get("actions")), Set.of(), findings);
    }
    return new Verification(
        Acknowledgements.of(policy, findings.shown()), findings.omitted());
  }

  private static void table(
      TableIndex index, Optional<Catalogue> actions, Set<String> alwaysKnown, Findings findings) {
    TableCheck check = TableCheck.of(index, actions, new Effort(STEPS), findings);
    long[] duplicates = new DuplicateCheck(check).run();
    new MeetingCheck(check).run(duplicates);
    new MaskCheck(check).run(duplicates);
    new GapCheck(check, alwaysKnown).run();
  }
}
