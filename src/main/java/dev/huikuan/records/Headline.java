package dev.huikuan.records;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Recommendation;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.TraceEntry;
import dev.huikuan.policy.Policy;
import dev.huikuan.portfolio.WorklistColumn;
import dev.huikuan.portfolio.WorklistRow;
import dev.huikuan.portfolio.WorklistRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of many decisions at once, so that no JSON need be parsed: the columns of the
 * worklist, the money of the offers, the rows that had a say.
 *
 * @param row the columns of the worklist, texts in English
 * @param actionLabel in both languages
 * @param reason in both languages
 * @param baseCurrency in which {@code row.overdueInBase} and {@code expectedNet} are
 * @param expectedNet what the action is expected to bring; empty where no table says
 * @param discountAmount what the discount costs
 * @param discountCurrency in which it is
 * @param rows each once, in the order of the trace
 */
public record Headline(
    WorklistRow row,
    Text actionLabel,
    Text reason,
    String baseCurrency,
    Optional<BigDecimal> expectedNet,
    Optional<BigDecimal> discountAmount,
    Optional<String> discountCurrency,
    List<RowHit> rows) {

  public Headline {
    rows = List.copyOf(rows);
  }

  /** Of a recommendation that was made under the policy. */
  public static Headline of(Recommendation r, Policy policy) {
    return new Headline(
        new WorklistRows(policy, Language.EN).row(r),
        r.action().label(),
        r.action().reason(),
        r.baseCurrency(),
        r.action().economics().map(Recommendation.Economics::net),
        r.discount().map(Recommendation.Discount::amount),
        r.discount().map(Recommendation.Discount::currency),
        hits(r.trace()));
  }

  private static List<RowHit> hits(List<TraceEntry> trace) {
    return trace.stream()
        .filter(TraceEntry.RowMatched.class::isInstance)
        .map(TraceEntry.RowMatched.class::cast)
        .map(matched -> new RowHit(matched.decision(), matched.row()))
        .distinct()
        .toList();
  }

  /** A cell as CSV shows it; empty when the account has none. */
  public String cell(WorklistColumn column) {
    return row.cell(column);
  }
}
