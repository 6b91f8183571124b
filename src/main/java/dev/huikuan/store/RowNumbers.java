package dev.huikuan.store;

import dev.huikuan.records.RowHit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The number under which each row of a table is known in the log. Thread-safe. */
final class RowNumbers {

  private final Map<RowHit, Long> known = new ConcurrentHashMap<>();

  /** Makes sure that all have a number; commits on its own, so that none is known too early. */
  void learn(Database database, Connection connection, Collection<RowHit> rows)
      throws SQLException {
    List<RowHit> unknown =
        rows.stream().filter(row -> !known.containsKey(row)).sorted(ORDER).toList();
    if (!unknown.isEmpty()) {
      known.putAll(database.transaction(connection, open -> numbered(open, unknown)));
    }
  }

  private static final java.util.Comparator<RowHit> ORDER =
      java.util.Comparator.comparing(RowHit::decision).thenComparing(RowHit::row);

  private static Map<RowHit, Long> numbered(Connection connection, List<RowHit> rows)
      throws SQLException {
    Map<RowHit, Long> numbers = new ConcurrentHashMap<>();
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO policy_row (decision, row_id) VALUES (?, ?)"
                    + " ON CONFLICT (decision, row_id) DO NOTHING");
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT number FROM policy_row WHERE decision = ? AND row_id = ?")) {
      for (RowHit row : rows) {
        new Binder(insert).text(row.decision()).text(row.row());
        insert.executeUpdate();
        new Binder(select).text(row.decision()).text(row.row());
        try (ResultSet found = select.executeQuery()) {
          found.next();
          numbers.put(row, found.getLong(1));
        }
      }
    }
    return numbers;
  }

  /** The numbers as one parameter of {@link Dialect#insertOfRows()}. */
  String list(List<RowHit> rows, Dialect dialect) {
    return rows.stream()
        .map(row -> Long.toString(known.get(row)))
        .distinct()
        .collect(dialect.listOfNumbers());
  }
}
