package dev.huikuan.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What happened after a decision, as the CRM or a collector reports it.
 *
 * @param id UUID version 7
 * @param decisionId the decision that it answers
 * @param receivableIds empty: all of the action's, or of the account
 * @param action what was done in place of the recommendation; needed for OVERRIDDEN
 * @param amount in the currency of the receivables it names, else of the account
 * @param offer which of the answer's offers; for OFFER_ACCEPTED and OFFER_DECLINED
 * @param on when it happened: a date or a moment, as written
 * @param actor who did it, as the caller names them
 * @param reporter the key under which it was reported
 */
public record Outcome(
    String id,
    String decisionId,
    Type type,
    List<String> receivableIds,
    Optional<String> action,
    Optional<String> channel,
    Optional<BigDecimal> amount,
    Optional<LocalDate> promisedOn,
    Optional<Offer> offer,
    String on,
    Optional<String> note,
    Optional<String> actor,
    String reporter,
    Instant recordedAt) {

  /** The kinds of outcome; names are a contract. */
  public enum Type {
    CONTACTED,
    NO_ANSWER,
    PROMISE,
    PAID,
    DISPUTED,
    REFUSED,
    OFFER_ACCEPTED,
    OFFER_DECLINED,
    OVERRIDDEN
  }

  /** The offers of an answer. */
  public enum Offer {
    DISCOUNT,
    INSTALLMENTS,
    EXTENSION
  }

  public Outcome {
    receivableIds = List.copyOf(receivableIds);
  }
}
