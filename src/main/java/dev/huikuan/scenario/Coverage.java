package dev.huikuan.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Which rows of a policy's decision tables its scenarios hit. A row is hit when it is among the
 * rows that decided: under FIRST the one that did, under RULE ORDER and COLLECT every one that
 * matched; of option tables those of the option that was chosen. Scenarios that fail count too:
 * what they expect is wrong, not what they visit.
 *
 * @param tables one entry per sheet, by where it stands
 */
public record Coverage(List<Sheet> tables) {

  /** Findings of one table that a report lists before it only counts. */
  private static final int LISTED = 20;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * A decision table and those of its rows that no scenario hits.
   *
   * @param location of its head
   */
  public record Sheet(
      String decision, String location, int rows, List<DecisionTable.Row> uncovered) {

    public Sheet {
      uncovered = List.copyOf(uncovered);
    }

    /** No scenario hits any row. */
    public boolean isUntouched() {
      return uncovered.size() == rows;
    }
  }

  public Coverage {
    tables = List.copyOf(tables);
  }

  /** Nothing to cover: the policy could not be loaded. */
  public static final Coverage NONE = new Coverage(List.of());

  /**
   * @param hits locations of the rows that scenarios hit
   */
  static Coverage of(Policy policy, Set<String> hits) {
    return new Coverage(
        policy.tables().stream()
            .map(index -> sheet(index.table(), hits))
            .sorted(Comparator.comparing(Sheet::location))
            .toList());
  }

  private static Sheet sheet(DecisionTable table, Set<String> hits) {
    return new Sheet(
        table.code(),
        table.location(),
        table.rows().size(),
        table.rows().stream().filter(row -> !hits.contains(row.location())).toList());
  }

  /** How many rows there are. */
  public int rows() {
    return tables.stream().mapToInt(Sheet::rows).sum();
  }

  /** How many of them some scenario hits. */
  public int covered() {
    return rows() - tables.stream().mapToInt(sheet -> sheet.uncovered().size()).sum();
  }

  /** Hit rows per hundred, rounded down to one decimal: 100 only when every row is hit. */
  public BigDecimal percent() {
    return rows() == 0
        ? HUNDRED
        : BigDecimal.valueOf(covered())
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(rows()), 1, RoundingMode.DOWN)
            .stripTrailingZeros();
  }

  /** Exactly, before any rounding. */
  boolean isAtLeast(BigDecimal percent) {
    return BigDecimal.valueOf(covered())
            .multiply(HUNDRED)
            .compareTo(percent.multiply(BigDecimal.valueOf(rows())))
        >= 0;
  }

  /** A note at each row that no scenario hits, of each table the first few. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Sheet sheet : tables) {
      sheet.uncovered().stream()
          .limit(LISTED)
          .map(row -> finding(sheet, row))
          .forEach(findings::add);
    }
    return findings;
  }

  /** How many rows {@link #findings} leaves out. */
  int omitted() {
    return tables.stream().mapToInt(sheet -> Math.max(0, sheet.uncovered().size() - LISTED)).sum();
  }

  private static Finding finding(Sheet sheet, DecisionTable.Row row) {
    return Finding.info(
            Finding.Code.UNCOVERED,
            row.location(),
            new Text(
                "没有场景命中 `" + row.id() + "` 这一行；`check --suggest 文件` 可生成建议的场景",
                "no scenario hits row `"
                    + row.id()
                    + "`; `check --suggest FILE` writes scenarios for such rows"))
        .about(sheet.decision(), List.of(row.id()));
  }

  /** As the check report has it. */
  void write(ArrayNode json) {
    for (Sheet sheet : tables) {
      ObjectNode table = json.addObject();
      table.put("decision", sheet.decision());
      table.put("rows", sheet.rows());
      ArrayNode uncovered = table.putArray("uncovered");
      sheet.uncovered().forEach(row -> uncovered.add(row.id()));
      table.put("location", sheet.location());
    }
  }
}
