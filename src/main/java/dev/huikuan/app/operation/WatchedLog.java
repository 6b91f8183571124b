package dev.huikuan.app.operation;

import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.records.CountedPage;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.DecisionLog;
import dev.huikuan.records.DecisionQuery;
import dev.huikuan.records.DecisionRecord;
import dev.huikuan.records.Headline;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.Page;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.records.WorklistQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A decision log whose appends are counted and timed. */
public final class WatchedLog implements DecisionLog {

  private final DecisionLog log;
  private final Figures figures;

  /**
   * @param capacity how many records may wait to be written
   */
  public WatchedLog(DecisionLog log, Figures figures, int capacity) {
    this.log = log;
    this.figures = figures;
    figures.watchQueue(log::waiting, capacity);
  }

  @Override
  public CompletableFuture<Appended> append(DecisionRecord decision) {
    long began = System.nanoTime();
    try {
      return log.append(decision)
          .whenComplete((done, failure) -> ended(decision, done, failure, began));
    } catch (RecordsUnavailable full) {
      figures.appendFailed();
      throw full;
    }
  }

  private void ended(DecisionRecord decision, Appended done, Throwable failure, long began) {
    if (failure != null) {
      figures.appendFailed();
      return;
    }
    figures.appended(System.nanoTime() - began);
    if (done.isNew()) {
      Headline headline = decision.headline();
      figures.recorded(
          headline.cell(WorklistColumn.ACTION), codes(headline.cell(WorklistColumn.HOLDS)));
      headline.rows().forEach(hit -> figures.rowHit(hit.decision(), hit.row()));
    }
  }

  private static List<String> codes(String cell) {
    return Arrays.stream(cell.split("\\|")).filter(code -> !code.isEmpty()).toList();
  }

  @Override
  public Optional<StoredDecision> find(String id) {
    return log.find(id);
  }

  @Override
  public Optional<StoredDecision> findByKey(String ledger, String key) {
    return log.findByKey(ledger, key);
  }

  @Override
  public String latestOf(String id) {
    return log.latestOf(id);
  }

  @Override
  public Optional<Outcome> outcomeBehind(String decisionId) {
    return log.outcomeBehind(decisionId);
  }

  @Override
  public void admit() {
    log.admit();
  }

  @Override
  public List<Outcome> outcomes(String decisionId) {
    return log.outcomes(decisionId);
  }

  @Override
  public Page<DecisionLine> decisions(DecisionQuery query) {
    return log.decisions(query);
  }

  @Override
  public Page<DecisionLine> worklist(WorklistQuery query) {
    return log.worklist(query);
  }

  @Override
  public CountedPage<DecisionLine> countedWorklist(WorklistQuery query) {
    return log.countedWorklist(query);
  }

  @Override
  public long countWorklist(WorklistQuery query) {
    return log.countWorklist(query);
  }

  @Override
  public void eachLatestCase(Optional<String> ledger, Consumer<byte[]> taker) {
    log.eachLatestCase(ledger, taker);
  }

  @Override
  public int waiting() {
    return log.waiting();
  }

  @Override
  public boolean isWritable() {
    return log.isWritable();
  }
}
