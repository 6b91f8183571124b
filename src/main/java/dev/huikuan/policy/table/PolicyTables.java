package dev.huikuan.policy.table;

import dev.huikuan.domain.Vocabulary;
import java.util.List;
import java.util.Set;

/**
 * The tables of one policy with what there is to know about their terms.
 *
 * @param version hash of the policy's content
 * @param tables in an order of evaluation
 * @param defaults codes of decided terms that a parameter stands in for where no row decides
 */
public record PolicyTables(
    String version, Vocabulary vocabulary, List<DecisionTable> tables, Set<String> defaults) {

  public PolicyTables {
    tables = List.copyOf(tables);
    defaults = Set.copyOf(defaults);
  }
}
