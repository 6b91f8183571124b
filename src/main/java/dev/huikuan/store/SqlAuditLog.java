package dev.huikuan.store;

import dev.huikuan.access.AuditEntry;
import dev.huikuan.access.AuditEntry.Deed;
import dev.huikuan.access.AuditLog;
import dev.huikuan.records.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The record of changes in the database. */
public final class SqlAuditLog implements AuditLog {

  private record Line(long seq, AuditEntry entry) {}

  private final Database database;

  public SqlAuditLog(Database database) {
    this.database = database;
  }

  @Override
  public void add(AuditEntry entry) {
    database.transaction(
        connection -> {
          insert(connection, entry);
          return entry;
        });
  }

  /** Together with what it tells of. */
  static void insert(Connection connection, AuditEntry entry) throws SQLException {
    String sql = "INSERT INTO audit (recorded_at, who, deed, target, detail) VALUES (?,?,?,?,?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, entry.at().toEpochMilli());
      insert.setString(2, entry.who());
      insert.setString(3, entry.deed().name());
      insert.setString(4, entry.target());
      insert.setString(5, entry.detail());
      insert.executeUpdate();
    }
  }

  @Override
  public Page<AuditEntry> read(int limit, Optional<String> cursor) {
    long before = cursor.map(SqlAuditLog::number).orElse(Long.MAX_VALUE);
    Page<Line> page =
        database.with(
            connection ->
                Page.of(
                    lines(connection, before, limit + 1),
                    limit,
                    line -> Long.toString(line.seq())));
    return new Page<>(page.items().stream().map(Line::entry).toList(), page.nextCursor());
  }

  private static long number(String cursor) {
    if (!cursor.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException("no cursor of the audit: " + cursor);
    }
    return Long.parseLong(cursor);
  }

  private static List<Line> lines(Connection connection, long before, int limit)
      throws SQLException {
    String sql =
        "SELECT seq, recorded_at, who, deed, target, detail FROM audit WHERE seq < ?"
            + " ORDER BY seq DESC LIMIT ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, before);
      select.setInt(2, limit);
      try (ResultSet rows = select.executeQuery()) {
        List<Line> lines = new ArrayList<>();
        while (rows.next()) {
          AuditEntry entry =
              new AuditEntry(
                  Instant.ofEpochMilli(rows.getLong(2)),
                  rows.getString(3),
                  Deed.valueOf(rows.getString(4)),
                  rows.getString(5),
                  rows.getString(6));
          lines.add(new Line(rows.getLong(1), entry));
        }
        return lines;
      }
    }
  }
}
