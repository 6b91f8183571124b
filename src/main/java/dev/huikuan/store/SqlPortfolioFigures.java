package dev.huikuan.store;

import dev.huikuan.records.Outcome;
import dev.huikuan.records.PortfolioFigures;
import dev.huikuan.records.RowHit;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up columns of accounts and decisions; no JSON is read. Thread-safe. */
public final class SqlPortfolioFigures implements PortfolioFigures {

  /** One pass over the accounts gives every sum; of the few groups the lists are made here. */
  private static final String GROUPS =
      "SELECT action, owner_role, aging_bucket, holds, currency, discount_currency, COUNT(*) AS n,"
          + " COUNT(installment_count) AS installments, COUNT(extension_days) AS extensions, "
          + AccountGroup.SUMS
          + " FROM account";

  private static final String BY =
      " GROUP BY action, owner_role, aging_bucket, holds, currency, discount_currency";

  private static final Comparator<RowHit> ORDER =
      Comparator.comparing(RowHit::decision).thenComparing(RowHit::row);

  private record OfRow(RowHit row, Optional<Outcome.Type> type, long count) {}

  private final Database database;

  /**
   * @param database closed by whoever opened it
   */
  public SqlPortfolioFigures(Database database) {
    this.database = database;
  }

  @Override
  public Summary summary(Optional<String> ledger) {
    Conditions where = new Conditions().equal("ledger", ledger);
    List<AccountGroup> groups =
        database.with(
            connection -> where.select(connection, GROUPS + where.sql() + BY, AccountGroup::of));
    return AccountGroup.summary(groups);
  }

  @Override
  public List<RowFigures> rows(
      Optional<String> ledger, Optional<LocalDate> from, Optional<LocalDate> to) {
    Conditions where = new Conditions().equal("d.ledger", ledger);
    from.map(LocalDate::toString).ifPresent(day -> where.and("d.as_of_date >= ?", day));
    to.map(LocalDate::toString).ifPresent(day -> where.and("d.as_of_date <= ?", day));
    String counted =
        "SELECT r.row_number, COUNT(*) AS n FROM decision d"
            + " JOIN decision_row r ON r.decision_seq = d.seq"
            + where.sql()
            + " GROUP BY r.row_number";
    String decisions =
        "SELECT p.decision, p.row_id, NULL AS type, c.n FROM ("
            + counted
            + ") c JOIN policy_row p ON p.number = c.row_number";
    String outcomes =
        "SELECT p.decision, p.row_id, o.type, COUNT(*) AS n FROM outcome o"
            + " JOIN decision d ON d.id = o.decision_id"
            + " JOIN decision_row r ON r.decision_seq = d.seq"
            + " JOIN policy_row p ON p.number = r.row_number"
            + where.sql()
            + " GROUP BY p.decision, p.row_id, o.type";
    return database.with(
        connection ->
            joined(
                where.select(connection, decisions, SqlPortfolioFigures::ofRow),
                where.select(connection, outcomes, SqlPortfolioFigures::ofRow)));
  }

  private static OfRow ofRow(ResultSet row) throws SQLException {
    return new OfRow(
        new RowHit(row.getString("decision"), row.getString("row_id")),
        Optional.ofNullable(row.getString("type")).map(Outcome.Type::valueOf),
        row.getLong("n"));
  }

  private static List<RowFigures> joined(List<OfRow> decisions, List<OfRow> outcomes) {
    Map<RowHit, Map<Outcome.Type, Long>> types = new LinkedHashMap<>();
    for (OfRow o : outcomes) {
      types
          .computeIfAbsent(o.row(), row -> new EnumMap<>(Outcome.Type.class))
          .put(o.type().orElseThrow(), o.count());
    }
    return decisions.stream()
        .sorted(Comparator.comparing(OfRow::row, ORDER))
        .map(d -> new RowFigures(d.row(), d.count(), types.getOrDefault(d.row(), Map.of())))
        .toList();
  }

  /** A sum that was taken in two parts, so that no number of accounts is too many. */
  static BigDecimal sum(ResultSet row, String column) throws SQLException {
    return Micro.decimal(row.getLong(column + "_low"))
        .add(Micro.decimal(row.getLong(column + "_high")).movePointRight(Micro.HALF));
  }
}
