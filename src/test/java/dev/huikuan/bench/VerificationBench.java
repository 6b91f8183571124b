package dev.huikuan.bench;

import dev.huikuan.domain.Finding;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How long the exact analysis of a large table takes, and what it finds there. */
public final class VerificationBench {

  /**
   * One table.
   *
   * @param seconds the best of some runs; CPU time of this thread
   * @param findings counts by kind, those left out of the report among them
   */
  public record Measured(
      String table, int rows, int columns, double seconds, Map<String, Integer> findings) {
    @Override
    public String toString() {
      return String.format(
          java.util.Locale.ROOT,
          "%-12s %6d x %2d  %8.3f s  %s",
          table,
          rows,
          columns,
          seconds,
          findings);
    }
  }

  private VerificationBench() {}

  /** The rows of the benchmark report, measured now. */
  public static List<Measured> rows() {
    List<Measured> rows = new ArrayList<>();
    rows.add(measure("realistic", 1_000, 10, 5, LargeTables.realistic(1_000, 10)));
    rows.add(measure("unique", 1_000, 10, 3, LargeTables.unique(1_000, 10)));
    rows.add(measure("overlapping", 1_000, 10, 1, LargeTables.overlapping(1_000, 10)));
    rows.add(measure("realistic", 10_000, 12, 1, LargeTables.realistic(10_000, 12)));
    rows.add(measure("overlapping", 10_000, 12, 1, LargeTables.overlapping(10_000, 12)));
    return rows;
  }

  private static Measured measure(
      String name, int rows, int columns, int runs, List<PolicyFile> files) {
    Policy policy = PolicyLoader.load(files).policy().orElseThrow();
    double best = Double.MAX_VALUE;
    Verification found = null;
    for (int run = 0; run < runs; run++) {
      var threads = java.lang.management.ManagementFactory.getThreadMXBean();
      long begin = threads.getCurrentThreadCpuTime();
      found = Verification.of(policy);
      best = Math.min(best, (threads.getCurrentThreadCpuTime() - begin) / 1e9);
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Finding finding : found.findings()) {
      counts.merge(finding.code().name(), 1, Integer::sum);
    }
    found.omitted().forEach((code, more) -> counts.merge(code.name(), more, Integer::sum));
    return new Measured(name, rows, columns, best, counts);
  }

  /** S7: the exact check of a table of 1 000 × 10 in a second; the others for their size. */
  static void run(Consumer<Row> report) {
    for (Measured row : rows()) {
      String what = row.table() + " table " + row.rows() + " x " + row.columns();
      String measured =
          String.format(java.util.Locale.ROOT, "%.3f s, %s", row.seconds(), row.findings());
      report.accept(Row.atMost("S7", what, measured, row.seconds(), row.rows() > 1_000 ? 30 : 1));
    }
  }

  public static void main(String[] args) {
    for (Measured row : rows()) {
      System.out.println(row);
    }
  }
}
