package dev.huikuan.bench;

import java.lang.management.ManagementFactory;

/** CPU time of this thread, so that other work on the machine counts little. */
final class Effort {

  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private static final double MILLI = 1e6;

  private Effort() {}

  /** Milliseconds of CPU that the work takes at its best, warm: of rounds for some seconds. */
  static double millis(double seconds, Work work) throws Exception {
    double best = Double.MAX_VALUE;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (best == Double.MAX_VALUE || System.nanoTime() < end) {
      best = Math.min(best, once(work));
    }
    return best;
  }

  /** Milliseconds of CPU that the work takes now. */
  static double once(Work work) throws Exception {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / MILLI;
  }

  /** Seconds that pass. */
  static double wall(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
