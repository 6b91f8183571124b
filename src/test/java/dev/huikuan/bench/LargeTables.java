package dev.huikuan.bench;

import dev.huikuan.policy.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Large decision tables as CSV, the same on every machine: realistic ones, and hard ones. */
final class LargeTables {

  private static final String ATTRIBUTES =
      """
      Attributes,x
      Code,Label (zh),Label (en),Level,Origin,Type,Values,Min,Max
      route,路线,Route,account,decided,code,"R1, R2, R3, R4, R5, R6, R7, R8",,
      """;

  private static final List<String> COLUMNS =
      List.of(
          "daysPastDue",
          "riskTier",
          "outstanding",
          "customerSegment",
          "brokenPromises",
          "financialStress",
          "onTimeRatio",
          "delayReason",
          "creditScore",
          "doNotContact",
          "averageDaysLate",
          "customerSize");

  private final Random random = new Random(20260101);
  private final int rows;
  private final int columns;
  private final boolean hard;

  private LargeTables(int rows, int columns, boolean hard) {
    this.rows = rows;
    this.columns = columns;
    this.hard = hard;
  }

  /** Ranges, sets of codes, flags and blanks, a default row at the end. */
  static List<PolicyFile> realistic(int rows, int columns) {
    return new LargeTables(rows, columns, false).files("FIRST");
  }

  /** Many rows of wide overlapping ranges, and no default. */
  static List<PolicyFile> overlapping(int rows, int columns) {
    return new LargeTables(rows, columns, true).files("FIRST");
  }

  /** Realistic rows under a hit policy that forbids overlaps, and no default. */
  static List<PolicyFile> unique(int rows, int columns) {
    return new LargeTables(rows, columns, false).files("UNIQUE");
  }

  private List<PolicyFile> files(String hitPolicy) {
    StringBuilder csv = new StringBuilder("Decision,route,Route,路线\nHit policy," + hitPolicy);
    csv.append("\nNo match,REFER\n,When").append(",".repeat(columns)).append("Then\nRow,");
    csv.append(String.join(",", COLUMNS.subList(0, columns))).append(",route\n");
    for (int row = 1; row <= rows; row++) {
      boolean last = row == rows && !hard && hitPolicy.equals("FIRST");
      csv.append("R-").append(row);
      for (int column = 0; column < columns; column++) {
        csv.append(",\"").append(last ? "" : cell(COLUMNS.get(column))).append('"');
      }
      csv.append(",R").append(1 + random.nextInt(8)).append('\n');
    }
    return List.of(
        file("attributes.csv", ATTRIBUTES),
        file("risk.csv", risk()),
        file("t.csv", csv.toString()));
  }

  private static String risk() {
    return """
        Decision,risk,Risk,风险
        Hit policy,FIRST
        ,When,Then
        Row,creditScore,riskTier
        K-1,>= 700,A
        K-9,,C
        """;
  }

  private static PolicyFile file(String name, String text) {
    return new PolicyFile("decision-tables/" + name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String cell(String term) {
    boolean key = !hard && COLUMNS.indexOf(term) < 3;
    if (!key && random.nextInt(100) < (hard ? 10 : 50)) {
      return "";
    }
    return switch (term) {
      case "daysPastDue" -> range(0, 720, 5);
      case "outstanding" -> range(0, 2_000_000, 10_000);
      case "brokenPromises" -> range(0, 12, 1);
      case "creditScore" -> range(300, 900, 10);
      case "averageDaysLate" -> range(0, 120, 5);
      case "onTimeRatio" -> "[0." + random.nextInt(5) + "..0." + (5 + random.nextInt(5)) + ")";
      case "doNotContact" -> random.nextBoolean() ? "yes" : "no";
      case "riskTier" -> codes("A", "B", "C", "D", "E");
      case "customerSegment" -> codes("STRATEGIC", "KEY", "STANDARD", "SMALL");
      case "financialStress" -> codes("NONE", "WATCH", "DISTRESSED", "INSOLVENT");
      case "customerSize" -> codes("GOVERNMENT", "LARGE", "MEDIUM", "SMALL", "MICRO");
      default -> codes("CASH_FLOW", "QUALITY", "HABIT", "REFUSAL", "UNREACHABLE");
    };
  }

  private String range(int from, int to, int step) {
    int steps = (to - from) / step;
    int low = random.nextInt(hard ? steps / 4 : steps);
    int width =
        hard ? steps / 2 + random.nextInt(steps / 4) : 1 + random.nextInt(Math.max(1, steps / 8));
    int high = Math.min(steps, low + width);
    String first = String.valueOf(from + low * step);
    if (high == steps) {
      return ">= " + first;
    }
    return "[" + first + ".." + (from + high * step) + ")";
  }

  private String codes(String... all) {
    List<String> some = new ArrayList<>();
    for (String code : all) {
      if (random.nextInt(all.length) < (hard ? all.length - 1 : 1)) {
        some.add(code);
      }
    }
    if (some.isEmpty()) {
      some.add(all[random.nextInt(all.length)]);
    }
    return String.join(", ", some);
  }
}
