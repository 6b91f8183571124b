package dev.huikuan.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures of all accounts together. Thread-safe; may throw {@link RecordsUnavailable}. */
public interface PortfolioFigures {

  /**
   * How many accounts have a code.
   *
   * @param code empty: none was decided
   */
  record Count(Optional<String> code, long accounts) {}

  /**
   * Money of some accounts, each in its one currency, or in the base where it has several.
   *
   * @param agingBucket of the account, which is that of its leading receivable; empty: none
   */
  record Money(
      Optional<String> agingBucket,
      String currency,
      long accounts,
      BigDecimal outstanding,
      BigDecimal overdue,
      BigDecimal collectible,
      BigDecimal disputed) {}

  /** Discounts that are on offer, and what they would cost. */
  record Discounts(String currency, long accounts, BigDecimal cost) {}

  /**
   * The accounts as of their latest decisions; every list in the order of its codes.
   *
   * @param aging by bucket and currency
   * @param totals by currency
   */
  record Summary(
      long accounts,
      List<Count> actions,
      List<Count> owners,
      List<Count> holds,
      List<Money> aging,
      List<Money> totals,
      List<Discounts> discounts,
      long installments,
      long extensions) {}

  /**
   * What came of the decisions in which a row had a say.
   *
   * @param outcomes how many of each type were reported
   */
  record RowFigures(RowHit row, long decisions, Map<Outcome.Type, Long> outcomes) {}

  /**
   * The accounts of a ledger, or of all.
   *
   * @param ledger empty: all
   */
  Summary summary(Optional<String> ledger);

  /**
   * Decisions by row of a table, in the order of table and row.
   *
   * @param from first asOf date, inclusive
   * @param to last asOf date, inclusive
   */
  List<RowFigures> rows(Optional<String> ledger, Optional<LocalDate> from, Optional<LocalDate> to);
}
