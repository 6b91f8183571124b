package dev.huikuan.store;

import dev.huikuan.records.Housekeeping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Housekeeping in a database that may serve at the same time. */
public final class SqlHousekeeping implements Housekeeping {

  private static final int AT_ONCE = 500;

  private static final String OLD = " recorded_at < ? AND (CAST(? AS TEXT) IS NULL OR ledger = ?)";

  private static final String THEIRS =
      " IN (SELECT id FROM decision WHERE seq > ? AND seq <= ? AND" + OLD + ")";

  private static final String THEIR_NUMBERS =
      " IN (SELECT seq FROM decision WHERE seq > ? AND seq <= ? AND" + OLD + ")";

  private final Database database;

  public SqlHousekeeping(Database database) {
    this.database = database;
  }

  /** A part of the log: after a number, up to another. */
  private record Part(long after, long upTo, Instant before, Optional<String> ledger) {

    long run(Connection connection, String sql) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        new Binder(statement)
            .whole(after)
            .whole(upTo)
            .whole(before.toEpochMilli())
            .text(ledger)
            .text(ledger);
        if (!sql.startsWith("SELECT")) {
          return statement.executeUpdate();
        }
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    }
  }

  @Override
  public Count count(Instant before, Optional<String> ledger) {
    Part all = new Part(0, Long.MAX_VALUE, before, ledger);
    return database.with(
        connection ->
            new Count(
                all.run(
                    connection,
                    "SELECT COUNT(*) FROM decision WHERE seq > ? AND seq <= ? AND" + OLD),
                all.run(connection, "SELECT COUNT(*) FROM outcome WHERE decision_id" + THEIRS),
                all.run(
                    connection,
                    "SELECT COUNT(*) FROM account WHERE decision_seq" + THEIR_NUMBERS)));
  }

  @Override
  public Count forget(Instant before, Optional<String> ledger) {
    Count total = new Count(0, 0, 0);
    long after = 0;
    Optional<Long> upTo = next(after, before, ledger);
    while (upTo.isPresent()) {
      Part part = new Part(after, upTo.get(), before, ledger);
      total =
          total.plus(Overwriting.transaction(database, connection -> forgotten(connection, part)));
      after = upTo.get();
      upTo = next(after, before, ledger);
    }
    Overwriting.finish(database);
    return total;
  }

  /** The number at which the next part ends; empty when there is nothing more. */
  private Optional<Long> next(long after, Instant before, Optional<String> ledger) {
    Part rest = new Part(after, Long.MAX_VALUE, before, ledger);
    long end =
        database.with(
            connection ->
                rest.run(
                    connection,
                    "SELECT COALESCE(MAX(seq), 0) FROM (SELECT seq FROM decision WHERE seq > ? AND"
                        + " seq <= ? AND"
                        + OLD
                        + " ORDER BY seq LIMIT "
                        + AT_ONCE
                        + ") AS part"));
    return end == 0 ? Optional.empty() : Optional.of(end);
  }

  private static Count forgotten(Connection connection, Part part) throws SQLException {
    long outcomes = part.run(connection, "DELETE FROM outcome WHERE decision_id" + THEIRS);
    part.run(connection, "DELETE FROM decision_row WHERE decision_seq" + THEIR_NUMBERS);
    long accounts = part.run(connection, "DELETE FROM account WHERE decision_seq" + THEIR_NUMBERS);
    long decisions =
        part.run(connection, "DELETE FROM decision WHERE seq > ? AND seq <= ? AND" + OLD);
    return new Count(decisions, outcomes, accounts);
  }

  @Override
  public Optional<Erasure> erase(
      String ledger, String customerId, String who, String note, Instant now) {
    String pseudonym = "erased-" + UUID.randomUUID();
    Count count =
        Overwriting.transaction(
            database,
            connection -> {
              Count erased = Erasing.customer(connection, ledger, customerId, pseudonym);
              if (erased.decisions() + erased.accounts() > 0) {
                Erasing.audit(connection, now, who, pseudonym, ledger + ": " + note);
              }
              return erased;
            });
    if (count.decisions() + count.accounts() == 0) {
      return Optional.empty();
    }
    return Optional.of(new Erasure(pseudonym, count, Overwriting.finish(database)));
  }

  @Override
  public void each(Span span, Consumer<Whole> taker) {
    new DecisionQueries(database).each(span, taker);
  }
}
