package dev.huikuan.store;

import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.DecisionQuery;
import dev.huikuan.records.Housekeeping.Span;
import dev.huikuan.records.Housekeeping.Whole;
import dev.huikuan.records.IdempotencyKey;
import dev.huikuan.records.Outcome;
import dev.huikuan.records.Page;
import dev.huikuan.records.StoredDecision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads decisions, one at a time and in lists. */
final class DecisionQueries {

  private static final String WHOLE =
      "SELECT id, ledger, customer_id, as_of, recorded_at, policy_version, engine_version,"
          + " idempotency_key, fingerprint, based_on, actor, case_json, answer, erased FROM decision";

  private static final int AT_ONCE = 200;

  /** The columns of a line in a list; {@code d} is the decision. */
  static final String LINE =
      "SELECT d.seq, d.id, d.ledger, d.customer_id, d.as_of, d.recorded_at, d.based_on,"
          + " d.policy_version, d.action_label_zh, d.action_label_en, d.reason_zh, d.reason_en, "
          + String.join(
              ", ",
              DecisionColumns.PLAIN.stream().map(c -> "d." + DecisionColumns.name(c)).toList())
          + ", (SELECT o.type FROM outcome o WHERE o.decision_id = d.id ORDER BY o.seq DESC LIMIT 1)"
          + " AS outcome_type";

  /** A line and the number behind which the next page begins. */
  private record Numbered(long seq, DecisionLine line) {}

  private final Database database;

  DecisionQueries(Database database) {
    this.database = database;
  }

  Optional<StoredDecision> find(String id) {
    return database.with(connection -> one(connection, WHOLE + " WHERE id = ?", id));
  }

  Optional<StoredDecision> findByKey(String ledger, String key) {
    return database.with(
        connection ->
            one(connection, WHOLE + " WHERE ledger = ? AND idempotency_key = ?", ledger, key));
  }

  private static Optional<StoredDecision> one(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      Binder binder = new Binder(select);
      for (String value : values) {
        binder.text(value);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(stored(row)) : Optional.empty();
      }
    }
  }

  private static StoredDecision stored(ResultSet row) throws SQLException {
    String fingerprint = row.getString("fingerprint");
    return new StoredDecision(
        row.getString("id"),
        row.getString("ledger"),
        row.getString("customer_id"),
        row.getString("as_of"),
        Instant.ofEpochMilli(row.getLong("recorded_at")),
        row.getString("policy_version"),
        row.getString("engine_version"),
        Optional.ofNullable(row.getString("idempotency_key"))
            .map(key -> new IdempotencyKey(key, fingerprint)),
        Optional.ofNullable(row.getString("based_on")),
        row.getString("actor"),
        Blob.unpacked(row.getBytes("case_json")),
        Blob.unpacked(row.getBytes("answer")),
        row.getInt("erased") == 1);
  }

  /** The last of the chain that outcomes made; a decision is based on one that is older. */
  String latestOf(String id) {
    return database.with(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT id FROM decision WHERE based_on = ? ORDER BY seq DESC LIMIT 1")) {
            return latestOf(select, id);
          }
        });
  }

  private static String latestOf(PreparedStatement select, String id) throws SQLException {
    String latest = id;
    Optional<String> next = Optional.of(id);
    while (next.isPresent()) {
      latest = next.get();
      select.setString(1, latest);
      try (ResultSet row = select.executeQuery()) {
        next = row.next() ? Optional.of(row.getString("id")) : Optional.empty();
      }
    }
    return latest;
  }

  Page<DecisionLine> decisions(DecisionQuery query) {
    Conditions where = new Conditions();
    where.equal("d.ledger", query.ledger());
    where.equal("d.customer_id", query.customerId());
    where.equal("d.action", query.action());
    query.from().map(LocalDate::toString).ifPresent(day -> where.and("d.as_of_date >= ?", day));
    query.to().map(LocalDate::toString).ifPresent(day -> where.and("d.as_of_date <= ?", day));
    query
        .cursor()
        .map(cursor -> Cursor.number(Cursor.parts(cursor, 1).get(0), cursor))
        .ifPresent(seq -> where.and("d.seq < ?", seq));
    String sql =
        LINE
            + " FROM decision d"
            + where.sql()
            + " ORDER BY d.seq DESC LIMIT "
            + (query.limit() + 1);
    List<Numbered> lines =
        database.with(
            connection ->
                where.select(
                    connection,
                    sql,
                    row -> new Numbered(row.getLong("seq"), DecisionColumns.line(row))));
    Page<Numbered> page = Page.of(lines, query.limit(), last -> Cursor.of(last.seq()));
    return new Page<>(page.items().stream().map(Numbered::line).toList(), page.nextCursor());
  }

  List<Outcome> outcomes(String decisionId) {
    return database.with(connection -> outcomes(connection, of(decisionId)));
  }

  Optional<Outcome> outcomeBehind(String decisionId) {
    Conditions behind = new Conditions().and("led_to = ?", decisionId);
    return database.with(connection -> outcomes(connection, behind)).stream().findFirst();
  }

  private static Conditions of(String decisionId) {
    return new Conditions().and("decision_id = ?", decisionId);
  }

  private static List<Outcome> outcomes(Connection connection, Conditions where)
      throws SQLException {
    String sql = "SELECT * FROM outcome" + where.sql() + " ORDER BY seq";
    return where.select(connection, sql, DecisionQueries::outcome);
  }

  /** Every decision of the span as of now, oldest first, with its outcomes; not all at once. */
  void each(Span span, Consumer<Whole> taker) {
    String sql =
        WHOLE
            + " WHERE (CAST(? AS TEXT) IS NULL OR ledger = ?)"
            + " AND as_of_date >= ? AND as_of_date <= ? ORDER BY seq";
    database.snapshot(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(AT_ONCE);
            new Binder(select)
                .text(span.ledger())
                .text(span.ledger())
                .text(span.from().map(LocalDate::toString).orElse(""))
                .text(span.to().map(LocalDate::toString).orElse("~"));
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                String id = row.getString("id");
                taker.accept(new Whole(stored(row), outcomes(connection, of(id))));
              }
            }
          }
          return null;
        });
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    String ids = row.getString("receivable_ids");
    return new Outcome(
        row.getString("id"),
        row.getString("decision_id"),
        Outcome.Type.valueOf(row.getString("type")),
        ids.isEmpty() ? List.of() : List.of(ids.split("\n")),
        Optional.ofNullable(row.getString("action")),
        Optional.ofNullable(row.getString("channel")),
        Micro.read(row, "amount"),
        Optional.ofNullable(row.getString("promised_on")).map(LocalDate::parse),
        Optional.ofNullable(row.getString("offer")).map(Outcome.Offer::valueOf),
        row.getString("happened_on"),
        Optional.ofNullable(row.getString("note")),
        Optional.ofNullable(row.getString("actor")),
        row.getString("reporter"),
        Instant.ofEpochMilli(row.getLong("recorded_at")));
  }
}
