package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;

/** Writes one decision table in another form. */
public interface TableExport {

  /** Of its files, without the dot. */
  String extension();

  /** The whole file. */
  byte[] write(DecisionTable table, Vocabulary words);
}
