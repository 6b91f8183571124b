package dev.huikuan.store;

import dev.huikuan.records.RecordsUnavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the log can be written, as its writer sees it. Thread-safe; one thread writes. */
final class LogHealth {

  private static final Logger LOG = LoggerFactory.getLogger(LogHealth.class);
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A commit that takes longer keeps newcomers out: they would only wait, too. */
  private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(4);

  private static final long ANSWER_MILLIS = 1_500;
  private static final long NEVER = Long.MIN_VALUE;

  private volatile RecordsUnavailable failure;
  private volatile long succeededAt = NEVER;
  private volatile long busySince = NEVER;
  private final AtomicReference<CompletableFuture<Boolean>> asked = new AtomicReference<>();

  /** The writer begins something that may take its time. */
  void begins() {
    busySince = System.nanoTime();
  }

  void ends() {
    busySince = NEVER;
  }

  void succeeded() {
    if (failure != null) {
      LOG.info("the decision log can be written again");
    }
    failure = null;
    succeededAt = System.nanoTime();
    answer(true);
  }

  void failed(Exception cause) {
    if (failure == null) {
      LOG.error("the decision log cannot be written; requests are refused until it can", cause);
    }
    failure = RecordsUnavailable.because(cause);
    answer(false);
  }

  boolean isFailing() {
    return failure != null;
  }

  /** Why it fails, or did a moment ago. */
  RecordsUnavailable why() {
    RecordsUnavailable now = failure;
    return now == null ? RecordsUnavailable.full() : now;
  }

  /**
   * Lets a request pass.
   *
   * @throws RecordsUnavailable when it would be in vain
   */
  void admit() {
    RecordsUnavailable now = failure;
    if (now != null) {
      throw now;
    }
    if (isStalled()) {
      throw RecordsUnavailable.because(new TimeoutException("the database does not answer"));
    }
  }

  private boolean isStalled() {
    long since = busySince;
    return since != NEVER && System.nanoTime() - since > STALLED_NANOS;
  }

  /** Somebody asked {@link #isGood} and waits. */
  boolean isAsked() {
    return asked.get() != null;
  }

  /** From the last commit if it was just now, else from one that the writer tries. */
  boolean isGood() {
    if (failure != null || isStalled()) {
      return false;
    }
    long last = succeededAt;
    if (last != NEVER && System.nanoTime() - last < FRESH_NANOS) {
      return true;
    }
    CompletableFuture<Boolean> answer =
        asked.updateAndGet(now -> now == null ? new CompletableFuture<>() : now);
    try {
      return answer.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException late) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void answer(boolean good) {
    CompletableFuture<Boolean> waiting = asked.getAndSet(null);
    if (waiting != null) {
      waiting.complete(good);
    }
  }
}
