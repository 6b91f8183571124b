package dev.huikuan.scenario;

import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.DecisionTable.Row;
import dev.huikuan.policy.table.HitPolicy;
import dev.huikuan.policy.table.OutputEntry;
import dev.huikuan.policy.table.RawCell;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** For a row of one table a case that it decides, tried on the policy before it is suggested. */
final class RowCases {

  /** One of the two: a scenario, or why there is none. */
  record Made(Optional<Suggestion> scenario, Optional<Suggestions.Unreached> unreached) {}

  private final Policy policy;
  private final DecisionTable table;
  private final Map<LocalDate, CaseSearch> searches = new HashMap<>();

  RowCases(Policy policy, DecisionTable table) {
    this.policy = policy;
    this.table = table;
  }

  Made of(int row) {
    boolean gaveUp = false;
    for (LocalDate day : days(row)) {
      CaseSearch search = searches.computeIfAbsent(day, d -> new CaseSearch(table, d));
      for (BitSet rivals : rivals(row, day)) {
        Optional<Map<TermRef, Value>> values = search.find(row, rivals, wanted(row));
        gaveUp |= values.isEmpty() && search.gaveUp();
        Optional<Suggestion> scenario =
            values.flatMap(v -> scenario(row, day, v, isAlone(row, rivals)));
        gaveUp |= values.isPresent() && scenario.isEmpty();
        if (scenario.isPresent()) {
          return new Made(scenario, Optional.empty());
        }
      }
    }
    Row missed = table.rows().get(row);
    return new Made(
        Optional.empty(),
        Optional.of(
            new Suggestions.Unreached(
                table.code(), missed.id(), missed.location(), because(gaveUp))));
  }

  private static boolean isAlone(int row, BitSet rivals) {
    return row == 0 || !rivals.isEmpty();
  }

  private Text because(boolean gaveUp) {
    if (gaveUp) {
      return new Text("没有找到由它决定的案例，请自行编写场景", "no case found that it decides; write one by hand");
    }
    return table.hitPolicy() == HitPolicy.FIRST
        ? new Text(
            "永远轮不到它：凡是它命中的情形，前面的行都已命中",
            "it never decides: whatever it matches, rows above match first")
        : new Text(
            "没有只由它决定的情形：凡是它命中的情形，其他行也同时命中，或它自身无法命中",
            "it never decides: whatever it matches, other rows match too, or nothing does");
  }

  /** Sets of rows that must not match, the most wanted first. */
  private List<BitSet> rivals(int row, LocalDate day) {
    BitSet earlier = inForce(0, row, day);
    BitSet others = inForce(row + 1, rivalling(), day);
    others.or(earlier);
    return switch (table.hitPolicy()) {
      case FIRST -> List.of(earlier);
      case UNIQUE -> List.of(others);
      case ANY ->
          others.isEmpty() || isDefault(row) ? List.of(others) : List.of(others, new BitSet());
      case PRIORITY, COLLECT_MIN, COLLECT_MAX ->
          others.isEmpty() ? List.of(others) : List.of(others, new BitSet());
      case RULE_ORDER, COLLECT, COLLECT_SUM, COLLECT_COUNT ->
          earlier.isEmpty() ? List.of(earlier) : List.of(earlier, new BitSet());
    };
  }

  /** How many rows count as rivals: the default row gives way to all. */
  private int rivalling() {
    return table.rows().size() - (table.defaultRow().isPresent() ? 1 : 0);
  }

  private boolean isDefault(int row) {
    return row == rivalling();
  }

  private BitSet inForce(int from, int until, LocalDate day) {
    BitSet rows = new BitSet();
    for (int i = from; i < until; i++) {
      rows.set(i, table.rows().get(i).effective().contains(day));
    }
    return rows;
  }

  /** Days on which the row is in force: from now on, else when its or another row's period ends. */
  private List<LocalDate> days(int row) {
    Row wanted = table.rows().get(row);
    Set<LocalDate> days = new TreeSet<>(java.util.Comparator.reverseOrder());
    days.add(ScenarioRunner.FROM_NOW_ON);
    table.effective().from().ifPresent(days::add);
    table.effective().until().ifPresent(days::add);
    for (Row other : table.rows()) {
      other.effective().from().ifPresent(day -> days.add(day.minusDays(1)));
      other.effective().from().ifPresent(days::add);
      other.effective().until().ifPresent(days::add);
      other.effective().until().ifPresent(day -> days.add(day.plusDays(1)));
    }
    return days.stream()
        .filter(day -> table.effective().contains(day) && wanted.effective().contains(day))
        .toList();
  }

