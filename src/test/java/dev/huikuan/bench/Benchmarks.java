package dev.huikuan.bench;

import dev.huikuan.bench.Effort.Work;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures, prints rows. Arguments name the parts: {@code tables}, {@code decision}, {@code http},
 * {@code log}, {@code load}, {@code start}, {@code verification}, {@code portfolio} and {@code
 * pages} (and how many accounts); without any all but the last two, which take minutes.
 */
public final class Benchmarks {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("tables", (rows, n) -> TablesBench.run(rows));
    parts.put("decision", (rows, n) -> DecisionBench.run(rows));
    parts.put("http", (rows, n) -> HttpBench.run(rows));
    parts.put("log", (rows, n) -> LogBench.run(rows));
    parts.put("load", (rows, n) -> LoadBench.run(rows));
    parts.put("start", (rows, n) -> StartBench.run(rows));
    parts.put("verification", (rows, n) -> VerificationBench.run(rows));
    parts.put("portfolio", PortfolioBench::run);
    parts.put("pages", PagesBench::run);
    List<String> wanted = new ArrayList<>(List.of(args));
    int accounts = 100_000;
    if (!wanted.isEmpty() && wanted.get(wanted.size() - 1).matches("\\d+")) {
      accounts = Integer.parseInt(wanted.remove(wanted.size() - 1));
    }
    if (wanted.isEmpty()) {
      wanted.addAll(parts.keySet());
      wanted.removeAll(List.of("portfolio", "pages"));
    }
    OUT.println("    | what | measured | target | ratio | met");
    for (String name : wanted) {
      if (!parts.containsKey(name)) {
        throw new IllegalArgumentException("no part " + name + "; there are " + parts.keySet());
      }
      parts.get(name).run(row -> OUT.println(row.line()), accounts);
    }
    System.exit(0);
  }

  private interface Part {
    void run(Consumer<Row> rows, int accounts) throws Exception;
  }

  /** Does work a number of times. */
  static Work times(int n, Work work) {
    return () -> {
      for (int i = 0; i < n; i++) {
        work.run();
      }
    };
  }
}
