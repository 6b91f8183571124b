package dev.huikuan.policy.table;

/** A decision table ready to be evaluated: per column sorted boundaries or values → rows. */
public final class TableIndex {

  private final DecisionTable table;

  private TableIndex(DecisionTable table) {
    this.table = table;
  }

  public static TableIndex of(DecisionTable table) {
    return new TableIndex(table);
  }

  public DecisionTable table() {
    return table;
  }

  public TableResult evaluate(Reading reading) {
    throw new UnsupportedOperationException("to be built");
  }
}
