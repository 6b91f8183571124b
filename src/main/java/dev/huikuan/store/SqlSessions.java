package dev.huikuan.store;

import dev.huikuan.access.Sessions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;

/** Sessions of the pages in the database, so that all replicas know them. */
public final class SqlSessions implements Sessions {

  private final Database database;

  public SqlSessions(Database database) {
    this.database = database;
  }

  @Override
  public void open(Session session) {
    change(
        "INSERT INTO web_session (id_hash, key_id, created_at, seen_at) VALUES (?,?,?,?)",
        session.idHash(),
        session.keyId(),
        session.createdAt().toEpochMilli(),
        session.seenAt().toEpochMilli());
  }

  @Override
  public Optional<Session> find(String idHash) {
    return database.with(
        connection -> {
          String sql = "SELECT key_id, created_at, seen_at FROM web_session WHERE id_hash = ?";
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, idHash);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Session(
                          idHash,
                          row.getString(1),
                          Instant.ofEpochMilli(row.getLong(2)),
                          Instant.ofEpochMilli(row.getLong(3))))
                  : Optional.empty();
            }
          }
        });
  }

  @Override
  public void seen(String idHash, Instant at) {
    change("UPDATE web_session SET seen_at = ? WHERE id_hash = ?", at.toEpochMilli(), idHash);
  }

  @Override
  public void close(String idHash) {
    change("DELETE FROM web_session WHERE id_hash = ?", idHash);
  }

  @Override
  public void forget(Instant notSeenSince) {
    change("DELETE FROM web_session WHERE seen_at < ?", notSeenSince.toEpochMilli());
  }

  private void change(String sql, Object... values) {
    database.transaction(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
          }
        });
  }
}
