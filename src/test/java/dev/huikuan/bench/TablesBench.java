package dev.huikuan.bench;

import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.table.Reading;
import dev.huikuan.policy.table.TableIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** S1 and S2: the index on three chained tables beside the limit; each answer is compared. */
final class TablesBench {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final int CASES = 10_000;
  private static final double SECONDS = 6;

  private TablesBench() {}

  /** A case whose decided terms are added as they come. */
  private record Book(Map<String, Value> values) implements Reading {
    @Override
    public Value value(TermRef ref) {
      return values.getOrDefault(ref.code(), Value.UNKNOWN);
    }

    @Override
    public Value parameter(String code, LocalDate on) {
      return Value.UNKNOWN;
    }

    @Override
    public LocalDate asOf() {
      return DAY;
    }
  }

  static void run(Consumer<Row> rows) throws Exception {
    double small = 0;
    for (int r : List.of(50, 500, 5_000)) {
      double micros = one(r, rows);
      small = small == 0 ? micros : small;
      if (r == 5_000) {
        String measured =
            String.format(Locale.ROOT, "%.2f us at R = 50, %.2f us at R = 5000", small, micros);
        rows.accept(Row.atMost("S2", "growth from 50 to 5 000 rows", measured, micros / small, 6));
      }
    }
  }

  private static double one(int size, Consumer<Row> rows) throws Exception {
    Workload work = new Workload(size, 42);
    Policy policy = PolicyLoader.load(work.files()).policy().orElseThrow();
    List<TableIndex> tables = policy.tables();
    List<BitSets> limit = work.tables().stream().map(BitSets::new).toList();
    List<int[]> cases = work.cases(CASES);
    List<Book> books = new ArrayList<>();
    cases.forEach(facts -> books.add(new Book(new HashMap<>(Workload.values(facts)))));
    compare(work, tables, limit, cases, books);
    double ours = Effort.millis(SECONDS, () -> books.forEach(book -> decide(tables, book)));
    long[] scratch = new long[size / 64 + 1];
    double peer = Effort.millis(SECONDS / 2, () -> cases.forEach(c -> bare(limit, c, scratch)));
    double micros = ours * 1e3 / CASES;
    String measured =
        String.format(
            Locale.ROOT, "%.2f us a case, limit %.2f us (CPU)", micros, peer * 1e3 / CASES);
    rows.accept(
        Row.atLeast("S1", "three chained tables, R = " + size, measured, peer / ours, 0.5));
    return micros;
  }

  private static String decide(List<TableIndex> tables, Book book) {
    String rows = "";
    for (TableIndex table : tables) {
      var result = table.evaluate(book);
      book.values().putAll(result.outputs());
      rows = result.hits().get(0).row().id();
    }
    return rows;
  }

  /** The tier that the first table decides goes into the facts of the others. */
  private static int bare(List<BitSets> limit, int[] facts, long[] scratch) {
    facts[Workload.TIER] = limit.get(0).first(facts, scratch) % 5;
    return limit.get(1).first(facts, scratch) + limit.get(2).first(facts, scratch);
  }

  private static void compare(
      Workload work,
      List<TableIndex> tables,
      List<BitSets> limit,
      List<int[]> cases,
      List<Book> books) {
    long[] scratch = new long[work.tables().get(1).rows().size() / 64 + 1];
    for (int i = 0; i < cases.size(); i++) {
      decide(tables, books.get(i));
      bare(limit, cases.get(i), scratch);
      for (int t = 0; t < limit.size(); t++) {
        Workload.Table table = work.tables().get(t);
        String expected = table.name() + "-" + limit.get(t).first(cases.get(i), scratch);
        TableIndex index =
            tables.stream()
                .filter(one -> one.table().code().equals(table.name()))
                .findFirst()
                .orElseThrow();
        String found = index.evaluate(books.get(i)).hits().get(0).row().id();
        if (!found.equals(expected)) {
          throw new IllegalStateException("row " + found + ", should be " + expected);
        }
      }
    }
  }
}
