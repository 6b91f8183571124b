package dev.huikuan.bench;

import dev.huikuan.domain.Value;
import dev.huikuan.policy.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Three chained first-hit tables over fourteen facts: risk tier (20 rows) → next action (R rows) →
 * discount (60 rows). Cells are ranges, sets of codes, flags and blanks; cases are drawn from the
 * rows, so that hits spread over the whole table.
 */
final class Workload {

  /** A fact: a number up to a bound, or one of the codes. */
  private record Fact(String term, int most, List<String> codes) {
    static Fact number(String term, int most) {
      return new Fact(term, most, List.of());
    }

    static Fact code(String term, String... codes) {
      return new Fact(term, codes.length - 1, List.of(codes));
    }

    String written(int low, int high) {
      return codes.isEmpty()
          ? low + ".." + high
          : String.join(", ", codes.subList(low, high + 1));
    }

    Value value(int at) {
      if (codes.isEmpty()) {
        return Value.whole(at);
      }
      String code = codes.get(at);
      return code.equals("yes") || code.equals("no")
          ? Value.flag(code.equals("yes"))
          : Value.code(code);
    }
  }

  /** The places of a row's cells: {@code low[i]..high[i]} of each column; all of it = blank. */
  record Cells(int[] low, int[] high) {}

  /** A table with its columns among the facts; row r decides the code r mod the codes. */
  record Table(String name, int[] columns, String output, List<String> codes, List<Cells> rows) {}

  static final int FACTS = 14;

  /** Place of the tier among the facts: decided by the first table, read by the others. */
  static final int TIER = 1;

  private static final List<Fact> ALL =
      List.of(
          Fact.number("creditScore", 1000),
          Fact.code("riskTier", "A", "B", "C", "D", "E"),
          Fact.code("customerSegment", "STRATEGIC", "KEY", "STANDARD", "SMALL"),
          Fact.number("daysPastDue", 400),
          Fact.number("outstanding", 1_000_000),
          Fact.number("exposure", 1_000_000),
          Fact.number("netDays", 180),
          Fact.number("graceDays", 30),
          Fact.code("acceptancePending", "no", "yes"),
          Fact.code("installmentsAllowed", "no", "yes"),
          Fact.code("suspensionClause", "no", "yes"),
          Fact.number("brokenPromises", 10),
          Fact.number("contactsLast7Days", 10),
          Fact.code("delayReason", "CASH_FLOW", "QUALITY", "HABIT", "REFUSAL", "UNREACHABLE"));

  private final Random random;
  private final List<Table> tables;

  Workload(int rows, long seed) {
    this.random = new Random(seed);
    int[] first = {0, 3, 11, 2};
    int[] second = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    int[] third = {1, 2, 4, 6, 9};
    double[] share = {0.5, rows > 1000 ? 5.6 / 13 : rows > 100 ? 4.2 / 13 : 2.5 / 13, 0.5};
    this.tables =
        List.of(
            table("tier", first, "riskTier", ALL.get(TIER).codes(), 20, share[0]),
            table(
                "action",
                second,
                "nextAction",
                List.of("COLLECTION_CALL", "FRIENDLY_REMINDER", "FORMAL_DEMAND", "WAIT"),
                rows,
                share[1]),
            table("offer", third, "tone", List.of("FRIENDLY", "FIRM", "FORMAL"), 60, share[2]));
  }

  List<Table> tables() {
    return tables;
  }

  private Table table(
      String name, int[] columns, String output, List<String> codes, int rows, double share) {
    List<Cells> all = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      int[] low = new int[columns.length];
      int[] high = new int[columns.length];
      for (int c = 0; c < columns.length; c++) {
        int most = ALL.get(columns[c]).most();
        boolean blank = r == rows - 1 || random.nextDouble() >= share;
        low[c] = blank ? 0 : random.nextInt(most + 1);
        int width = Math.max(1, most / 5);
        high[c] = blank ? most : Math.min(most, low[c] + random.nextInt(width));
      }
      all.add(new Cells(low, high));
    }
    return new Table(name, columns, output, codes, all);
  }

  /** The tables as an analyst's files. */
  List<PolicyFile> files() {
    return tables.stream()
        .map(
            table ->
                new PolicyFile(
                    "decision-tables/" + table.name() + ".csv",
                    csv(table).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static String csv(Table table) {
    StringBuilder csv = new StringBuilder();
    int inputs = table.columns().length;
    csv.append("Decision,").append(table.name()).append(",T,表").append('\n');
    csv.append("Hit policy,FIRST\n\n,When").append(",".repeat(inputs)).append("Then\nRow,");
    csv.append(
        Arrays.stream(table.columns())
            .mapToObj(fact -> ALL.get(fact).term())
            .collect(Collectors.joining(",")));
    csv.append(',').append(table.output()).append('\n');
    for (int r = 0; r < table.rows().size(); r++) {
      Cells cells = table.rows().get(r);
      csv.append(table.name()).append('-').append(r);
      for (int c = 0; c < inputs; c++) {
        Fact fact = ALL.get(table.columns()[c]);
        boolean blank = cells.low()[c] == 0 && cells.high()[c] == fact.most();
        csv.append(blank ? "," : ",\"" + fact.written(cells.low()[c], cells.high()[c]) + '"');
      }
      csv.append(',').append(table.codes().get(r % table.codes().size())).append('\n');
    }
    return csv.toString();
  }

  /** Cases, each as places of its facts; the tier is left to the first table. */
  List<int[]> cases(int n) {
    List<Cells> rows = tables.get(1).rows();
    int[] columns = tables.get(1).columns();
    List<int[]> cases = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int[] facts = new int[FACTS];
      for (int f = 0; f < FACTS; f++) {
        facts[f] = random.nextInt(ALL.get(f).most() + 1);
      }
      Cells row = rows.get(random.nextInt(rows.size()));
      for (int c = 0; c < columns.length; c++) {
        facts[columns[c]] =
            row.low()[c] + random.nextInt(row.high()[c] - row.low()[c] + 1);
      }
      cases.add(facts);
    }
    return cases;
  }

  /** The facts as terms, without the tier. */
  static Map<String, Value> values(int[] facts) {
    Map<String, Value> values = new HashMap<>();
    for (int f = 0; f < FACTS; f++) {
      if (f != TIER) {
        values.put(ALL.get(f).term(), ALL.get(f).value(facts[f]));
      }
    }
    return values;
  }
}
