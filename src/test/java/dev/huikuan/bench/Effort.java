package dev.huikuan.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /**
   * Milliseconds of CPU that each work takes, done in turns, so that all meet the same machine: the
   * median of the rounds of some seconds of CPU, after as many to warm up.
   */
  static List<Double> inTurns(double seconds, Work... works) throws Exception {
    rounds(seconds, works);
    return rounds(seconds, works).stream().map(Effort::median).toList();
  }

  private static List<List<Double>> rounds(double seconds, Work... works) throws Exception {
    List<List<Double>> taken = new ArrayList<>();
    Stream.of(works).forEach(work -> taken.add(new ArrayList<>()));
    double left = seconds * 1e3;
    while (left > 0) {
      for (int w = 0; w < works.length; w++) {
        double millis = once(works[w]);
        taken.get(w).add(millis);
        left -= millis;
      }
    }
    return taken;
  }

  private static double median(List<Double> taken) {
    return taken.stream().sorted().toList().get(taken.size() / 2);
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
