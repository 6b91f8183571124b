package dev.huikuan.store;

import dev.huikuan.records.DecisionLog.Appended;
import dev.huikuan.records.DecisionRecord;
import dev.huikuan.records.Overtaken;
import dev.huikuan.records.RecordsUnavailable;
import dev.huikuan.records.StoredDecision;
import dev.huikuan.store.DecisionInserts.Packed;
import dev.huikuan.store.WaitingLine.Waiting;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer for many requests: whatever has gathered while the last commit was under way is
 * written by the next. A request is answered once the commit that holds its record is durable. When
 * the database fails, all who wait are told so and nobody is let in until a small commit succeeds,
 * which is tried twice a second.
 */
final class GroupCommit implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int MOST_AT_ONCE = 256;
  private static final long LOOK_UP_MILLIS = 100;
  private static final long PROBE_MILLIS = 500;
  private static final long END_MILLIS = 20_000;

  private final LogWriter writer;
  private final DecisionQueries queries;
  private final WaitingLine line = new WaitingLine();
  private final LogHealth health = new LogHealth();
  private final Thread thread = new Thread(this::run, "decision-log");
  private volatile boolean closing;
  private volatile boolean ended;

  GroupCommit(Database database, DecisionQueries queries) {
    this.writer = new LogWriter(database);
    this.queries = queries;
    thread.setDaemon(true);
    thread.start();
  }

  /** Refuses at once what could not be written now. */
  void admit() {
    health.admit();
    if (closing || line.isFull()) {
      throw RecordsUnavailable.full();
    }
  }

  CompletableFuture<Appended> append(DecisionRecord decision) {
    admit();
    Waiting waiting = new Waiting(Packed.of(decision), new CompletableFuture<>());
    if (!line.join(waiting)) {
      throw RecordsUnavailable.full();
    }
    if (ended) {
      refuseAll();
    }
    return waiting.answer();
  }

  int waiting() {
    return line.length();
  }

  /** Bounded: says what is known, or has the writer try. */
  boolean isWritable() {
    return !closing && health.isGood();
  }

  /** Takes no more, writes what waits, then ends; not later than in {@value #END_MILLIS} ms. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(END_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    refuseAll();
  }

  private void run() {
    try {
      while (!closing || line.length() > 0) {
        turn();
      }
    } catch (InterruptedException stopped) {
      LOG.warn("the writer of the decision log was interrupted");
    } finally {
      ended = true;
      writer.close();
      refuseAll();
    }
  }

  private void turn() throws InterruptedException {
    List<Waiting> batch =
        line.take(MOST_AT_ONCE, health.isFailing() ? PROBE_MILLIS : LOOK_UP_MILLIS);
    health.begins();
    try {
      if (health.isFailing()) {
        refuse(batch);
        probe();
      } else if (!batch.isEmpty()) {
        write(batch);
      } else if (health.isAsked()) {
        probe();
      }
    } catch (RuntimeException | Error bug) {
      LOG.error("recording failed", bug);
      batch.forEach(waiting -> waiting.answer().completeExceptionally(bug));
    } finally {
      health.ends();
    }
  }

  private void probe() {
    try {
      writer.probe();
      health.succeeded();
    } catch (SQLException e) {
      health.failed(e);
    }
  }

  /** Answers all of them, one way or the other. */
  private void write(List<Waiting> batch) {
    try {
      Set<String> written = writer.write(batch.stream().map(Waiting::packed).toList());
      health.succeeded();
      batch.forEach(waiting -> answer(waiting, written));
    } catch (SQLException e) {
      if (!Dialect.isDataError(e)) {
        health.failed(e);
        refuse(batch);
      } else if (batch.size() == 1) {
        IllegalStateException bug = new IllegalStateException("a decision cannot be stored", e);
        batch.get(0).answer().completeExceptionally(bug);
      } else {
        // one bad record must not fail its neighbours
        batch.forEach(one -> writeUnlessFailing(List.of(one)));
      }
    }
  }

  private void writeUnlessFailing(List<Waiting> one) {
    if (health.isFailing()) {
      refuse(one);
    } else {
      write(one);
    }
  }

  private void refuse(List<Waiting> batch) {
    RecordsUnavailable why = health.why();
    batch.forEach(waiting -> waiting.answer().completeExceptionally(why));
  }

  private void refuseAll() {
    line.leave().forEach(late -> late.answer().completeExceptionally(RecordsUnavailable.full()));
  }

  private void answer(Waiting waiting, Set<String> written) {
    DecisionRecord decision = waiting.packed().decision();
    try {
      waiting
          .answer()
          .complete(
              written.contains(decision.id())
                  ? new Appended(stored(decision), true)
                  : earlier(decision));
    } catch (RuntimeException unreadable) {
      waiting.answer().completeExceptionally(unreadable);
    }
  }

  /**
   * What was there already: itself, of a commit that seemed to fail, or the key's owner.
   *
   * @throws Overtaken when another took its place behind the decision that it is based on
   */
  private Appended earlier(DecisionRecord decision) {
    Optional<StoredDecision> itself = queries.find(decision.id());
    if (itself.isPresent()) {
      return new Appended(itself.get(), true);
    }
    return decision
        .idempotency()
        .flatMap(key -> queries.findByKey(decision.ledger(), key.key()))
        .map(owner -> new Appended(owner, false))
        .orElseThrow(() -> new Overtaken(decision.basedOn().orElse(decision.id())));
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
}
