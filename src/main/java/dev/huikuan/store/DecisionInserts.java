package dev.huikuan.store;

import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.records.DecisionRecord;
import dev.huikuan.records.Headline;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes decisions on one connection: the record, the rows that had a say, its outcome, and the
 * account's line in the worklist. A record that loses its idempotency key, or its place behind the
 * decision that it is based on, to another leaves nothing behind; one that is there already stays
 * as it is, so that a commit whose outcome nobody knows can be tried again.
 */
final class DecisionInserts implements AutoCloseable {

  /** A record with its JSON packed, off the writer's thread. */
  record Packed(DecisionRecord decision, byte[] caseJson, byte[] answer) {

    static Packed of(DecisionRecord decision) {
      List<byte[]> packed = Blob.packed(List.of(decision.caseJson(), decision.answer()));
      return new Packed(decision, packed.get(0), packed.get(1));
    }
  }

  /** The same order in every replica, so that two transactions never wait for each other. */
  private static final Comparator<Packed> ORDER =
      Comparator.comparing((Packed p) -> p.decision().ledger())
          .thenComparing(p -> p.decision().idempotency().map(IdempotencyKey::key).orElse(""))
          .thenComparing(p -> p.decision().id());

  private static final Comparator<Packed> BY_ACCOUNT =
      Comparator.comparing((Packed p) -> p.decision().ledger())
          .thenComparing(p -> p.decision().customerId())
          .thenComparing(p -> p.decision().id());

  private static final String PLAIN =
      DecisionColumns.PLAIN.stream().map(DecisionColumns::name).collect(Collectors.joining(", "));

  private static final int OWN = 12;
  private static final int LAST = 10;

  private static final String DECISION =
      "INSERT INTO decision (id, ledger, customer_id, idempotency_key, fingerprint, based_on, as_of,"
          + " as_of_date, recorded_at, policy_version, engine_version, actor, "
          + PLAIN
          + ", action_label_zh, action_label_en, reason_zh, reason_en, base_currency, expected_net,"
          + " discount_amount, discount_currency, case_json, answer) VALUES ("
          + "?, ".repeat(OWN + DecisionColumns.PLAIN.size() + LAST - 1)
          + "?) ON CONFLICT DO NOTHING";

  private static final String OUTCOME =
      "INSERT INTO outcome (id, decision_id, type, receivable_ids, action, channel, amount,"
          + " promised_on, offer, happened_on, note, actor, reporter, recorded_at, led_to)"
          + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, id FROM decision WHERE id = ?"
          + " ON CONFLICT DO NOTHING";

  /** What is added up over accounts stands beside them, too: the decisions need not be read. */
  private static final String FIGURES =
      "currency, outstanding, overdue, collectible, disputed, discount_currency, discount_amount,"
          + " installment_count, extension_days";

  private static final String ACCOUNT =
      "INSERT INTO account (ledger, customer_id, decision_seq, as_of_date, waits, priority_order,"
          + " overdue_order, action, owner_role, aging_bucket, risk_tier, holds, words, "
          + FIGURES
          + ") SELECT ledger, customer_id, seq, as_of_date, ?, ?, ?, action, owner_role, aging_bucket,"
          + " risk_tier, ?, ?, "
          + FIGURES
          + " FROM decision WHERE id = ?"
          + " ON CONFLICT (ledger, customer_id) DO UPDATE SET decision_seq = excluded.decision_seq,"
          + " as_of_date = excluded.as_of_date, waits = excluded.waits,"
          + " priority_order = excluded.priority_order, overdue_order = excluded.overdue_order,"
          + " action = excluded.action, owner_role = excluded.owner_role,"
          + " aging_bucket = excluded.aging_bucket, risk_tier = excluded.risk_tier,"
          + " holds = excluded.holds, words = excluded.words, "
          + Stream.of(FIGURES.split(", "))
              .map(column -> column + " = excluded." + column)
              .collect(Collectors.joining(", "))
          + " WHERE excluded.as_of_date > account.as_of_date OR (excluded.as_of_date ="
          + " account.as_of_date AND excluded.decision_seq > account.decision_seq)";

  private final Dialect dialect;
  private final RowNumbers numbers;
  private final PreparedStatement decision;
  private final PreparedStatement row;
  private final PreparedStatement outcome;
  private final PreparedStatement account;

