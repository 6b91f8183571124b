package dev.huikuan.policy.table.exchange;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Micros;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.TermRef;
import dev.huikuan.policy.table.OutputEntry;
import java.util.stream.Collectors;

/** What an output entry means, in the spelling of the policy format. */
final class WrittenEntry {

  private final Term term;
  private final Level tableLevel;

  /**
   * @param column the term that is decided
   */
  WrittenEntry(TermRef column, Level tableLevel) {
    this.term = column.term();
    this.tableLevel = tableLevel;
  }

  String of(OutputEntry entry) {
    if (entry instanceof OutputEntry.Literal literal) {
      return WrittenValue.of(literal.constant(), term);
    }
    if (entry instanceof OutputEntry.TermValue value) {
      return name(value.ref());
    }
    if (entry instanceof OutputEntry.ParameterAt at) {
      return name(at.parameter()) + "@" + name(at.date());
    }
    if (entry instanceof OutputEntry.ParameterAtAccrual accrual) {
      return name(accrual.parameter()) + "@accrual";
    }
    if (entry instanceof OutputEntry.Scaled scaled) {
      String factor = scaled.factor() == Micros.ONE ? "" : plain(scaled.factor()) + " * ";
      return factor + of(scaled.of()) + plus(scaled.plus());
    }
    if (entry instanceof OutputEntry.DaysLater later) {
      return of(later.of()) + plus(Micros.of(later.days()));
    }
    OutputEntry.Extreme extreme = (OutputEntry.Extreme) entry;
    return extreme.arguments().stream()
        .map(this::of)
        .collect(Collectors.joining(", ", extreme.greatest() ? "max(" : "min(", ")"));
  }

  private String name(TermRef ref) {
    return ref.qualifiedFrom(tableLevel);
  }

  private static String plus(long micros) {
    return micros == 0 ? "" : (micros < 0 ? " - " : " + ") + plain(Math.abs(micros));
  }

  private static String plain(long micros) {
    return Micros.toDecimal(micros).toPlainString();
  }
}
