package dev.huikuan.policy.table.exchange.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.domain.Finding;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import dev.huikuan.policy.table.HitPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Policies of a few tables, as analysts write them, with every kind of column and cell. */
final class RandomSheets {

  private static final String WORDS =
      """
      Attributes,random
      Code,Label (zh),Label (en),Level,On account,Origin,Type,Values,Min,Max,Where
      amt,金额甲,Amount one,account,,given,money,,0,,
      lim,金额乙,Amount two,account,,given,money,,0,,
      cnt,次数,Count of things,account,,given,whole number,,0,100,
      pct,百分数,Percent of it,account,,given,percent,,0,100,
      rat,比值,Ratio of it,account,,given,ratio,,0,1,
      day1,日子甲,Day one,account,,given,date,,,,
      day2,日子乙,Day two,account,,given,date,,,,
      clock,钟点,Clock time,account,,given,time,,,,
      flag,旗标,Flag here,account,,given,yes/no,,,,
      kind,种类,Kind of it,account,,given,code,"A=甲/First, B=乙/Second, C=丙/Third, 1-30=一/Days",,,
      open,开放码,Open code,account,,given,code,,,,
      many,多码,Many codes,account,,given,list of codes,"A=甲/First, B=乙/Second, C=丙/Third",,,
      words,词语,Words here,account,,given,text,,,,
      outNum,出数,Out number,account,,decided,number,,,,
      outDays,出天,Out days,account,,decided,days,,,,
      outDate,出日,Out date,account,,decided,date,,,,
      outTime,出时,Out time,account,,decided,time,,,,
      outFlag,出旗,Out flag,account,,decided,yes/no,,,,
      outKind,出码,Out code,account,,decided,code,"A=甲/First, B=乙/Second, C=丙/Third, 1-30=一/Days",,,
      outMany,出多,Out codes,account,,decided,list of codes,"A=甲/First, B=乙/Second, C=丙/Third",,,
      outWords,出词,Out words,account,,decided,text,,,,
      lastNum,末数,Last number,account,,decided,number,,,,
      """;

