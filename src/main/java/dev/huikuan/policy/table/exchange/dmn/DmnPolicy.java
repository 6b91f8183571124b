package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import java.util.List;
import java.util.Set;

/**
 * What is exported: the tables of one policy.
 *
 * @param version hash of the policy's content
 * @param tables in an order of evaluation
 * @param defaults codes of decided terms that a parameter stands in for where no row decides
 */
public record DmnPolicy(
    String version, Vocabulary vocabulary, List<DecisionTable> tables, Set<String> defaults) {

  public DmnPolicy {
    tables = List.copyOf(tables);
    defaults = Set.copyOf(defaults);
  }
}
