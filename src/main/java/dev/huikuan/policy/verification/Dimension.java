package dev.huikuan.policy.verification;

import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.policy.table.ValueSet;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a table looks at: a term, or the date of the decision where rows are dated. Its
 * values fall into classes that no row tells apart.
 *
 * @param ref absent for the date of the decision
 * @param columns places of the table's columns that test it
 * @param classes what values each class holds
 * @param known classes of values that are there
 * @param sure class → rows that pass whatever other terms are
 * @param possible class → rows that may pass
 * @param sureCells row → classes that pass for sure
 * @param possibleCells row → classes that may pass
 */
record Dimension(
    Optional<TermRef> ref,
    List<Integer> columns,
    List<List<ValueSet>> classes,
    long[] known,
    long[][] sure,
    long[][] possible,
    long[][] sureCells,
    long[][] possibleCells) {

  int size() {
    return classes.size();
  }

  long[] all() {
    return Bits.all(size());
  }

  /** Classes without a value: unknown, not yet. */
  long[] absent() {
    return Bits.without(all(), known);
  }

  boolean isPeriods() {
    return ref.isEmpty();
  }

  Optional<Term> term() {
    return ref.map(TermRef::term);
  }

  /** True when the row lets every value pass. */
  boolean isOpen(int row) {
    return Bits.count(sureCells[row]) == size();
  }
}
