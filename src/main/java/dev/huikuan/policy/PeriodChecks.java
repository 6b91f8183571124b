package dev.huikuan.policy;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks tables that decide the same thing: their periods follow one another without overlap or
 * gap.
 */
final class PeriodChecks {

  private final Map<String, Finding> findings = new LinkedHashMap<>();

  private PeriodChecks() {}

  static List<Finding> check(List<DecisionTable> tables) {
    PeriodChecks checks = new PeriodChecks();
    Map<String, List<DecisionTable>> byTerm = new TreeMap<>();
    Map<String, List<DecisionTable>> byCode = new TreeMap<>();
    for (DecisionTable table : tables) {
      byCode.computeIfAbsent(table.code(), c -> new ArrayList<>()).add(table);
      DecisionGraph.decides(table)
          .forEach(term -> byTerm.computeIfAbsent(term, t -> new ArrayList<>()).add(table));
    }
    byTerm.forEach((term, same) -> checks.sequence("`" + term + "`", same));
    byCode.forEach((code, same) -> checks.sequence("`" + code + "`", same));
    return List.copyOf(checks.findings.values());
  }

  private void sequence(String what, List<DecisionTable> same) {
    List<DecisionTable> ordered =
        same.stream()
            .sorted(
                Comparator.comparing((DecisionTable t) -> start(t.effective()))
                    .thenComparing(DecisionTable::location))
            .toList();
    DecisionTable last = null;
    for (DecisionTable table : ordered) {
      if (last != null) {
        compare(what, last, table);
      }
      last = last == null || end(table.effective()).isAfter(end(last.effective())) ? table : last;
    }
  }

  private void compare(String what, DecisionTable earlier, DecisionTable later) {
    LocalDate end = end(earlier.effective());
    LocalDate start = start(later.effective());
    if (!end.isBefore(start)) {
      add(
          Code.PERIOD_OVERLAP,
          later,
          new Text(
              what + " 在同一时期由 " + earlier.location() + " 和此表同时决定；请用生效期错开，或合并为一个表",
              what
                  + " is decided by "
                  + earlier.location()
                  + " as well for the same time; set Effective so that they follow one another,"
                  + " or make them one table"));
    } else if (end.plusDays(1).isBefore(start)) {
      add(
          Code.PERIOD_GAP,
          later,
          new Text(
              what + " 从 " + end.plusDays(1) + " 到 " + start.minusDays(1) + " 没有决策表；请让生效期首尾相接",
              what
                  + " is decided by no table from "
                  + end.plusDays(1)
                  + " to "
                  + start.minusDays(1)
                  + "; let the periods follow one another"));
    }
  }

  private void add(Code code, DecisionTable table, Text message) {
    findings.putIfAbsent(
        code + table.location(),
        Finding.error(code, table.location(), message).about(table.code(), List.of()));
  }

  private static LocalDate start(Period period) {
    return period.from().orElse(LocalDate.MIN);
  }

  private static LocalDate end(Period period) {
    return period.until().orElse(LocalDate.MAX);
  }
}
