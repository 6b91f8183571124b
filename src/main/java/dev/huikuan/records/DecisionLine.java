package dev.huikuan.records;

import dev.huikuan.domain.Text;
import dev.huikuan.portfolio.WorklistColumn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A decision in a list: no JSON is read for it.
 *
 * @param cells the worklist's columns as CSV shows them, without the two texts; absent = empty
 * @param actionLabel empty once erased
 * @param reason empty once erased
 * @param outcome the latest that was reported of it
 */
public record DecisionLine(
    String id,
    String ledger,
    String customerId,
    String asOf,
    Instant recordedAt,
    Optional<String> basedOn,
    Map<WorklistColumn, String> cells,
    Text actionLabel,
    Text reason,
    Optional<Outcome.Type> outcome) {

  public DecisionLine {
    cells = Map.copyOf(cells);
  }
}
