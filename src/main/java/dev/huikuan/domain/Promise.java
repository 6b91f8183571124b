package dev.huikuan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The customer's word: one date, no interest.
 *
 * @param receivableId the receivable it is for; empty = the account
 * @param paid what came of it so far
 */
public record Promise(
    Optional<String> receivableId,
    BigDecimal amount,
    LocalDate dueOn,
    BigDecimal paid,
    Known<LocalDate> madeOn) {}
