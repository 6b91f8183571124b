package dev.huikuan.decision;

import dev.huikuan.domain.CatalogueColumns;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.DecisionTable.NoMatch;
import dev.huikuan.policy.table.TableIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who must agree to the action, where a table of the policy decides that; otherwise nothing is said
 * about it. An approval that cannot be decided is never read as none: a person decides instead.
 */
final class DecideApproval implements Step {

  private static final String APPROVAL_ROLES = "approvalRoles";

  @Override
  public void take(Draft draft) {
    for (TableIndex index : draft.policy().option()) {
      boolean asked =
          Plan.decides(index.table(), APPROVAL_ROLES)
              && index.table().effective().contains(draft.asOf())
              && !draft.choice().code().equals(Draft.REFER_TO_PERSON);
      if (asked) {
        decide(index, draft);
      }
    }
  }

  private static void decide(TableIndex index, Draft draft) {
    Choice choice = draft.choice();
    Map<String, Value> option =
        Map.of(
            "option", Value.code(choice.code()),
            "option.kind", Value.code(choice.action().column(CatalogueColumns.KIND)));
    TableRun run =
        new TableRun(index.table(), Optional.empty(), index.evaluate(draft.book().reading(option)));
    draft.evaluated(run);
    Value roles = run.result().outputs().getOrDefault(APPROVAL_ROLES, Value.UNKNOWN);
    if (run.matched()) {
      draft.approval(
          roles instanceof Value.Codes list
              ? list.codes()
              : roles instanceof Value.Code one ? List.of(one.code()) : List.of());
    } else if (index.table().noMatch() != NoMatch.NOTHING) {
      draft.refer(Sentences.notMade(run));
      draft.choose(new Choice(draft.action(Draft.REFER_TO_PERSON), Optional.empty()));
    }
  }
}
