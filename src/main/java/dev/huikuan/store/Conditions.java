package dev.huikuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions of a query with their values, which never become part of its text. */
final class Conditions {

  /** Reads one row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** A condition with a question mark for each value. */
  Conditions and(String condition, Object... some) {
    conditions.add(condition);
    values.addAll(List.of(some));
    return this;
  }

  /** A column must have a value, if one is asked for. */
  Conditions equal(String column, Optional<String> value) {
    value.ifPresent(asked -> and(column + " = ?", asked));
    return this;
  }

  /** The values of these and then of those, for a statement in which both stand in this order. */
  Conditions then(Conditions those) {
    Conditions both = new Conditions();
    both.values.addAll(values);
    both.values.addAll(those.values);
    return both;
  }

  /** The WHERE of a statement; empty without conditions. */
  String sql() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  /** Runs a statement whose parameters are these values. */
  <T> List<T> select(Connection connection, String sql, Reader<T> reader) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    }
  }
}