  private static final Map<String, String> COLUMNS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("amt", "number"),
              Map.entry("cnt", "whole"),
              Map.entry("pct", "percent"),
              Map.entry("rat", "ratio"),
              Map.entry("day1", "date"),
              Map.entry("clock", "time"),
              Map.entry("flag", "flag"),
              Map.entry("kind", "code"),
              Map.entry("open", "open"),
              Map.entry("many", "codes"),
              Map.entry("words", "text")));

  private final Random random;

  private RandomSheets(long seed) {
    this.random = new Random(seed);
  }

  /** A table of that hit policy, and a second one that reads what it decides. */
  static Policy policy(long seed, HitPolicy hitPolicy) {
    return load(files(seed, hitPolicy));
  }

  static List<PolicyFile> files(long seed, HitPolicy hitPolicy) {
    RandomSheets sheets = new RandomSheets(seed);
    List<String> results = sheets.results(hitPolicy);
    boolean split = seed % 4 == 0;
    List<PolicyFile> files = new ArrayList<>();
    files.add(file("words.csv", WORDS));
    files.add(
        file(
            "one.csv",
            sheets.table("one", hitPolicy, results, split ? "Effective,,2026-05-31\n" : "")));
    if (split) {
      files.add(
          file("later.csv", sheets.table("one", hitPolicy, results, "Effective,2026-06-01,\n")));
    }
    files.add(file("two.csv", sheets.second(results)));
    return files;
  }

  static Policy load(List<PolicyFile> files) {
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    assertThat(loaded.findings()).filteredOn(Finding::isError).isEmpty();
    return loaded.policy().orElseThrow();
  }

  private static PolicyFile file(String name, String text) {
    return new PolicyFile("decision-tables/" + name, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> results(HitPolicy hitPolicy) {
    List<String> fitting =
        switch (hitPolicy) {
          case RULE_ORDER, COLLECT -> List.of("outKind", "outMany", "outWords");
          case COLLECT_SUM -> List.of("outNum", "outDays");
          case COLLECT_MIN, COLLECT_MAX -> List.of("outNum", "outDate", "outTime");
          case COLLECT_COUNT -> List.of("outDays", "outNum");
          case PRIORITY -> List.of("outKind", "outNum");
          default ->
              List.of(
                  "outNum",
                  "outDays",
                  "outDate",
                  "outTime",
                  "outFlag",
                  "outKind",
                  "outMany",
                  "outWords");
        };
    List<String> some = new ArrayList<>(fitting);
    java.util.Collections.shuffle(some, random);
    List<String> taken = new ArrayList<>(some.subList(0, 1 + random.nextInt(some.size())));
    if (hitPolicy == HitPolicy.PRIORITY && !taken.contains("outKind")) {
      taken.add("outKind");
    }
    return taken;
  }

  private String table(String code, HitPolicy hitPolicy, List<String> results, String effective) {
    List<String> columns = new ArrayList<>(COLUMNS.keySet());
    java.util.Collections.shuffle(columns, random);
    columns = columns.subList(0, 1 + random.nextInt(4));
    boolean dated = random.nextInt(3) == 0;
    List<String> header = new ArrayList<>(List.of("Row"));
    header.addAll(columns);
    for (String result : results) {
      header.addAll(
          result.equals("outWords") ? List.of("outWords (zh)", "outWords (en)") : List.of(result));
    }
    StringBuilder text = new StringBuilder();
    text.append("Decision,").append(code).append(",Table ").append(code).append(",表").append(code);
    text.append("\nHit policy,").append(hitPolicy.letter()).append('\n').append(effective);
    text.append(",When").append(",".repeat(columns.size())).append("Then");
    text.append(",".repeat(header.size() - columns.size() - 1)).append("Notes\n");
    text.append(String.join(",", header));
    text.append(dated ? ",Effective from,Effective until" : "").append('\n');
    boolean unique = hitPolicy == HitPolicy.UNIQUE || hitPolicy == HitPolicy.ANY;
    int rows = unique ? 3 : 2 + random.nextInt(12);
    for (int i = 0; i < rows; i++) {
      boolean last = unique && i == rows - 1 && random.nextBoolean();
      List<String> cells = new ArrayList<>(List.of("R-" + i));
      columns.forEach(column -> cells.add(last ? one("", "-") : test(column)));
      results.forEach(result -> cells.addAll(entry(result, unique && !last)));
      if (dated) {
        boolean always = last && random.nextInt(4) > 0;
        cells.add(!always && random.nextBoolean() ? "2026-05-3" + random.nextInt(2) : "");
        cells.add(!always && random.nextInt(3) == 0 ? "2026-06-02" : "");
      }
      text.append(cells.stream().map(RandomSheets::quoted).collect(Collectors.joining(",")));
      text.append('\n');
    }
    return text.toString();
  }

  /** Reads what the first table decided. */
  private String second(List<String> results) {
    String read =
        results.stream().filter(result -> !result.equals("outWords")).findFirst().orElse("amt");
    String condition =
        switch (read) {
          case "outKind", "outMany" -> "\"not(A), unknown\"";
          case "outFlag" -> "yes";
          case "outDate" -> ">= 2026-06-01";
          case "outTime" -> "< 09:00";
          default -> "> 1";
        };
    return "Decision,two,Table two,表二\nHit policy,F\n,When,Then\nRow,"
        + read
        + ",lastNum\nS-1,"
        + condition
        + ",1\nS-2,known,2\nS-3,-,3\n";
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** An input cell. */
  private String test(String column) {
    String type = COLUMNS.get(column);
    return switch (random.nextInt(9)) {
      case 0, 1 -> one("", "-");
      case 2 -> one("unknown", "known", type.equals("date") ? "not yet" : "known");
      case 3 -> "not(" + list(type, true) + ")";
      case 4 ->
          type.equals("date")
              ? one("not(unknown)", "not(known)", "not(not yet)", "not(unknown, known)")
              : one("not(unknown)", "not(known)", "not(known, " + part(type, true) + ")");
      case 5 -> "unknown, " + list(type, false);
      case 6 -> "not(" + part(type, true) + "), " + one("unknown", "known");
      default -> list(type, false);
    };
  }

  private String list(String type, boolean inNot) {
    List<String> parts = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      parts.add(part(type, inNot));
    }
    return String.join(", ", parts);
  }

  private String part(String type, boolean inNot) {
    return switch (type) {
      case "flag" -> one("yes", "no");
      case "code" -> one("A", "B", "C", "1-30", "Second");
      case "open" -> one("X1", "a-b", "\"not\"", "Z.9");
      case "codes" -> one("A", "B", "C");
      case "text" -> one("north", "South East", "\"a, b\"", "it's", "\\n", "\"</text>\"", "华东");
      default -> ordered(type, inNot);
    };
  }

  private String ordered(String type, boolean inNot) {
    String point = point(type);
    String sign = one("<", "<=", ">", ">=", "=");
    boolean other = random.nextInt(4) == 0;
    if (other && type.equals("number")) {
      return one(sign, "!=") + one(" lim", " 0.5 * lim", " 1.25 * cnt");
    }
    if (other && type.equals("date")) {
      return one(sign, "!=") + " day2";
    }
    return switch (random.nextInt(4)) {
      case 0 -> point;
      case 1 -> sign + " " + point;
      case 2 -> inNot ? point : point.isEmpty() ? point : sign + " " + point;
      default -> interval(type);
    };
  }

  private String interval(String type) {
    String low = low(type);
    String high = high(type);
    return one("[", "(") + low + ".." + high + one("]", ")");
  }

  private String point(String type) {
    return random.nextBoolean() ? low(type) : high(type);
  }

  private String low(String type) {
    return switch (type) {
      case "date" -> one("2026-05-30", "2026-06-01");
      case "time" -> one("08:00", "08:30");
      case "ratio" -> one("0.1", "0.123456", "5%");
      case "percent" -> one("2", "2.5", "3 %");
      default -> one("1", "2", "5");
    };
  }

  private String high(String type) {
    return switch (type) {
      case "date" -> one("2026-06-03", "2026-07-01");
      case "time" -> one("09:00", "18:30:15");
      case "ratio" -> one("0.5", "100%", "0.999999");
      case "percent" -> one("50", "99.75");
      default -> one("7", "10", "90");
    };
  }

  /** An output cell, or the two of a text. */
  private List<String> entry(String result, boolean equal) {
    if (random.nextInt(6) == 0 && !equal) {
      return result.equals("outWords") ? List.of("", "") : List.of("");
    }
    if (equal && random.nextInt(3) > 0) {
      return result.equals("outWords") ? List.of("同", "same") : List.of(same(result));
    }
    return switch (result) {
      case "outWords" ->
          List.of(one("说\"好\"", "逾期 {cnt} 天", "</text>", "反\\斜"), one("say \"ok\"", "a\nb", "<&>"));
      case "outNum" ->
          List.of(
              one(
                  "7",
                  "-2.5",
                  "0.3 * amt",
                  "0.333333 * lim + 1.5",
                  "cnt - 2",
                  "min(cnt, 0.1 * amt)",
                  "max(0.777 * amt, 3)"));
      case "outDays" -> List.of(one("7", "cnt + 3", "0.5 * cnt", "max(cnt, 4)", "2 * cnt"));
      case "outDate" ->
          List.of(one("2026-06-01", "day1 + 3", "day2 - 2", "min(day1, day2)", "day2"));
      case "outTime" -> List.of(one("08:00", "18:30:15", "clock"));
      case "outFlag" -> List.of(one("yes", "no", "flag"));
      case "outKind" -> List.of(one("A", "B", "C", "1-30", "kind"));
      default -> List.of(one("A", "A, B", "none", "many", "C"));
    };
  }

  private static String same(String result) {
    return switch (result) {
      case "outNum", "outDays" -> "7";
      case "outDate" -> "2026-06-01";
      case "outTime" -> "08:00";
      case "outFlag" -> "yes";
      default -> "A";
    };
  }
}
