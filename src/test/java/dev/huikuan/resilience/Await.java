package dev.huikuan.resilience;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what must come, and gives up after a time that no healthy machine needs. */
final class Await {

  private static final long PATIENCE_SECONDS = 90;

  private Await() {}

  static void until(Object what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain; " + what);
      }
      Thread.sleep(5);
    }
  }
}
