package dev.huikuan.store;

import dev.huikuan.records.CountedPage;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.DecisionQuery;
import dev.huikuan.records.DecisionRecord;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.Page;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.records.WorklistQuery;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The decision log in a database. Thread-safe; closing it writes what still waits. */
public final class SqlDecisionLog implements DecisionLog, AutoCloseable {

  /** How many records may wait to be written. */
  public static final int CAPACITY = WaitingLine.CAPACITY;

  private final DecisionQueries queries;
  private final WorklistQueries worklist;
  private final GroupCommit writer;

  /**
   * @param database closed by whoever opened it, after this
   */
  public SqlDecisionLog(Database database) {
    this.queries = new DecisionQueries(database);
    this.worklist = new WorklistQueries(database);
    this.writer = new GroupCommit(database, queries);
  }

  @Override
  public void admit() {
    writer.admit();
  }

  @Override
  public CompletableFuture<Appended> append(DecisionRecord decision) {
    return writer.append(decision);
  }

  @Override
  public Optional<StoredDecision> find(String id) {
    return queries.find(id);
  }

  @Override
  public Optional<StoredDecision> findByKey(String ledger, String key) {
    return queries.findByKey(ledger, key);
  }

  @Override
  public String latestOf(String id) {
    return queries.latestOf(id);
  }

  @Override
  public List<Outcome> outcomes(String decisionId) {
    return queries.outcomes(decisionId);
  }

  @Override
  public Optional<Outcome> outcomeBehind(String decisionId) {
    return queries.outcomeBehind(decisionId);
  }

  @Override
  public Page<DecisionLine> decisions(DecisionQuery query) {
    return queries.decisions(query);
  }

  @Override
  public Page<DecisionLine> worklist(WorklistQuery query) {
    return worklist.page(query);
  }

  @Override
  public CountedPage<DecisionLine> countedWorklist(WorklistQuery query) {
    return worklist.countedPage(query);
  }

  @Override
  public long countWorklist(WorklistQuery query) {
    return worklist.count(query);
  }

  @Override
  public void eachLatestCase(Optional<String> ledger, Consumer<byte[]> taker) {
    worklist.eachCase(ledger, taker);
  }

  @Override
  public int waiting() {
    return writer.waiting();
  }

  @Override
  public boolean isWritable() {
    return writer.isWritable();
  }

  @Override
  public void close() {
    writer.close();
  }
}
