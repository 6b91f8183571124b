package dev.huikuan.records;

import dev.huikuan.records.DecisionLog.Appended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Where threads wait until the log has what they gave it: one room for all doors. */
public final class WaitingRoom {

  private static final long PATIENCE_SECONDS = 15;

  /** Threads that may wait for the log; the server has some 250, and must answer probes, too. */
  private static final Semaphore ROOM = new Semaphore(128);

  private WaitingRoom() {}

  /**
   * What was recorded, once it is durable.
   *
   * @throws RecordsUnavailable when the room is full, or it takes too long
   */
  public static Appended durable(Supplier<CompletableFuture<Appended>> recording) {
    if (!ROOM.tryAcquire()) {
      throw RecordsUnavailable.full();
    }
    try {
      return waited(recording.get());
    } finally {
      ROOM.release();
    }
  }

  private static Appended waited(CompletableFuture<Appended> recording) {
    try {
      return recording.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (TimeoutException late) {
      throw RecordsUnavailable.because(late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw RecordsUnavailable.because(stopped);
    }
  }
}
