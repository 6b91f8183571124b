package dev.huikuan.policy;

import dev.huikuan.domain.Catalogue;
import dev.huikuan.domain.Parameters;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.rules.RuleBook;
import dev.huikuan.policy.table.TableIndex;
import java.util.List;
import java.util.Map;

/**
 * A compiled policy: immutable, safe to share between threads.
 *
 * @param version hash of the content of tables and rules, the same everywhere
 * @param catalogues actions, holds, alerts, advice and roles by name
 * @param tables all tables in an order of evaluation that their terms demand
 */
public record Policy(
    String version,
    Vocabulary vocabulary,
    Map<String, Catalogue> catalogues,
    Parameters parameters,
    List<TableIndex> tables,
    RuleBook rules) {

  public Policy {
    catalogues = Map.copyOf(catalogues);
    tables = List.copyOf(tables);
  }

  public Catalogue actions() {
    return catalogues.get("actions");
  }

  public Catalogue holds() {
    return catalogues.get("holds");
  }

  public Catalogue alerts() {
    return catalogues.get("alerts");
  }

  public Catalogue advice() {
    return catalogues.get("advice");
  }
}
