package dev.huikuan.records;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The decision log: append-only. Thread-safe. Every method may throw {@link RecordsUnavailable}.
 */
public interface DecisionLog {

  /**
   * What came of an append.
   *
   * @param decision what is in the log under the record's id, or under its idempotency key
   * @param isNew false when another request had put its own record under the key before
   */
  record Appended(StoredDecision decision, boolean isNew) {}

  /**
   * Lets a request pass before anything is done for it.
   *
   * @throws RecordsUnavailable at once when its decision could not be recorded now
   */
  void admit();

  /**
   * Appends a decision, with its outcome if it has one. The future completes once the record is
   * durable; exceptionally with {@link RecordsUnavailable} when it is not, with {@link Overtaken}
   * when another decision was based on the same one meanwhile.
   *
   * @throws RecordsUnavailable at once when too many are waiting
   */
  CompletableFuture<Appended> append(DecisionRecord decision);

  Optional<StoredDecision> find(String id);

  Optional<StoredDecision> findByKey(String ledger, String key);

  /** The latest decision that outcomes made of this one; itself when there was none. */
  String latestOf(String id);

  /** The outcomes of a decision, oldest first. */
  List<Outcome> outcomes(String decisionId);

  /** The outcome that was recorded together with this decision. */
  Optional<Outcome> outcomeBehind(String decisionId);

  Page<DecisionLine> decisions(DecisionQuery query);

  /** The latest decision of each account: of the greatest asOf, the last recorded. */
  Page<DecisionLine> worklist(WorklistQuery query);

  /** The same with how many accounts fit, all read in one query. */
  CountedPage<DecisionLine> countedWorklist(WorklistQuery query);

  /** How many accounts fit, whatever page is asked for. */
  long countWorklist(WorklistQuery query);

  /**
   * The stored case of each account of the worklist, in the order of their ids; read as it is
   * taken, so memory does not grow.
   */
  void eachLatestCase(Optional<String> ledger, Consumer<byte[]> taker);

  /** How many records wait to be written. */
  int waiting();

  /** True when a write succeeded just now, or a try does; answers within two seconds. */
  boolean isWritable();
}
