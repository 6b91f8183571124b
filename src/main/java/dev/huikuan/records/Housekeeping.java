package dev.huikuan.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is done to the log as a whole, while the service goes on: old decisions leave it, a
 * customer's data is erased, everything is handed out. Every method may throw {@link
 * RecordsUnavailable}.
 */
public interface Housekeeping {

  /** How much was, or would be, taken away. */
  record Count(long decisions, long outcomes, long accounts) {
    public Count plus(Count other) {
      return new Count(
          decisions + other.decisions, outcomes + other.outcomes, accounts + other.accounts);
    }
  }

  /**
   * What came of an erasure.
   *
   * @param pseudonym stands in place of the customer's id from now on; random, so that it cannot be
   *     turned back
   * @param thorough false when an older reader of the file kept the erased text in SQLite's journal
   *     for now
   */
  record Erasure(String pseudonym, Count count, boolean thorough) {}

  /** A decision with everything that was reported of it, oldest first. */
  record Whole(StoredDecision decision, List<Outcome> outcomes) {}

  /**
   * Which decisions are handed out.
   *
   * @param from first asOf date, inclusive
   * @param to last asOf date, inclusive
   */
  record Span(Optional<String> ledger, Optional<LocalDate> from, Optional<LocalDate> to) {}

  /** Counts what {@link #forget} would take away. */
  Count count(Instant before, Optional<String> ledger);

  /**
   * Takes away decisions that were recorded before, their outcomes, and the lines of the worklist
   * that show them; some at a time, so that nobody waits for long.
   */
  Count forget(Instant before, Optional<String> ledger);

  /**
   * Erases what tells who a customer is: id, name, case, answer, texts, keys of requests, notes,
   * ids of receivables, the line of the worklist. Action, amounts, rows, version and dates stay, so
   * that the log can still be counted. All or nothing; the audit names the pseudonym only.
   *
   * @param who asks for it
   * @param note why; must not name the customer
   * @return empty when the ledger has no such customer
   */
  Optional<Erasure> erase(String ledger, String customerId, String who, String note, Instant now);

  /** Hands out decisions as of one moment, oldest first; read as they are taken. */
  void each(Span span, Consumer<Whole> taker);
}
