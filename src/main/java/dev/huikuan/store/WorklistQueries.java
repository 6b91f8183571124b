package dev.huikuan.store;

import dev.huikuan.records.CountedPage;
import dev.huikuan.records.DecisionLine;
import dev.huikuan.records.Page;
import dev.huikuan.records.WorklistQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the worklist: a page is one query, whatever the number of accounts. */
final class WorklistQueries {

  private static final String FROM = " FROM account a JOIN decision d ON d.seq = a.decision_seq";
  private static final String ORDER =
      "a.waits, a.priority_order, a.overdue_order, a.customer_id, a.ledger";
  private static final int PARTS = 5;
  private static final int CASES_AT_A_TIME = 200;

  private record Placed(String cursor, DecisionLine line) {}

  private record Counted(long total, Optional<Placed> line) {}

  private record Sent(String ledger, String customerId, byte[] caseJson) {}

  private final Database database;

  WorklistQueries(Database database) {
    this.database = database;
  }

  Page<DecisionLine> page(WorklistQuery query) {
    Conditions where = following(query);
    String sql = lines(where, query.limit());
    return paged(
        database.with(connection -> where.select(connection, sql, WorklistQueries::placed)), query);
  }

  /** The total stands beside every line, and alone in the one row of an empty page. */
  CountedPage<DecisionLine> countedPage(WorklistQuery query) {
    Conditions all = filtered(query);
    Conditions where = following(query);
    String sql =
        "SELECT counted.total, a.* FROM (SELECT COUNT(*) AS total FROM account a"
            + all.sql()
            + ") counted LEFT JOIN ("
            + lines(where, query.limit())
            + ") a ON 1 = 1 ORDER BY "
            + ORDER;
    List<Counted> rows =
        database.with(
            connection -> all.then(where).select(connection, sql, WorklistQueries::counted));
    List<Placed> lines = rows.stream().flatMap(row -> row.line().stream()).toList();
    return new CountedPage<>(paged(lines, query), rows.get(0).total());
  }

  private static Page<DecisionLine> paged(List<Placed> lines, WorklistQuery query) {
    Page<Placed> page = Page.of(lines, query.limit(), Placed::cursor);
    return new Page<>(page.items().stream().map(Placed::line).toList(), page.nextCursor());
  }

  private static Conditions following(WorklistQuery query) {
    Conditions where = filtered(query);
    query.cursor().ifPresent(cursor -> after(where, cursor));
    return where;
  }

  /** One line more than the page has tells whether another follows. */
  private static String lines(Conditions where, int limit) {
    return DecisionQueries.LINE
        + ", a.waits, a.priority_order, a.overdue_order"
        + FROM
        + where.sql()
        + " ORDER BY "
        + ORDER
        + " LIMIT "
        + (limit + 1);
  }

  long count(WorklistQuery query) {
    Conditions where = filtered(query);
    String sql = "SELECT COUNT(*) FROM account a" + where.sql();
    return database.with(connection -> where.select(connection, sql, row -> row.getLong(1)).get(0));
  }

  void eachCase(Optional<String> ledger, Consumer<byte[]> taker) {
    Optional<Sent> last = Optional.empty();
    List<Sent> some;
    do {
      some = casesAfter(ledger, last);
      some.forEach(sent -> taker.accept(sent.caseJson()));
      last = some.isEmpty() ? last : Optional.of(some.get(some.size() - 1));
    } while (some.size() == CASES_AT_A_TIME);
  }

  private List<Sent> casesAfter(Optional<String> ledger, Optional<Sent> last) {
    Conditions where = new Conditions().equal("a.ledger", ledger);
    last.ifPresent(
        sent -> where.and("(a.ledger, a.customer_id) > (?, ?)", sent.ledger(), sent.customerId()));
    return database.with(
        connection ->
            where.select(
                connection,
                "SELECT a.ledger, a.customer_id, d.case_json"
                    + FROM
                    + where.sql()
                    + " ORDER BY a.ledger, a.customer_id LIMIT "
                    + CASES_AT_A_TIME,
                row ->
                    new Sent(row.getString(1), row.getString(2), Blob.unpacked(row.getBytes(3)))));
  }

  private static Conditions filtered(WorklistQuery query) {
    Conditions where = new Conditions();
    where.equal("a.ledger", query.ledger());
    where.equal("a.action", query.action());
    where.equal("a.owner_role", query.owner());
    where.equal("a.aging_bucket", query.agingBucket());
    where.equal("a.risk_tier", query.riskTier());
    query.hold().ifPresent(h -> where.and("a.holds LIKE ? ESCAPE '!'", "%|" + literal(h) + "|%"));
    query
        .search()
        .map(words -> literal(words.toLowerCase(Locale.ROOT)))
        .ifPresent(words -> where.and("a.words LIKE ? ESCAPE '!'", "%" + words + "%"));
    return where;
  }

  /** A text in a pattern, its own wildcards taken literally. */
  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static void after(Conditions where, String cursor) {
    List<String> parts = Cursor.parts(cursor, PARTS);
    where.and(
        "(" + ORDER + ") > (?, ?, ?, ?, ?)",
        Cursor.number(parts.get(0), cursor),
        Cursor.number(parts.get(1), cursor),
        Cursor.number(parts.get(2), cursor),
        parts.get(3),
        parts.get(4));
  }

  private static Counted counted(ResultSet row) throws SQLException {
    boolean none = row.getString("id") == null;
    return new Counted(row.getLong("total"), none ? Optional.empty() : Optional.of(placed(row)));
  }

  private static Placed placed(ResultSet row) throws SQLException {
    DecisionLine line = DecisionColumns.line(row);
    String cursor =
        Cursor.of(
            row.getLong("waits"),
            row.getLong("priority_order"),
            row.getLong("overdue_order"),
            line.customerId(),
            line.ledger());
    return new Placed(cursor, line);
  }
}
