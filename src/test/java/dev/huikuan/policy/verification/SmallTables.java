package dev.huikuan.policy.verification;

import dev.huikuan.policy.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Random small tables as an analyst would write them into a CSV, over terms with few values: every
 * kind of term, every kind of cell, rows with periods, all hit policies.
 */
final class SmallTables {

  static final String ATTRIBUTES =
      """
      Attributes,x
      Code,Label (zh),Label (en),Level,Origin,Type,Values,Min,Max
      steps,步数,Steps,account,given,whole number,,0,3
      share,份额,Share of all,account,given,number,,0,2
      agreedOn,约定日,Agreed on,account,given,date,,,
      opensAt,开门时间,Opens at,account,given,time,,,
      urgent,紧急,Urgent,account,given,yes/no,,,
      grade,等第,Grade,account,given,code,"GA, GB, GC",,
      region,地区,Region,account,given,code,,,
      marks,标记,Marks,account,given,list of codes,"MA, MB, MC",,
      remark,备注词,Remark,account,given,text,,,
      bound,界限,Bound,account,given,whole number,,0,3
      outcome,结局,Outcome,account,decided,code,"OA, OB, OC",,
      points,得分,Points,account,decided,whole number,,0,9
      """;

  private static final List<String> CODE_POLICIES =
      List.of("UNIQUE", "ANY", "FIRST", "PRIORITY", "RULE ORDER", "COLLECT");
  private static final List<String> NUMBER_POLICIES =
      List.of("UNIQUE", "ANY", "FIRST", "C+", "C<", "C>", "C#");

  private final Random random;
  private final boolean compares;

  /**
   * @param compares some cells compare with another term
   */
  SmallTables(long seed, boolean compares) {
    this.random = new Random(seed);
    this.compares = compares;
  }

  static PolicyFile attributes() {
    return file("attributes.csv", ATTRIBUTES);
  }

  static PolicyFile file(String name, String text) {
    return new PolicyFile("decision-tables/" + name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The CSV of one table. */
  String csv() {
    List<String> terms =
        new ArrayList<>(
            List.of("steps", "share", "agreedOn", "opensAt", "urgent", "grade", "region", "marks"));
    terms.add("remark");
    Collections.shuffle(terms, random);
    terms = new ArrayList<>(terms.subList(0, 1 + random.nextInt(3)));
    if (random.nextInt(6) == 0) {
      terms.add(terms.get(0));
    }
    boolean number = random.nextBoolean();
    List<String> policies = number ? NUMBER_POLICIES : CODE_POLICIES;
    boolean dated = random.nextInt(4) == 0;
    StringBuilder csv = new StringBuilder();
    csv.append("Decision,t,T,表\nHit policy,").append(pick(policies)).append("\n");
    csv.append("No match,").append(random.nextInt(3) > 0 ? "REFER" : "").append("\n,When");
    csv.append(",".repeat(terms.size())).append("Then,").append(dated ? "Notes" : "").append("\n");
    csv.append("Row,").append(String.join(",", terms)).append(number ? ",points" : ",outcome");
    csv.append(dated ? ",Effective from,Effective until\n" : "\n");
    int rows = 1 + random.nextInt(6);
    for (int row = 0; row < rows; row++) {
      csv.append("R-").append(row);
      boolean last = row == rows - 1 && random.nextInt(4) == 0;
      for (String term : terms) {
        csv.append(",\"").append(last || random.nextInt(4) == 0 ? "" : cell(term)).append('"');
      }
      csv.append(',').append(number ? "" + random.nextInt(3) : pick(List.of("OA", "OB", "OC")));
      if (dated) {
        boolean open = last || random.nextBoolean();
        csv.append(open ? "," : ",2026-01-0" + (1 + random.nextInt(3)));
        csv.append(open || random.nextBoolean() ? "," : ",2026-01-0" + (3 + random.nextInt(3)));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String cell(String term) {
    int kind = random.nextInt(8);
    if (kind == 0) {
      return term.equals("agreedOn")
          ? pick(List.of("unknown", "known", "not yet", "unknown, not yet"))
          : pick(List.of("unknown", "known"));
    }
    String one = one(term);
    if (kind == 1) {
      return "not(" + plain(term) + ")";
    }
    if (kind == 2) {
      return "unknown, " + one;
    }
    if (kind == 3) {
      return "unknown, not(" + plain(term) + ")";
    }
    if (kind == 4) {
      return one + ", " + one(term);
    }
    return compares && term.equals("steps") && kind == 5
        ? pick(List.of("> bound", "<= bound", "not(>= bound)", "unknown, < bound", "0, > bound"))
        : one;
  }

  private String plain(String term) {
    return switch (term) {
      case "grade", "region", "marks", "remark" ->
          random.nextBoolean() ? one(term) : one(term) + ", " + one(term);
      default -> one(term);
    };
  }

  private String one(String term) {
    return switch (term) {
      case "steps" -> ordered(List.of("0", "1", "2", "3"));
      case "share" -> ordered(List.of("0", "0.5", "1", "1.5", "2"));
      case "agreedOn" -> ordered(List.of("2026-01-01", "2026-01-02", "2026-01-03"));
      case "opensAt" -> ordered(List.of("08:00", "09:00", "10:00"));
      case "urgent" -> pick(List.of("yes", "no"));
      case "grade" -> pick(List.of("GA", "GB", "GC"));
      case "marks" -> pick(List.of("MA", "MB", "MC"));
      default -> pick(List.of("NORTH", "SOUTH"));
    };
  }

  private String ordered(List<String> points) {
    int low = random.nextInt(points.size());
    int high = low + random.nextInt(points.size() - low);
    String from = points.get(low);
    String to = points.get(high);
    return switch (random.nextInt(6)) {
      case 0 -> from;
      case 1 -> high + 1 < points.size() && high > low ? "> " + from : ">= " + from;
      case 2 -> low > 0 ? "< " + from : "<= " + from;
      case 3 -> high > low + 1 ? "(" + from + ".." + to + ")" : from + ".." + to;
      case 4 -> high > low ? "[" + from + ".." + to + ")" : from + ".." + to;
      default -> from + ".." + to;
    };
  }

  /** Where a test fails, this is what one wants to see. */
  static String shown(String csv) {
    return String.join("\n", Arrays.asList(csv.split("\n")));
  }
}
