package dev.huikuan.policy.table;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A column of lists of codes. A code that is present lets the rows pass that name it, and bars
 * those that exclude it; what a row says of an empty list holds unless a code speaks for or against
 * it.
 */
final class CodeListIndex extends ColumnIndex {

  private final Map<String, long[]> named = new HashMap<>();
  private final Map<String, long[]> excluded = new HashMap<>();
  private final long[] empty;
  private final long[] noRows;

  CodeListIndex(List<UnaryTest> tests) {
    super(tests);
    this.noRows = RowBits.none(tests.size());
    this.empty = scan(Value.codes(List.of()));
    for (int row = 0; row < tests.size(); row++) {
      add(row, tests.get(row), named);
    }
  }

  private void add(int row, UnaryTest test, Map<String, long[]> rowsByCode) {
    if (test instanceof UnaryTest.CodeIn codes) {
      for (String code : codes.codes()) {
        RowBits.set(rowsByCode.computeIfAbsent(code, c -> RowBits.none(rowCount())), row);
      }
    } else if (test instanceof UnaryTest.AnyOf any) {
      any.parts().forEach(part -> add(row, part, rowsByCode));
    } else if (test instanceof UnaryTest.NoneOf none) {
      none.parts().forEach(part -> add(row, part, excluded));
    }
  }

  /**
   * True for a list that names codes beside an exclusion, or two exclusions: such a row cannot be
   * put together from what each code says alone.
   */
  static boolean isMixed(UnaryTest test) {
    if (!(test instanceof UnaryTest.AnyOf any)) {
      return false;
    }
    long exclusions = any.parts().stream().filter(p -> p instanceof UnaryTest.NoneOf).count();
    boolean others =
        any.parts().stream()
            .anyMatch(
                p ->
                    !(p instanceof UnaryTest.NoneOf)
                        && p != UnaryTest.State.UNKNOWN
                        && p != UnaryTest.State.NOT_YET);
    return exclusions > 1 || exclusions == 1 && others;
  }

  /** Lists are not told apart code by code; {@link ValueClasses} combines them. */
  @Override
  void cut(Term term, List<ValueClasses.ValueClass> classes) {
    throw new IllegalStateException("lists of codes");
  }

  @Override
  void keepPresent(Value value, long[] rows) {
    if (!(value instanceof Value.Codes list)) {
      RowBits.and(rows, scan(value));
      return;
    }
    Set<String> present = new HashSet<>(list.codes());
    long[] passing = empty.clone();
    for (String code : present) {
      RowBits.remove(passing, excluded.getOrDefault(code, noRows));
    }
    for (String code : present) {
      RowBits.or(passing, named.getOrDefault(code, noRows));
    }
    RowBits.and(rows, passing);
  }
}
