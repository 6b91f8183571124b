package dev.huikuan.policy.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What keeps part of a receivable from being payable, as the facts computed it. It is there
 * whenever its cause is, also when what came before left nothing to take: then the amount is 0.
 *
 * @param receivable id
 * @param cause code of the hold that it belongs to, or CREDIT
 * @param amount taken off, in the receivable's currency
 * @param lastDay last day, when one is known
 */
public record Deduction(
    String receivable,
    String cause,
    BigDecimal amount,
    String currency,
    Optional<LocalDate> lastDay) {

  public Deduction {
    Objects.requireNonNull(receivable);
    Objects.requireNonNull(cause);
    Objects.requireNonNull(amount);
    Objects.requireNonNull(currency);
    Objects.requireNonNull(lastDay);
  }
}
