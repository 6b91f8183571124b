package dev.huikuan.portfolio;

import dev.huikuan.domain.Text;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a portfolio, in figures.
 *
 * @param rows lines of the input that hold something
 * @param accounts customers in the input
 * @param listed customers in the worklist
 * @param nothingOpen customers that owe nothing as of the day: counted, not listed
 * @param invoicedLater rows left out because they were invoiced after the day
 * @param settled rows that are history
 * @param openReceivables receivables of the listed customers
 * @param actions code → how many accounts, most first
 * @param holds code → how many accounts, most first
 * @param aging currency → bucket → how many receivables and how much, in the order of the buckets
 * @param totals currency → sums over receivables
 * @param labels label of every action, hold and bucket above
 * @param faults the first of the rows that could not be used
 * @param faultCount how many there were
 */
public record Summary(
    String asOf,
    String policyVersion,
    long rows,
    int accounts,
    int listed,
    int nothingOpen,
    int invoicedLater,
    int settled,
    int openReceivables,
    Map<String, Integer> actions,
    Map<String, Integer> holds,
    Map<String, Map<String, Bucket>> aging,
    Map<String, Totals> totals,
    Map<String, Text> labels,
    List<RowFault> faults,
    int faultCount) {

  /** Receivables of one age in one currency. */
  public record Bucket(int receivables, BigDecimal outstanding) {
    Bucket plus(BigDecimal more) {
      return new Bucket(receivables + 1, outstanding.add(more));
    }
  }

  /** Sums in one currency. */
  public record Totals(
      BigDecimal outstanding, BigDecimal overdue, BigDecimal collectible, BigDecimal disputed) {
    static final Totals NONE =
        new Totals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  public Summary {
    actions = ordered(actions);
    holds = ordered(holds);
    aging = ordered(aging);
    totals = ordered(totals);
    labels = ordered(labels);
    faults = List.copyOf(faults);
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
