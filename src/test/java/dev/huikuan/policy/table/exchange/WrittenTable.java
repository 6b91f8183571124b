package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;

/** One table in each form that has a file for each. */
public final class WrittenTable {

  private WrittenTable() {}

  public static byte[] csv(DecisionTable table, Vocabulary words) {
    return new CsvExport().write(table, words);
  }

  public static byte[] md(DecisionTable table, Vocabulary words) {
    return new MarkdownExport().write(table, words);
  }

  public static byte[] drl(DecisionTable table, Vocabulary words) {
    return new DrlExport().write(table, words);
  }
}
