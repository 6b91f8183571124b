package dev.huikuan.decision.facts;

import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Receivable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A receivable on its way down the {@link Waterfall}. */
final class ClaimLine {
  final Receivable receivable;
  final Optional<Contract> contract;
  final DueDate due;
  final List<Deduction> deductions = new ArrayList<>();
  BigDecimal left;

  ClaimLine(Receivable receivable, Optional<Contract> contract, DueDate due) {
    this.receivable = receivable;
    this.contract = contract;
    this.due = due;
    this.left = receivable.outstanding();
  }

  /** Takes at most what is left; what applies to an open receivable is named even at 0. */
  BigDecimal take(String code, BigDecimal wanted, Optional<LocalDate> until) {
    BigDecimal taken = wanted.min(left);
    left = left.subtract(taken);
    if (receivable.outstanding().signum() > 0) {
      deductions.add(new Deduction(code, taken, until));
    }
    return taken;
  }
}
