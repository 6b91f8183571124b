package dev.huikuan.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** Fills the parameters of a statement one after the other. */
final class Binder {

  private final PreparedStatement statement;
  private int at;

  Binder(PreparedStatement statement) {
    this.statement = statement;
  }

  Binder text(String text) throws SQLException {
    statement.setString(++at, text);
    return this;
  }

  Binder text(Optional<String> text) throws SQLException {
    if (text.isPresent()) {
      return text(text.get());
    }
    statement.setNull(++at, Types.VARCHAR);
    return this;
  }

  Binder whole(long number) throws SQLException {
    statement.setLong(++at, number);
    return this;
  }

  Binder flag(boolean flag) throws SQLException {
    statement.setInt(++at, flag ? 1 : 0);
    return this;
  }

  Binder decimal(Optional<BigDecimal> number) throws SQLException {
    Micro.bind(statement, ++at, number);
    return this;
  }

  Binder bytes(byte[] bytes) throws SQLException {
    statement.setBytes(++at, bytes);
    return this;
  }
}
