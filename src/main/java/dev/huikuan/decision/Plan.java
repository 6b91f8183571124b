package dev.huikuan.decision;

import dev.huikuan.domain.Level;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.rules.RuleCodes;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.TableIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a policy asks of the pipeline, worked out once.
 *
 * @param proposing account and receivable tables that come before the choice, in order
 * @param dressing those that read the action, directly or through another
 * @param option tables about one option
 */
record Plan(
    Policy policy,
    RuleCodes codes,
    List<TableIndex> proposing,
    List<TableIndex> dressing,
    List<TableIndex> option) {

  static Plan of(Policy policy) {
    List<TableIndex> proposing = new ArrayList<>();
    List<TableIndex> dressing = new ArrayList<>();
    List<TableIndex> option = new ArrayList<>();
    Set<String> late = new HashSet<>(Set.of("action"));
    for (TableIndex index : policy.tables()) {
      DecisionTable table = index.table();
      if (table.level() == Level.OPTION) {
        option.add(index);
      } else if (table.inputs().stream().anyMatch(column -> late.contains(column.term().code()))) {
        dressing.add(index);
        table.outputs().forEach(column -> late.add(column.term().code()));
      } else {
        proposing.add(index);
      }
    }
    RuleCodes codes = new RuleCodes(policy.catalogues(), policy.vocabulary());
    return new Plan(policy, codes, proposing, dressing, option);
  }

  /** Some table that is in force on the day decides the term. */
  boolean decides(String term, LocalDate day) {
    return Stream.of(proposing, dressing, option)
        .flatMap(List::stream)
        .map(TableIndex::table)
        .filter(table -> table.effective().contains(day))
        .anyMatch(table -> decides(table, term));
  }

  static boolean decides(DecisionTable table, String term) {
    return table.outputs().stream().anyMatch(column -> column.term().code().equals(term));
  }
}
