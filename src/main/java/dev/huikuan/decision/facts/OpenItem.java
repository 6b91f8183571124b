package dev.huikuan.decision.facts;

import dev.huikuan.domain.Contract;
import dev.huikuan.domain.Receivable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A receivable with what follows from the case for it; amounts in its own currency. Law: 0 ≤
 * collectible ≤ payable ≤ outstanding, and deductions + payable = outstanding.
 *
 * @param disputed the contested part of what is outstanding, whatever else lowers the claim
 * @param overdue outstanding past its due date, less what a running plan asks for later
 * @param deductions in the order in which they were taken
 */
public record OpenItem(
    Receivable receivable,
    Optional<Contract> contract,
    DueDate due,
    BigDecimal disputed,
    BigDecimal overdue,
    BigDecimal payable,
    BigDecimal collectible,
    List<Deduction> deductions) {

  public OpenItem {
    deductions = List.copyOf(deductions);
  }

  public String id() {
    return receivable.id();
  }

  public BigDecimal outstanding() {
    return receivable.outstanding();
  }

  /** What the deductions of one code take off, 0 when there are none. */
  public BigDecimal deducted(String code) {
    return deductions.stream()
        .filter(d -> d.code().equals(code))
        .map(Deduction::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public boolean has(String deductionCode) {
    return deductions.stream().anyMatch(d -> d.code().equals(deductionCode));
  }

  boolean awaitsAcceptance() {
    return Waterfall.awaitsAcceptance(receivable, contract);
  }
}
