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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes decisions in one transaction: the record, the rows that had a say, its outcome, and the
 * account's line in the worklist. A record that loses its idempotency key, or its place behind the
 * decision that it is based on, to another leaves nothing behind.
 */
final class DecisionInserts {

  /** A record with its JSON packed, off the writer's thread. */
  record Packed(DecisionRecord decision, byte[] caseJson, byte[] answer) {

    static Packed of(DecisionRecord decision) {
      return new Packed(decision, Blob.packed(decision.caseJson()), Blob.packed(decision.answer()));
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
          + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, id FROM decision WHERE id = ?";

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

  DecisionInserts(Dialect dialect, RowNumbers numbers) {
    this.dialect = dialect;
    this.numbers = numbers;
  }

  /**
   * Writes them; the caller commits.
   *
   * @return for each, by its id, whether it is in the log
   */
  Map<String, Boolean> write(Connection connection, List<Packed> batch) throws SQLException {
    List<Packed> ordered = batch.stream().sorted(ORDER).toList();
    int[] counts = decisions(connection, ordered);
    rows(connection, ordered);
    outcomes(connection, ordered);
    accounts(connection, batch.stream().sorted(BY_ACCOUNT).toList());
    Map<String, Boolean> written = new java.util.HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      written.put(ordered.get(i).decision().id(), counts[i] == 1);
    }
    return written;
  }

  private static int[] decisions(Connection connection, List<Packed> batch) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(DECISION)) {
      for (Packed packed : batch) {
        decision(new Binder(insert), packed);
        insert.addBatch();
      }
      return insert.executeBatch();
    }
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

  private void rows(Connection connection, List<Packed> batch) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(dialect.insertOfRows())) {
      for (Packed packed : batch) {
        insert.setString(1, numbers.list(packed.decision().headline().rows(), dialect));
        insert.setString(2, packed.decision().id());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void outcomes(Connection connection, List<Packed> batch) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(OUTCOME)) {
      for (Packed packed : batch) {
        Optional<Outcome> outcome = packed.decision().outcome();
        if (outcome.isPresent()) {
          outcome(new Binder(insert), outcome.get(), packed.decision().id());
          insert.executeUpdate();
        }
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

  private static void accounts(Connection connection, List<Packed> batch) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ACCOUNT)) {
      for (Packed packed : batch) {
        account(new Binder(insert), packed.decision());
        insert.addBatch();
      }
      insert.executeBatch();
    }
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
}
