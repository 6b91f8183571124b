package dev.huikuan.records;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision as it is read from the log; see {@link DecisionRecord} for what its parts mean.
 *
 * @param erased the customer's data was erased: case and answer are empty, the customer's id is a
 *     pseudonym
 */
public record StoredDecision(
    String id,
    String ledger,
    String customerId,
    String asOf,
    Instant recordedAt,
    String policyVersion,
    String engineVersion,
    Optional<IdempotencyKey> idempotency,
    Optional<String> basedOn,
    String actor,
    byte[] caseJson,
    byte[] answer,
    boolean erased) {}
