package dev.huikuan.policy.table;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermType;
import dev.huikuan.domain.Value;
import java.util.List;

/**
 * One input column turned round: from a value to the rows that it passes. Cells that name another
 * term pass everything here and are tested last.
 */
abstract sealed class ColumnIndex permits RangeIndex, CodeIndex, CodeListIndex {

  private final List<UnaryTest> tests;
  private final long[] unknown;
  private final long[] notYet;

  /** The tests of the column, row by row. */
  ColumnIndex(List<UnaryTest> tests) {
    this.tests = tests;
    this.unknown = scan(Value.UNKNOWN);
    this.notYet = scan(Value.NOT_YET);
  }

  static ColumnIndex of(TermType type, List<UnaryTest> tests) {
    List<UnaryTest> constant = tests.stream().map(ColumnIndex::constant).toList();
    return switch (type) {
      case CODE, TEXT, YES_NO -> new CodeIndex(constant);
      case CODES -> new CodeListIndex(constant);
      default -> new RangeIndex(Interval.Axis.of(type), constant);
    };
  }

  /** The test, or one that everything passes when the cell is to be tested last. */
  private static UnaryTest constant(UnaryTest test) {
    return isLate(test) ? new UnaryTest.Anything() : test;
  }

  static boolean isLate(UnaryTest test) {
    return !test.reads().isEmpty() || CodeListIndex.isMixed(test);
  }

  /** Keeps of the rows those whose cell in this column passes the value. */
  final void keep(Value value, long[] rows) {
    if (value.isPresent()) {
      keepPresent(value, rows);
    } else {
      RowBits.and(rows, value.isUnknown() ? unknown : notYet);
    }
  }

  abstract void keepPresent(Value value, long[] rows);

  /** Adds the values that there are, cut where the rows change, to the classes. */
  abstract void cut(Term term, List<ValueClasses.ValueClass> classes);

  final int rowCount() {
    return tests.size();
  }

  final UnaryTest test(int row) {
    return tests.get(row);
  }

  /** The rows that pass, found by testing each; tests here read no terms. */
  final long[] scan(Value value) {
    return RowBits.where(tests.size(), row -> tests.get(row).matches(value, NoTerms.READING));
  }
}
