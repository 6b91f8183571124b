package dev.huikuan.store;

import dev.huikuan.access.ApiKey;
import dev.huikuan.access.AuditEntry;
import dev.huikuan.access.KeyRing;
import dev.huikuan.access.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys in the database. */
public final class SqlKeyRing implements KeyRing {

  private static final String COLUMNS =
      "id, name, roles, ledger, secret_hash, created_at, created_by, revoked_at";

  private final Database database;

  public SqlKeyRing(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(Kept kept, AuditEntry entry) {
    return database.transaction(
        connection -> {
          boolean added = insert(connection, kept);
          if (added) {
            SqlAuditLog.insert(connection, entry);
          }
          return added;
        });
  }

  private static boolean insert(Connection connection, Kept kept) throws SQLException {
    ApiKey key = kept.key();
    String sql =
        "INSERT INTO api_key (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, key.id());
      insert.setString(2, key.name());
      insert.setString(3, ApiKey.written(key.roles()));
      insert.setString(4, key.ledger().orElse(null));
      insert.setString(5, kept.hash());
      insert.setLong(6, key.createdAt().toEpochMilli());
      insert.setString(7, key.createdBy());
      if (key.revokedAt().isPresent()) {
        insert.setLong(8, key.revokedAt().get().toEpochMilli());
      } else {
        insert.setNull(8, Types.BIGINT);
      }
      return insert.executeUpdate() == 1;
    }
  }

  @Override
  public boolean revoke(String id, Instant at, AuditEntry entry) {
    return database.transaction(
        connection -> {
          boolean revoked = revoke(connection, id, at);
          if (revoked) {
            SqlAuditLog.insert(connection, entry);
          }
          return revoked;
        });
  }

  private static boolean revoke(Connection connection, String id, Instant at) throws SQLException {
    String sql = "UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, at.toEpochMilli());
      update.setString(2, id);
      return update.executeUpdate() == 1;
    }
  }

  @Override
  public List<Kept> all() {
    return database.with(
        connection -> {
          String sql = "SELECT " + COLUMNS + " FROM api_key ORDER BY created_at, id";
          try (PreparedStatement select = connection.prepareStatement(sql);
              ResultSet rows = select.executeQuery()) {
            List<Kept> all = new ArrayList<>();
            while (rows.next()) {
              all.add(kept(rows));
            }
            return all;
          }
        });
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Set<Role> roles =
        Stream.of(row.getString(3).split(","))
            .flatMap(written -> Role.of(written).stream())
            .collect(Collectors.toSet());
    Instant createdAt = Instant.ofEpochMilli(row.getLong(6));
    long revoked = row.getLong(8);
    Optional<Instant> revokedAt =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(revoked));
    ApiKey key =
        new ApiKey(
            row.getString(1),
            row.getString(2),
            roles,
            Optional.ofNullable(row.getString(4)),
            createdAt,
            row.getString(7),
            revokedAt);
    return new Kept(key, row.getString(5));
  }
}
