package dev.huikuan.policy.verification;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.policy.Locations;
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
    Optional<Catalogue> actions = Optional.ofNullable(policy.catalogues().get("actions"));
    List<TableRegions> regions =
        policy.tables().stream().map(index -> TableRegions.of(index.table(), actions)).toList();
    Set<String> alwaysKnown = AlwaysDecided.terms(regions);
    Findings findings = new Findings();
    for (int i = 0; i < regions.size(); i++) {
      TableIndex index = policy.tables().get(i);
      table(TableCheck.of(index, regions.get(i), actions, findings), alwaysKnown);
    }
    List<Finding> shown = Acknowledgements.of(policy, findings.shown());
    return new Verification(
        shown.stream().sorted(Locations.ORDER).toList(), findings.omitted());
  }

  private static void table(TableCheck check, Set<String> alwaysKnown) {
    long[] duplicates = new DuplicateCheck(check).run();
    new MeetingCheck(check).run(duplicates);
    long[] dead = new MaskCheck(check).run(duplicates);
    new GapCheck(check, alwaysKnown).run();
    new CellRangeCheck(check).run();
    new LadderCheck(check).run();
    new MergeCheck(check).run(Bits.either(dead, duplicates));
    new IdleCheck(check).run();
    new UndecidedCheck(check).run();
  }
}
