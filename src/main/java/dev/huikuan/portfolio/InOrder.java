package dev.huikuan.portfolio;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works in parallel and hands the results over in the order in which the work was given, on the
 * thread that gives it. Bounded: when much is under way, giving more waits for the oldest.
 */
final class InOrder<T> implements Closeable {

  /** Takes the results. */
  @FunctionalInterface
  interface Taker<T> {
    void take(T result) throws IOException;
  }

  private record UnderWay<T>(Future<T> result, long bytes) {}

  private static final int MOST_A_THREAD = 64;
  private static final long MOST_BYTES = 16_000_000;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool =
      Executors.newFixedThreadPool(
          threads,
          work -> {
            Thread thread = new Thread(work, "portfolio-decide");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<UnderWay<T>> underWay = new ArrayDeque<>();
  private final Taker<T> taker;
  private long bytes;

  InOrder(Taker<T> taker) {
    this.taker = taker;
  }

  /**
   * Gives work.
   *
   * @param size bytes that it holds
   */
  void give(Callable<T> work, long size) throws IOException {
    while (underWay.size() >= threads * MOST_A_THREAD
        || bytes + size > MOST_BYTES && !underWay.isEmpty()) {
      takeOldest();
    }
    underWay.add(new UnderWay<>(pool.submit(work), size));
    bytes += size;
  }

  /** Waits for all that is under way. */
  void finish() throws IOException {
    while (!underWay.isEmpty()) {
      takeOldest();
    }
  }

  private void takeOldest() throws IOException {
    UnderWay<T> oldest = underWay.remove();
    bytes -= oldest.bytes();
    try {
      taker.take(oldest.result().get());
    } catch (ExecutionException died) {
      throw new IOException(died.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
