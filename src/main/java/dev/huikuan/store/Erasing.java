package dev.huikuan.store;

import dev.huikuan.records.Housekeeping.Count;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** The statements that erase one customer. */
final class Erasing {

  private static final String THEIRS =
      " IN (SELECT id FROM decision WHERE ledger = ? AND customer_id = ?)";

  private Erasing() {}

  static Count customer(Connection connection, String ledger, String customer, String pseudonym)
      throws SQLException {
    long outcomes =
        run(
            connection,
            "UPDATE outcome SET note = NULL, actor = NULL, receivable_ids = '' WHERE decision_id"
                + THEIRS,
            ledger,
            customer);
    long accounts =
        run(
            connection,
            "DELETE FROM account WHERE ledger = ? AND customer_id = ?",
            ledger,
            customer);
    long decisions =
        run(
            connection,
            "UPDATE decision SET erased = 1, customer_id = ?, customer_name = NULL,"
                + " idempotency_key = NULL, fingerprint = NULL, action_label_zh = '',"
                + " action_label_en = '', reason_zh = '', reason_en = '', case_json = NULL,"
                + " answer = NULL WHERE ledger = ? AND customer_id = ?",
            pseudonym,
            ledger,
            customer);
    // results of simulations name customers; they can be made again
    if (decisions > 0) {
      run(connection, "DELETE FROM simulation WHERE status <> ?", "RUNNING");
    }
    return new Count(decisions, outcomes, accounts);
  }

  /** Who had it done, when and why, under the pseudonym. */
  static void audit(Connection connection, Instant now, String who, String target, String detail)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO audit (recorded_at, who, deed, target, detail) VALUES (?, ?, ?, ?, ?)")) {
      new Binder(insert)
          .whole(now.toEpochMilli())
          .text(who)
          .text("DATA_ERASED")
          .text(target)
          .text(detail);
      insert.executeUpdate();
    }
  }

  private static long run(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Binder binder = new Binder(statement);
      for (String value : values) {
        binder.text(value);
      }
      return statement.executeUpdate();
    }
  }
}