  /** What the row's outputs are computed from had better be known. */
  private Set<TermRef> wanted(int row) {
    Set<TermRef> reads = new LinkedHashSet<>();
    table
        .rows()
        .get(row)
        .outputs()
        .forEach(cell -> cell.entry().ifPresent(entry -> reads.addAll(entry.reads())));
    return reads;
  }

  private Optional<Suggestion> scenario(
      int row, LocalDate day, Map<TermRef, Value> values, boolean decides) {
    Map<TermRef, Value> all = new LinkedHashMap<>(values);
    for (TermRef read : wanted(row)) {
      if (read.term().origin() != Origin.PARAMETER) {
        all.computeIfAbsent(
            read, ref -> new TellingValues(ref.term()).others().values().iterator().next());
      }
    }
    // What is unknown is best left out; where another table would decide it, it must be said.
    return scenario(row, day, all, decides, false).or(() -> scenario(row, day, all, decides, true));
  }

  private Optional<Suggestion> scenario(
      int row, LocalDate day, Map<TermRef, Value> values, boolean decides, boolean unknownToo) {
    Map<String, String> given = new LinkedHashMap<>();
    values.forEach(
        (ref, value) -> {
          if (unknownToo || !value.isUnknown()) {
            given.put(ref.qualifiedFrom(table.level()), Written.of(value));
          }
        });
    TableScenario run = new TableScenario(policy, day);
    Map<String, Text> expect;
    try {
      for (Map.Entry<String, String> cell : given.entrySet()) {
        run.give(new Scenario.Entry(cell(cell.getKey()), cell(cell.getValue())));
      }
      expect = expected(table.rows().get(row), run);
    } catch (ScenarioFault fault) {
      return Optional.empty();
    }
    boolean hit = run.hits().contains(table.rows().get(row).location());
    Optional<LocalDate> asOf = Optional.of(day).filter(d -> !d.equals(ScenarioRunner.FROM_NOW_ON));
    return hit && !expect.isEmpty()
        ? Optional.of(
            new Suggestion(table.code(), table.rows().get(row).id(), decides, asOf, given, expect))
        : Optional.empty();
  }

  /** What the policy answers, as far as a cell can say it; a row may decide that there is none. */
  private Map<String, Text> expected(Row row, TableScenario run) throws ScenarioFault {
    Map<String, Text> expect = new LinkedHashMap<>();
    boolean silent = row.outputs().stream().allMatch(cell -> cell.entry().isEmpty());
    for (int i = 0; i < table.outputs().size(); i++) {
      Optional<OutputEntry> entry = row.outputs().get(i).entry();
      Term term = table.outputs().get(i).term().term();
      if (entry.isPresent() || silent) {
        Value found = run.found(term).value();
        Text written = written(found, entry);
        if (isReadBack(term, found, written)) {
          expect.put(term.code(), written);
        }
      }
    }
    return expect;
  }

  /** Of texts the row's own, because others may stand beside it. */
  private static Text written(Value found, Optional<OutputEntry> entry) {
    return entry.isPresent()
            && entry.get() instanceof OutputEntry.Literal literal
            && literal.constant() instanceof Value.Words words
        ? new Text(plain(words.text().zh()), plain(words.text().en()))
        : Text.same(Written.of(found));
  }

  private boolean isReadBack(Term term, Value found, Text written) {
    try {
      return new Comparison(policy.vocabulary())
          .compare(
              new Scenario.Entry(cell(term.code()), cell(written.zh())), term, Decided.of(found))
          .isEmpty();
    } catch (ScenarioFault outOfBounds) {
      return false;
    }
  }

  /** Of a text the part that no spreadsheet takes for a formula; texts compare by containing. */
  private static String plain(String text) {
    return text.lines().findFirst().orElse("").replaceFirst("^[=+\\-@\\s]+", "");
  }

  private static RawCell cell(String text) {
    return RawCell.text(text, "", "");
  }
}
