package dev.huikuan.policy.table;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.ValueSet.Absent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All values that a term can have, cut where the index cuts them: between two cuts the same rows
 * pass. Numbers keep to the term's bounds, whole numbers step by one, codes are those of the closed
 * list, or those that are named and any other.
 */
public final class ValueClasses {

  /** Lists of codes are told apart up to so many groups of codes; 2^12 lists. */
  private static final int MOST_GROUPS = 12;

  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  /** Values and the rows, as bits, whose cells they pass. */
  public record ValueClass(ValueSet values, long[] rows) {}

  private ValueClasses() {}

  /**
   * The classes of a column.
   *
   * @param tests row by row; none of them names another term
   */
  public static List<ValueClass> of(Term term, List<UnaryTest> tests) {
    List<ValueClass> classes = new ArrayList<>();
    if (term.type() == TermType.CODES) {
      lists(tests, classes);
    } else {
      ColumnIndex index = ColumnIndex.of(term.type(), tests);
      index.cut(term, classes);
    }
    classes.add(absent(Absent.UNKNOWN, Value.UNKNOWN, tests));
    if (term.type() == TermType.DATE) {
      classes.add(absent(Absent.NOT_YET, Value.NOT_YET, tests));
    }
    return classes;
  }

  /**
   * The days, and the rows that are in force on them; where the table itself is not dated and every
   * row begins on some day, nothing is said of the time before.
   */
  public static List<ValueClass> ofPeriods(Period table, List<Period> rows) {
    List<ValueClass> classes = new ArrayList<>();
    long begin =
        rows.stream()
            .mapToLong(row -> row.from().map(LocalDate::toEpochDay).orElse(FIRST_DAY))
            .min()
            .orElse(FIRST_DAY);
    long first = table.from().map(LocalDate::toEpochDay).orElse(begin);
    long last = table.until().map(LocalDate::toEpochDay).orElse(LAST_DAY);
    RangeIndex.Regions.of(rows.stream().map(Ranges::of).toList())
        .cut(Interval.Axis.DATE, first, last, 1, classes);
    return classes;
  }

  /** True when the lists of a column of codes are few enough to be told apart. */
  public static boolean canTellApart(List<UnaryTest> tests) {
    return groups(tests).size() <= MOST_GROUPS;
  }

  /** The points that a number, date or time of the term may have, cut by what is given. */
  static void cut(Term term, RangeIndex.Regions regions, List<ValueClass> classes) {
    switch (term.type()) {
      case DATE -> regions.cut(Interval.Axis.DATE, FIRST_DAY, LAST_DAY, 1, classes);
      case TIME -> regions.cut(Interval.Axis.TIME, 0, 86_400_000_000_000L - 1, 1, classes);
      default -> {
        long beyond = dev.huikuan.domain.Micros.of(1_000_000_000_000L) - 1;
        long step = term.type().isWhole() ? dev.huikuan.domain.Micros.ONE : 1;
        regions.cut(
            Interval.Axis.NUMBER,
            term.min().orElse(-beyond),
            term.max().orElse(beyond),
            step,
            classes);
      }
    }
  }

  private static ValueClass absent(Absent absent, Value value, List<UnaryTest> tests) {
    return new ValueClass(absent, passing(value, tests));
  }

  private static long[] passing(Value value, List<UnaryTest> tests) {
    Map<UnaryTest, Boolean> answers = new HashMap<>();
    return RowBits.where(
        tests.size(),
        row ->
            answers.computeIfAbsent(
                tests.get(row), test -> test.matches(value, NoTerms.READING)));
  }

  /** Every combination of the groups of codes that cells name together. */
  private static void lists(List<UnaryTest> tests, List<ValueClass> classes) {
    List<String> groups = groups(tests);
    for (int combination = 0; combination < 1 << groups.size(); combination++) {
      Set<String> present = new LinkedHashSet<>();
      Set<String> missing = new LinkedHashSet<>();
      for (int i = 0; i < groups.size(); i++) {
        ((combination & 1 << i) != 0 ? present : missing).add(groups.get(i));
      }
      long[] rows = passing(Value.codes(List.copyOf(present)), tests);
      classes.add(new ValueClass(new ValueSet.Lists(present, missing), rows));
    }
  }

  /** One code for each group of codes that stand in the same sets. */
  private static List<String> groups(List<UnaryTest> tests) {
    List<Set<String>> sets = new ArrayList<>();
    new LinkedHashSet<>(tests).forEach(test -> collect(test, sets));
    Map<String, Set<Integer>> standsIn = new LinkedHashMap<>();
    for (int i = 0; i < sets.size(); i++) {
      for (String code : new TreeSet<>(sets.get(i))) {
        standsIn.computeIfAbsent(code, c -> new TreeSet<>()).add(i);
      }
    }
    Map<Set<Integer>, String> groups = new LinkedHashMap<>();
    standsIn.forEach((code, where) -> groups.putIfAbsent(where, code));
    return List.copyOf(groups.values());
  }

  private static void collect(UnaryTest test, List<Set<String>> sets) {
    if (test instanceof UnaryTest.CodeIn codes) {
      sets.add(codes.codes());
    } else if (test instanceof UnaryTest.AnyOf any) {
      any.parts().forEach(part -> collect(part, sets));
    } else if (test instanceof UnaryTest.NoneOf none) {
      none.parts().forEach(part -> collect(part, sets));
    }
  }
}
