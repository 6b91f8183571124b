package dev.huikuan.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/**
 * Numbers in columns: whole millionths, the same on every database, sums and order exact. What is
 * beyond ±9.2 × 10^12 is kept as that bound; the answer's JSON has the exact figure.
 */
final class Micro {

  /** A sum is taken in two halves: of 10^9 and of what is below. */
  static final int HALF = 9;

  private static final int SCALE = 6;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private Micro() {}

  static long of(BigDecimal number) {
    BigDecimal micros = number.movePointRight(SCALE).setScale(0, RoundingMode.HALF_EVEN);
    return micros.min(MOST).max(MOST.negate()).longValueExact();
  }

  static BigDecimal decimal(long micros) {
    return BigDecimal.valueOf(micros, SCALE);
  }

  static void bind(PreparedStatement statement, int at, Optional<BigDecimal> number)
      throws SQLException {
    if (number.isPresent()) {
      statement.setLong(at, of(number.get()));
    } else {
      statement.setNull(at, Types.BIGINT);
    }
  }

  static Optional<BigDecimal> read(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(decimal(micros));
  }

  /** As a worklist writes it: no exponent, no trailing zeros. */
  static Optional<String> written(ResultSet row, String column) throws SQLException {
    return read(row, column)
        .map(n -> n.signum() == 0 ? "0" : n.stripTrailingZeros().toPlainString());
  }
}
