package dev.huikuan.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * S9: {@code portfolio} in a JVM of 512 MB, a tenth or a hundredth of the accounts and all of them:
 * cases as NDJSON (the demo portfolio again and again under new numbers) and a ledger as CSV (five
 * invoices each, those of one customer far apart). Time is compared with that of the smaller run
 * and with deciding the same cases one after the other in this process.
 */
final class PortfolioBench {

  private static final int FEW = 10_000;
  private static final String HEAP = "-Xmx512m";

  private PortfolioBench() {}

  static void run(Consumer<Row> rows, int accounts) throws Exception {
    Path folder = Files.createTempDirectory("huikuan-bench");
    try {
      double aSecond = inProcess();
      growth("NDJSON", "cases.ndjson", PortfolioBench::cases, folder, accounts, aSecond, rows);
      growth("CSV", "ledger.csv", PortfolioBench::ledger, folder, accounts, 0, rows);
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private interface Writer {
    void write(Path file, int accounts) throws IOException;
  }

  private static void growth(
      String form,
      String name,
      Writer writer,
      Path folder,
      int accounts,
      double aSecond,
      Consumer<Row> rows)
      throws Exception {
    Path input = folder.resolve(name);
    int few = Math.min(FEW, accounts / 10);
    writer.write(input, few);
    double small = decided(input, folder, few).seconds();
    writer.write(input, accounts);
    Took took = decided(input, folder, accounts);
    double all = took.seconds();
    String measured =
        String.format(
            Locale.ROOT,
            "%s in %.1f s, %s in %.1f s (%.0f a second), %s",
            few,
            small,
            accounts,
            all,
            accounts / all,
            HEAP);
    double most = 1.05 * accounts / few;
    rows.accept(Row.atMost("S9", "portfolio " + form + ", growth", measured, all / small, most));
    if (aSecond > 0) {
      int cores = Runtime.getRuntime().availableProcessors();
      double ratio = accounts / all / (cores * aSecond);
      String beside =
          String.format(
              Locale.ROOT,
              "%.0f a second, one thread in process %.0f, %s cores",
              accounts / all,
              aSecond,
              cores);
      rows.accept(Row.atLeast("S9", "portfolio " + form + ", all cores", beside, ratio, 0.8));
      double ownCost = accounts / took.cpu() / aSecond;
      String cost =
          String.format(
              Locale.ROOT,
              "%.0f for each second of CPU, %.1f cores used",
              accounts / took.cpu(),
              took.cpu() / all);
      rows.accept(Row.atLeast("S9", "portfolio " + form + ", by CPU", cost, ownCost, 0.8));
    }
  }

  /** Cases a second that one thread reads and decides, warm. */
  private static double inProcess() throws Exception {
    Shipped shipped = Shipped.load();
    List<byte[]> lines = Shipped.lines();
    double millis =
        Effort.millis(
            20, () -> lines.forEach(line -> shipped.pipeline().decide(shipped.ask(line))));
    return lines.size() / millis * 1e3;
  }

  /**
   * @param cpu seconds of all threads, compilers and collectors of garbage among them
   */
  private record Took(double seconds, double cpu) {}

  private static Took decided(Path input, Path folder, int accounts) throws Exception {
    Path said = folder.resolve("said.txt");
    List<String> arguments =
        List.of(
            "portfolio",
            "--lang",
            "en",
            "--input",
            input.toString(),
            "--as-of",
            "2026-11-20",
            "--output",
            folder.resolve("worklist.csv").toString());
    double seconds =
        Effort.wall(
            () -> {
              Process process =
                  Child.start(said, List.of(HEAP), Counted.class.getName(), arguments);
              if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(said));
              }
            });
    String expected = accounts + " accounts, " + accounts + " listed";
    if (!Files.readString(said).replace(",", "").contains(expected.replace(",", ""))) {
      throw new IllegalStateException(Files.readString(said));
    }
    String cpu =
        Files.readString(said)
            .lines()
            .filter(l -> l.startsWith(Counted.CPU))
            .findFirst()
            .orElseThrow();
    return new Took(seconds, Double.parseDouble(cpu.substring(Counted.CPU.length())));
  }

  private static void cases(Path file, int accounts) throws IOException {
    JsonMapper json = new JsonMapper();
    List<ObjectNode> all = new ArrayList<>();
    for (byte[] line : Shipped.lines()) {
      all.add((ObjectNode) json.readTree(line));
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < accounts; i++) {
        ObjectNode one = all.get(i % all.size());
        ((ObjectNode) one.get("customer")).put("id", "C-" + i);
        out.write(one.toString());
        out.write('\n');
      }
    }
  }

  private static void ledger(Path file, int accounts) throws IOException {
    LocalDate day = LocalDate.of(2026, 11, 20);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("customer.id,customer.name,receivable.id,receivable.currency,receivable.amount,");
      out.write(
          "receivable.invoicedOn,receivable.dueOn,receivable.settledOn,customer.jurisdiction\n");
      for (int invoice = 0; invoice < 5; invoice++) {
        for (int i = 0; i < accounts; i++) {
          LocalDate invoiced = day.minusDays(400L - invoice * 80L - i % 70);
          LocalDate due = invoiced.plusDays(30);
          String settled = invoice < 3 ? due.plusDays(i % 15 - 3L).toString() : "";
          int amount = 500 + (i * 37 + invoice * 911) % 90_000;
          out.write("C-" + i + ",Company " + i + ",INV-" + i + "-" + invoice + ",CNY," + amount);
          out.write("," + invoiced + "," + due + "," + settled + ",CN\n");
        }
      }
    }
  }
}
