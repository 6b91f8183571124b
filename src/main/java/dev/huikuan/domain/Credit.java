package dev.huikuan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money in the customer's favour that no receivable shows yet; lowers what may be claimed.
 *
 * @param kind CREDIT_NOTE, UNAPPLIED_CASH or ADVANCE
 * @param contractId an advance serves its own contract only
 */
public record Credit(
    String id,
    String kind,
    String currency,
    BigDecimal amount,
    Known<LocalDate> on,
    Optional<String> receivableId,
    Optional<String> contractId) {}
