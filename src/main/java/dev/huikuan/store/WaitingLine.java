package dev.huikuan.store;

import dev.huikuan.records.DecisionLog.Appended;
import dev.huikuan.store.DecisionInserts.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Records that wait to be written, bounded in number and in bytes. Thread-safe. */
final class WaitingLine {

  /** How many may wait. */
  static final int CAPACITY = 1_024;

  /** How many bytes of them, those being written included. */
  static final long MOST_BYTES = 64_000_000;

  /** A record and who waits for it. */
  record Waiting(Packed packed, CompletableFuture<Appended> answer) {

    long bytes() {
      return packed.decision().caseJson().length
          + packed.decision().answer().length
          + packed.caseJson().length
          + (long) packed.answer().length;
    }
  }

  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicLong bytes = new AtomicLong();

  boolean isFull() {
    return queue.remainingCapacity() == 0 || bytes.get() >= MOST_BYTES;
  }

  /** False when it is full. */
  boolean join(Waiting waiting) {
    if (isFull()) {
      return false;
    }
    bytes.addAndGet(waiting.bytes());
    waiting.answer().whenComplete((done, failure) -> bytes.addAndGet(-waiting.bytes()));
    if (!queue.offer(waiting)) {
      bytes.addAndGet(-waiting.bytes());
      return false;
    }
    return true;
  }

  int length() {
    return queue.size();
  }

  /** The first of those who wait, at least one unless none came in that time. */
  List<Waiting> take(int most, long millis) throws InterruptedException {
    List<Waiting> first = new ArrayList<>();
    Waiting one = queue.poll(millis, TimeUnit.MILLISECONDS);
    if (one != null) {
      first.add(one);
      queue.drainTo(first, most - 1);
    }
    return first;
  }

  /** Takes all who wait out of it. */
  List<Waiting> leave() {
    List<Waiting> all = new ArrayList<>();
    queue.drainTo(all);
    return all;
  }
}
