package dev.huikuan.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A decision as it was made.
 *
 * @param id UUID version 7
 * @param asOf as the answer says it: a date or a moment with offset
 * @param asOfDate its date in the customer's zone
 * @param recordedAt when it was made, to the millisecond
 * @param basedOn the decision whose case was changed by an outcome to make this one
 * @param actor the name of the key that asked; {@code open mode} without keys
 * @param caseJson the case as it was sent, asOf filled in; UTF-8 JSON; empty once erased
 * @param answer the stored form, every text in both languages; UTF-8 JSON; empty once erased
 * @param outcome what happened to {@code basedOn}, kept together with this decision
 */
public record DecisionRecord(
    String id,
    String ledger,
    String customerId,
    String asOf,
    LocalDate asOfDate,
    Instant recordedAt,
    String policyVersion,
    String engineVersion,
    Optional<IdempotencyKey> idempotency,
    Optional<String> basedOn,
    String actor,
    byte[] caseJson,
    byte[] answer,
    Headline headline,
    Optional<Outcome> outcome) {}
