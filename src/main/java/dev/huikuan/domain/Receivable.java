package dev.huikuan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * An open item of the ledger.
 *
 * @param currency ISO 4217; resolved: its own, else its contract's, else the base currency
 * @param amount as invoiced; resolved: {@code outstanding} when only that was given
 * @param outstanding already less all payments; resolved: {@code amount} when only that was given
 * @param lastInterruptionOn when limitation was last interrupted
 */
public record Receivable(
    String id,
    Optional<String> contractId,
    Optional<String> milestoneId,
    String currency,
    BigDecimal amount,
    BigDecimal outstanding,
    Known<LocalDate> invoicedOn,
    Known<LocalDate> invoiceDeliveredOn,
    Known<LocalDate> goodsDeliveredOn,
    Known<LocalDate> dueOn,
    Known<Boolean> invoiceError,
    Optional<Dispute> dispute,
    Known<String> delayReason,
    Known<LocalDate> lastInterruptionOn,
    Evidence evidence,
    Optional<Pause> pause,
    Map<String, Value> attributes) {

  public Receivable {
    attributes = Map.copyOf(attributes);
  }
}