  /** Of a connection that is closed after this. */
  DecisionInserts(Connection connection, Dialect dialect, RowNumbers numbers) throws SQLException {
    this.dialect = dialect;
    this.numbers = numbers;
    this.decision = connection.prepareStatement(DECISION);
    this.row = connection.prepareStatement(dialect.insertOfRows());
    this.outcome = connection.prepareStatement(OUTCOME);
    this.account = connection.prepareStatement(ACCOUNT);
  }

  /**
   * Writes them; the caller commits. The numbers of their rows are known.
   *
   * @return the ids of those that were not in the log and are now
   */
  Set<String> write(List<Packed> batch) throws SQLException {
    List<Packed> ordered = batch.stream().sorted(ORDER).toList();
    int[] counts = decisions(ordered);
    rows(ordered);
    outcomes(ordered);
    accounts(batch.stream().sorted(BY_ACCOUNT).toList());
    Set<String> written = new HashSet<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 1) {
        written.add(ordered.get(i).decision().id());
      }
    }
    return written;
  }

  private int[] decisions(List<Packed> batch) throws SQLException {
    for (Packed packed : batch) {
      decision(new Binder(decision), packed);
      decision.addBatch();
    }
    return decision.executeBatch();
  }

  private static void decision(Binder binder, Packed packed) throws SQLException {
    DecisionRecord d = packed.decision();
    Headline headline = d.headline();
    binder.text(d.id()).text(d.ledger()).text(d.customerId());
    binder.text(d.idempotency().map(IdempotencyKey::key));
    binder.text(d.idempotency().map(IdempotencyKey::fingerprint)).text(d.basedOn());
    binder.text(d.asOf()).text(d.asOfDate().toString()).whole(d.recordedAt().toEpochMilli());
    binder.text(d.policyVersion()).text(d.engineVersion()).text(d.actor());
    DecisionColumns.bind(binder, headline);
    binder.text(headline.actionLabel().zh()).text(headline.actionLabel().en());
    binder.text(headline.reason().zh()).text(headline.reason().en());
    binder.text(headline.baseCurrency()).decimal(headline.expectedNet());
    binder.decimal(headline.discountAmount()).text(headline.discountCurrency());
    binder.bytes(packed.caseJson()).bytes(packed.answer());
  }

  private void rows(List<Packed> batch) throws SQLException {
    for (Packed packed : batch) {
      row.setString(1, numbers.list(packed.decision().headline().rows(), dialect));
      row.setString(2, packed.decision().id());
      row.addBatch();
    }
    row.executeBatch();
  }

  private void outcomes(List<Packed> batch) throws SQLException {
    for (Packed packed : batch) {
      Optional<Outcome> happened = packed.decision().outcome();
      if (happened.isPresent()) {
        outcome(new Binder(outcome), happened.get(), packed.decision().id());
        outcome.executeUpdate();
      }
    }
  }

  private static void outcome(Binder binder, Outcome o, String decision) throws SQLException {
    binder.text(o.id()).text(o.decisionId()).text(o.type().name());
    binder.text(String.join("\n", o.receivableIds())).text(o.action()).text(o.channel());
    binder.decimal(o.amount()).text(o.promisedOn().map(Object::toString));
    binder.text(o.offer().map(Enum::name)).text(o.on()).text(o.note()).text(o.actor());
    binder.text(o.reporter()).whole(o.recordedAt().toEpochMilli()).text(decision);
  }

  private void accounts(List<Packed> batch) throws SQLException {
    for (Packed packed : batch) {
      account(new Binder(account), packed.decision());
      account.addBatch();
    }
    account.executeBatch();
  }

  private static void account(Binder binder, DecisionRecord d) throws SQLException {
    Headline headline = d.headline();
    binder.flag(headline.row().waits());
    binder.whole(-Micro.of(headline.row().points()));
    binder.whole(-Micro.of(headline.row().overdueInBase()));
    binder.text("|" + headline.cell(WorklistColumn.HOLDS) + "|");
    binder.text(words(d.customerId(), headline.cell(WorklistColumn.CUSTOMER_NAME)));
    binder.text(d.id());
  }

  /** What a search looks through. */
  static String words(String customerId, String name) {
    return (customerId + "\n" + name).toLowerCase(Locale.ROOT);
  }

  /** Drops what a failure has left in the statements; they serve again. */
  void forget() throws SQLException {
    decision.clearBatch();
    row.clearBatch();
    account.clearBatch();
  }

  @Override
  public void close() throws SQLException {
    decision.close();
    row.close();
    outcome.close();
    account.close();
  }
}
