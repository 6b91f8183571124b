package dev.huikuan.store;

import dev.huikuan.records.DecisionLog.Appended;
import dev.huikuan.records.DecisionRecord;
import dev.huikuan.records.Overtaken;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.records.RowHit;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.store.DecisionInserts.Packed;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer for many requests: whatever has gathered while the last commit was under way is
 * written by the next. A request is answered once the commit that holds its record is durable.
 */
final class GroupCommit implements AutoCloseable {

  /** How many records may wait. */
  static final int CAPACITY = 1_024;

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int MOST_AT_ONCE = 256;
  private static final int TRIES = 4;
  private static final long LOOK_UP_MILLIS = 200;

  private record Waiting(Packed packed, CompletableFuture<Appended> answer) {}

  private final Database database;
  private final DecisionQueries queries;
  private final RowNumbers numbers;
  private final DecisionInserts inserts;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread writer = new Thread(this::run, "decision-log");
  private volatile boolean closing;
  private volatile boolean failing;

  GroupCommit(Database database, DecisionQueries queries) {
    this.database = database;
    this.queries = queries;
    this.numbers = new RowNumbers(database);
    this.inserts = new DecisionInserts(database.dialect(), numbers);
    writer.setDaemon(true);
    writer.start();
  }

  CompletableFuture<Appended> append(DecisionRecord decision) {
    Waiting waiting = new Waiting(Packed.of(decision), new CompletableFuture<>());
    if (closing || !queue.offer(waiting)) {
      throw RecordsUnavailable.full();
    }
    return waiting.answer();
  }

  int waiting() {
    return queue.size();
  }

  /** True when the last commit failed. */
  boolean isFailing() {
    return failing;
  }

  /** Takes no more, writes what waits, then ends. */
  @Override
  public void close() {
    closing = true;
    try {
      writer.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    List<Waiting> late = new ArrayList<>();
    queue.drainTo(late);
    late.forEach(waiting -> waiting.answer().completeExceptionally(RecordsUnavailable.full()));
  }

  private void run() {
    try {
      List<Waiting> batch = gathered();
      while (!batch.isEmpty() || !closing) {
        if (!batch.isEmpty()) {
          write(batch);
        }
        batch = gathered();
      }
    } catch (InterruptedException stopped) {
      LOG.warn("the writer of the decision log was interrupted");
    }
  }

  private List<Waiting> gathered() throws InterruptedException {
    List<Waiting> batch = new ArrayList<>();
    Waiting first = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, MOST_AT_ONCE - 1);
    }
    return batch;
  }

  /** Answers all of them, one way or the other; never throws. */
  private void write(List<Waiting> batch) {
    try {
      answer(batch, committed(batch.stream().map(Waiting::packed).toList()));
      failing = false;
    } catch (RecordsUnavailable e) {
      if (batch.size() > 1 && blames(e)) {
        // one bad record must not fail its neighbours
        batch.forEach(one -> write(List.of(one)));
      } else {
        failing = !blames(e);
        LOG.warn("{} decisions could not be recorded: {}", batch.size(), e.getMessage());
        batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
      }
    } catch (RuntimeException bug) {
      LOG.error("recording failed", bug);
      batch.forEach(waiting -> waiting.answer().completeExceptionally(bug));
    }
  }

  private Map<String, Boolean> committed(List<Packed> batch) {
    Set<RowHit> rows = new LinkedHashSet<>();
    batch.forEach(packed -> rows.addAll(packed.decision().headline().rows()));
    for (int tries = 1; ; tries++) {
      try {
        numbers.learn(rows);
        return database.transaction(connection -> inserts.write(connection, batch));
      } catch (RecordsUnavailable e) {
        if (tries == TRIES || !isDeadlock(e)) {
          throw e;
        }
      }
    }
  }

  private void answer(List<Waiting> batch, Map<String, Boolean> written) {
    for (Waiting waiting : batch) {
      DecisionRecord decision = waiting.packed().decision();
      if (written.get(decision.id())) {
        waiting.answer().complete(new Appended(stored(decision), true));
      } else {
        refused(waiting, decision);
      }
    }
  }

  /** Another record has its idempotency key, or its place behind the one that it is based on. */
  private void refused(Waiting waiting, DecisionRecord decision) {
    Optional<StoredDecision> other =
        decision.idempotency().flatMap(key -> queries.findByKey(decision.ledger(), key.key()));
    if (other.isPresent()) {
      waiting.answer().complete(new Appended(other.get(), false));
    } else {
      waiting
          .answer()
          .completeExceptionally(new Overtaken(decision.basedOn().orElse(decision.id())));
    }
  }

  private static StoredDecision stored(DecisionRecord d) {
    return new StoredDecision(
        d.id(),
        d.ledger(),
        d.customerId(),
        d.asOf(),
        d.recordedAt(),
        d.policyVersion(),
        d.engineVersion(),
        d.idempotency(),
        d.basedOn(),
        d.actor(),
        d.caseJson(),
        d.answer(),
        false);
  }

  private static boolean isDeadlock(RecordsUnavailable e) {
    return e.getCause() instanceof SQLException sql
        && sql.getSQLState() != null
        && (sql.getSQLState().equals("40P01") || sql.getSQLState().equals("40001"));
  }

  private static boolean blames(RecordsUnavailable e) {
    return e.getCause() instanceof SQLException sql && Dialect.isDataError(sql);
  }
}
