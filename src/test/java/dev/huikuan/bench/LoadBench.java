package dev.huikuan.bench;

import dev.huikuan.decision.DecisionPipeline;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * S7: a policy with a table of 5 000 rows (and two small ones), read, compiled and put into
 * service, warm.
 */
final class LoadBench {

  private static final int ROWS = 5_000;

  private LoadBench() {}

  static void run(Consumer<Row> rows) throws Exception {
    List<PolicyFile> files = new Workload(ROWS, 7).files();
    double millis =
        Effort.millis(
            10, () -> new DecisionPipeline(PolicyLoader.load(files).policy().orElseThrow()));
    String measured = String.format(Locale.ROOT, "%.2f s of CPU for %s rows", millis / 1e3, ROWS);
    rows.accept(Row.atMost("S7", "load and compile a table", measured, millis / 1e3, 1));
  }
}
